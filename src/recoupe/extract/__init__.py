"""Events from an annotated report: triggers, roles, status, attribution, circumstances, quantities."""

from recoupe.extract.events import extract
from recoupe.extract.quantities import figures

__all__ = ["extract", "figures"]
