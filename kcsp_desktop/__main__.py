"""Run the command line: ``python -m kcsp_desktop``."""

from kcsp_desktop.cli import main

main()
