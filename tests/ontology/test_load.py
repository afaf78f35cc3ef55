"""The ontology is whole, and its parts name only what exists."""

import shutil
from pathlib import Path

import pytest

import recoupe.ontology
from recoupe.errors import InvalidPack
from recoupe.ontology.load import load_ontology, read_ontology
from recoupe.ontology.records import QUAD_CODES

_FOLDER = Path(recoupe.ontology.__file__).parent


def _copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(_FOLDER, tmp_path / "ontology"))


def test_there_are_sixteen_types_and_thirty_seven_contexts() -> None:
    ontology = load_ontology()
    assert len(ontology.types) == 16
    assert len(ontology.contexts) == 37
    assert {kind.quad for kind in ontology.types} == set(QUAD_CODES)


@pytest.mark.parametrize(
    ("announced", "kept_as"),
    [("RETREAT", "CONCEDE"), ("CONSULT", "AGREE"), ("AID", "AGREE"), ("SUPPORT", "AGREE"), ("ASSAULT", "ASSAULT")],
)
def test_an_announced_act_is_kept_under_its_verbal_type(announced: str, kept_as: str) -> None:
    kind = load_ontology().type(announced)
    assert kind is not None
    assert kind.future_as == kept_as


def test_scores_lie_on_the_scale_and_have_the_sign_of_their_quad() -> None:
    for kind in load_ontology().types:
        for mode in (None, *(mode.name for mode in kind.modes)):
            score = kind.scale(mode)
            assert -10 <= score <= 10
            assert (
                score >= 0 if kind.quad in ("VC", "MC") or (kind.name == "REQUEST" and mode == "assist") else score <= 0
            )


def test_a_mode_without_a_score_takes_that_of_its_type() -> None:
    kind = load_ontology().type("PROTEST")
    assert kind is not None
    assert kind.scale("vandalize") == kind.score
    assert kind.scale("riot") == -7.0
    assert kind.scale("no such mode") == kind.score


@pytest.mark.parametrize(
    ("code", "kind", "mode"),
    [
        ("041", "CONSULT", "phone"),
        ("163", "COERCE", "restrict"),
        ("186", "ASSAULT", "targeted"),
        ("1712", "ASSAULT", "destroy"),
        ("1411", "PROTEST", "demo"),
        ("0419", "CONSULT", "phone"),
    ],
)
def test_cameo_codes_have_their_type_and_mode(code: str, kind: str, mode: str) -> None:
    coding = load_ontology().from_cameo(code)
    assert coding is not None
    assert (coding.type, coding.mode) == (kind, mode)


@pytest.mark.parametrize("code", ["010", "020", "0231", "03", "999"])
def test_statements_and_unknown_cameo_codes_are_no_events(code: str) -> None:
    assert load_ontology().from_cameo(code) is None


@pytest.mark.parametrize(
    ("kind", "mode", "name"),
    [
        ("ASSAULT", "drone", "Air/drone strike"),
        ("ASSAULT", None, "Armed clash"),
        ("PROTEST", "strike", "Peaceful protest"),
        ("COERCE", "curfew", "Other"),
        ("RETREAT", "withdraw", "Non-violent transfer of territory"),
    ],
)
def test_acts_find_their_acled_sub_event(kind: str, mode: str | None, name: str) -> None:
    found = load_ontology().to_acled(kind, mode)
    assert found is not None
    assert found.name == name


def test_words_alone_are_no_acled_event() -> None:
    assert load_ontology().to_acled("REJECT", "change") is None
    assert load_ontology().to_acled("THREATEN", None) is None


def test_all_twenty_five_sub_events_are_there_once() -> None:
    names = [sub_event.name for sub_event in load_ontology().sub_events]
    assert len(names) == len(set(names)) == 25


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("cameo.toml", 'mode = "phone"', 'mode = "pigeon"', "CONSULT pigeon"),
        ("cameo.toml", '"cyber"]', '"cybre"]', "no context cybre"),
        ("types/aid.toml", 'quad = "MC"', 'quad = "MX"', "quad must be"),
        ("types/aid.toml", 'name = "AID"', 'name = "HELP"', "help.toml"),
        ("types/aid.toml", 'future_as = "AGREE"', 'future_as = "HOPE"', "HOPE"),
        ("roles.toml", "[[role]]", "[[role", "roles.toml"),
    ],
)
def test_files_that_contradict_one_another_are_refused(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    folder = _copy(tmp_path)
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidPack, match=said):
        read_ontology(folder)
