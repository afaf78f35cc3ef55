"""Marks what is no part of a report: pages leave links, buttons and credits around the text."""

from recoupe.clean.limits import Settings, fault
from recoupe.clean.reports import clean, clean_title

__all__ = ["Settings", "clean", "clean_title", "fault"]
