"""Over all meetings: who owes what, what was decided, what was granted, what has been covered."""
