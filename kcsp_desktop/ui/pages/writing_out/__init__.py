"""What leaves of the registers: asked on their pages, written beside the window."""
