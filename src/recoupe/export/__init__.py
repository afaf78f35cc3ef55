"""Writes the ledger in the forms of other tools."""
