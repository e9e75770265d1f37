"""The window and the command line; the only package that imports PySide6."""

from typing import Final

__all__ = ["VERSION"]

# Reading it from the installed package would cost 10 ms at every start; a test compares.
VERSION: Final = "0.1.0"
