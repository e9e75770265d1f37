"""Pages of the window over a real ledger."""
