"""Reports that belong together."""

from merge.making import report
from recoupe.merge import merge

FLOOD = (
    report("a", "Inondations à Niamey : le fleuve déborde", published="2020-08-10"),
    report("b", "Niamey : le fleuve Niger déborde, des quartiers inondés", published="2020-08-10"),
)
STRIKE = report("c", "Les dockers du Havre reconduisent la grève", published="2020-08-10")


def test_two_reports_of_one_development_are_one_story() -> None:
    stories = merge((*FLOOD, STRIKE)).stories
    assert sorted(one.reports for one in stories) == [("a", "b"), ("c",)]


def test_a_story_is_named_in_the_words_of_a_report() -> None:
    titles = {one.title for one in merge((*FLOOD, STRIKE)).stories}
    assert titles <= {one.text for one in (*FLOOD, STRIKE)}


def test_a_story_keeps_its_id_when_a_report_is_added() -> None:
    before = {one.id for one in merge(FLOOD).stories}
    assert before <= {one.id for one in merge((*FLOOD, STRIKE)).stories}
