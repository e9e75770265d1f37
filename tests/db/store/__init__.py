"""Tests of the store: real files, real SQLCipher, no sleeping."""
