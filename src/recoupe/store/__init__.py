"""Keeps the ledger; the only stage that knows SQL."""

from recoupe.store.ledger import Derived, Faulty, Ledger, Taken
from recoupe.store.queries import Wanted

__all__ = ["Derived", "Faulty", "Ledger", "Taken", "Wanted"]
