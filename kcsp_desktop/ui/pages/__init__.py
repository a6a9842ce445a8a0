"""The screens: one module each, over values of the workspace."""
