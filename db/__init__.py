"""Everything the ledger knows: declarations, rules, storage, exchange, statistics."""
