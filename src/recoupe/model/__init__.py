"""The frozen records that pass between stages; on the wire they are JSON objects of the same fields."""

from recoupe.model.actors import Actor, ActorAnswer, ActorQuery, ResolvedActor
from recoupe.model.annotated import Annotated
from recoupe.model.coded import CodedReport
from recoupe.model.failures import Failure, Unread
from recoupe.model.incidents import Copies, Disagreement, Incident, Reason, Variant
from recoupe.model.mentions import Figure, Mention, Party, Quantity, Speaker, When, Where
from recoupe.model.parsed import Name, Parsed
from recoupe.model.places import Place
from recoupe.model.pledges import Act, Evidence, Pledge
from recoupe.model.quotes import Quote, QuoteSpeaker
from recoupe.model.reports import Cleaned, Published, Report, ReportLine, Residue, Toponym
from recoupe.model.stories import Story
from recoupe.model.text import Quoted, Span
from recoupe.model.times import Time

__all__ = [
    "Act",
    "Actor",
    "ActorAnswer",
    "ActorQuery",
    "Annotated",
    "Cleaned",
    "CodedReport",
    "Copies",
    "Disagreement",
    "Evidence",
    "Failure",
    "Figure",
    "Incident",
    "Mention",
    "Name",
    "Parsed",
    "Party",
    "Place",
    "Pledge",
    "Published",
    "Quantity",
    "Quote",
    "QuoteSpeaker",
    "Quoted",
    "Reason",
    "Report",
    "ReportLine",
    "Residue",
    "ResolvedActor",
    "Span",
    "Speaker",
    "Story",
    "Time",
    "Toponym",
    "Unread",
    "Variant",
    "When",
    "Where",
]
