"""All reports in; incidents, stories, copies and pledges out."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.merge.accounts import Sheet, accounts_of
from recoupe.merge.copies import copies_of, originals
from recoupe.merge.echoes import Echoes
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
    echoes = Echoes(sheets, accounts)
    told = [
        Told(happening, incident_of(happening, copy_of, echoes.of(happening))) for happening in gather(accounts, judge)
    ]
    stories = stories_of(sheets, [one.incident for one in told])
    pledges, incidents = pledges_of(told, _last_days(sheets, stories))
    return Merged(incidents=incidents, stories=stories, copies=copies, pledges=pledges)


def _last_days(sheets: Sequence[Sheet], stories: Sequence[Story]) -> dict[str, int]:
    """Newest day of each report's story."""
    own = {sheet.id: sheet.published.last if sheet.published else 0 for sheet in sheets}
    return {report: max(own[one] for one in story.reports) for story in stories for report in story.reports}
