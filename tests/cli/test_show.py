"""What `show` tells of an incident or a pledge."""

from cli.running import complaints, lines, recoupe
from recoupe.model import (
    Act,
    CodedReport,
    Evidence,
    Mention,
    Pledge,
    Published,
    Quoted,
    Report,
)
from recoupe.store import Derived, Ledger, Taken

TEXT = "Le gouvernement a promis de rouvrir le pont."


def mention():
    return Mention(
        id="m1",
        type="AID",
        mode=None,
        contexts=(),
        trigger=Quoted(start=27, end=34, text="rouvrir"),
        actor=(),
        recipient=(),
        status="future",
        condition=None,
        said_by=None,
        when=None,
        where=None,
        quantities=(),
        confidence=1.0,
        rule="test",
        background=False,
        sentence=(0, len(TEXT)),
    )


def pledge(given):
    return Pledge(
        id=given,
        by=(),
        to=(),
        act=Act(type="AID", mode=None, text="rouvrir le pont", recipient=(), where=None, when=None),
        condition=None,
        deadline="2021-06-01",
        state="open",
        evidence=(Evidence(mention="r/m1", says="announces"),),
    )


def fill(path):
    coded = CodedReport(
        id="r",
        lang="fr",
        outlet="Le Littoral",
        url=None,
        credit=None,
        title=None,
        text=TEXT,
        published=Published(value="2021-05-05", basis="given"),
        mentions=(mention(),),
    )
    with Ledger(path, create=True) as ledger:
        run = ledger.begin_run(version="1", config=b"{}")
        ledger.keep([Taken(report=Report(id="r", text=TEXT), digest="d", coded=coded)], [], run=run)
        pledges = (pledge("pledge-abc123"), pledge("pledge-abd456"))
        ledger.rebuild(Derived(incidents=(), stories=(), copies=(), pledges=pledges), merged=1)


def test_a_pledge_is_shown_with_its_evidence(tmp_path):
    fill(tmp_path / "l.db")
    shown = lines(recoupe("show", "abc", "--ledger", tmp_path / "l.db"))
    assert shown[0] == "rouvrir le pont"
    assert [line.split()[1] for line in shown if line.startswith(("state", "deadline"))] == ["open", "2021-06-01"]
    assert shown[-3:] == ["announces:", "○ future  undated  [Le Littoral, 2021-05-05, r]", f"  {TEXT}"]


def test_two_pledges_that_begin_so_are_not_told_apart(tmp_path):
    fill(tmp_path / "l.db")
    (complaint,) = complaints(recoupe("show", "ab", "--ledger", tmp_path / "l.db", status=2))
    assert complaint.endswith("expected the beginning of one incident's or pledge's id, found 2 that begin so")
