"""Bringing a ledger file to this program's level: frozen steps, one transaction.

Imported only when a file is made or upgraded, since it loads sqlite_utils.
"""
