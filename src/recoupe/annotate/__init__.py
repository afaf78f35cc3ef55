"""Times, places, actors and quotations of a parsed report, one module or folder a concept."""

from recoupe.annotate.published import infer_published
from recoupe.annotate.times import annotate_times

__all__ = ["annotate_times", "infer_published"]
