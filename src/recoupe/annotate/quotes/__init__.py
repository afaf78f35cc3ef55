"""Quotations: direct, floating, indirect and mixed, with cue and speaker."""

from recoupe.annotate.quotes.assemble import annotate_quotes

__all__ = ["annotate_quotes"]
