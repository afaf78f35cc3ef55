"""Where the work is done: in this process, or in several."""

from recoupe.engine.ordered import Settings, Work, map_ordered

__all__ = ["Settings", "Work", "map_ordered"]
