"""What kinds of acts, actors and contexts there are, as data."""

from recoupe.ontology.load import load_ontology, read_ontology
from recoupe.ontology.records import (
    QUAD_CODES,
    Coding,
    EventType,
    Mode,
    Named,
    Ontology,
    Quad,
    Sector,
    SubEvent,
)

__all__ = [
    "QUAD_CODES",
    "Coding",
    "EventType",
    "Mode",
    "Named",
    "Ontology",
    "Quad",
    "Sector",
    "SubEvent",
    "load_ontology",
    "read_ontology",
]
