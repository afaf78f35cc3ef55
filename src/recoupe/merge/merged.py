"""All reports in; incidents, stories, copies and pledges out."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.merge.accounts import accounts_of
from recoupe.merge.copies import copies_of, originals
from recoupe.merge.happenings import gather
from recoupe.merge.incidents import incident_of
from recoupe.merge.judge import judge
from recoupe.merge.outcomes import Told
from recoupe.merge.pledges import pledges_of
from recoupe.merge.stories import stories_of
from recoupe.model import CodedReport, Copies, Incident, Pledge, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What follows from the reports; all of it can be rebuilt from them."""

    incidents: tuple[Incident, ...]
    stories: tuple[Story, ...]
    copies: tuple[Copies, ...]
    pledges: tuple[Pledge, ...]


def merge(reports: Sequence[CodedReport]) -> Merged:
    """Merge coded reports; neither their order nor a repeated report changes the result."""
    sheets, accounts = accounts_of(reports)
    copies = copies_of(sheets)
    copy_of = originals(copies)
    told = [Told(happening, incident_of(happening, copy_of)) for happening in gather(accounts, judge)]
    last_day = max((sheet.published.last for sheet in sheets if sheet.published), default=0)
    pledges, incidents = pledges_of(told, last_day)
    stories = stories_of(sheets, incidents)
    return Merged(incidents=incidents, stories=stories, copies=copies, pledges=pledges)
