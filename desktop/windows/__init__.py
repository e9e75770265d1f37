"""The main window, its frame and the pages that belong to no record type."""
