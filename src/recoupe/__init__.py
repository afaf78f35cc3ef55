"""Recoupe: from press reports to a ledger of who did what to whom, when, where, and who says so."""
