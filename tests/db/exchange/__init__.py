"""Tests of the exchange: cards, bundles, receipts between ledgers in temporary folders."""
