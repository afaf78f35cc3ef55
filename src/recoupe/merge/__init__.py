"""Many coded reports become one ledger: copies, incidents, stories, pledges."""

from recoupe.merge.merged import Merged, merge

__all__ = ["Merged", "merge"]
