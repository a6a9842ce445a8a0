"""Questions of the registers: actions, decisions, priorities, grants, case reviews."""
