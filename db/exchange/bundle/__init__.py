"""Bundles: the files in which a ledger's changes travel; the format is in FORMAT.md."""
