"""Tests of everything the ledger knows."""
