"""The command line: scheduled work, support and tests from outside; no Qt here."""

from desktop.command_line.run import COMMANDS, main

__all__ = ["COMMANDS", "main"]
