"""Keeps the ledger; the only stage that knows SQL."""

from recoupe.store.ledger import Derived, Ledger, Taken
from recoupe.store.queries import Wanted

__all__ = ["Derived", "Ledger", "Taken", "Wanted"]
