"""The models tell what they are, and the page at the root says the same."""

from pathlib import Path

from recoupe.packs.files import folder, languages
from recoupe.parse import model_card

ROOT = Path(__file__).parent.parent.parent


def test_the_card_names_every_file_of_every_model() -> None:
    card = model_card()
    for lang in languages():
        for path in (folder(lang) / "model").iterdir():
            assert path.suffix == ".md" or path.name in card


def test_the_page_at_the_root_holds_each_card() -> None:
    page = (ROOT / "MODEL_CARD.md").read_text(encoding="utf-8")
    for lang in languages():
        assert (folder(lang) / "model" / "card.md").read_text(encoding="utf-8").strip() in page
