"""What the shipped models are made of, and which bytes they are."""

import hashlib
from pathlib import Path

from recoupe.packs.files import folder, languages


def model_card() -> str:
    """Return sources, figures and weaknesses of every language's model, each with the digests of its files."""
    return "\n\n".join(_card(lang) for lang in languages() if (folder(lang) / "model" / "card.md").exists())


def _card(lang: str) -> str:
    place = folder(lang)
    text = (place / "model" / "card.md").read_text(encoding="utf-8").strip()
    files = [*sorted(path for path in (place / "model").iterdir() if path.suffix != ".md"), place / "lemmas.tsv.xz"]
    return "\n".join((text, "", "Files (head of SHA-256, bytes):", *map(_line, files)))


def _line(path: Path) -> str:
    content = path.read_bytes()
    return f"    {hashlib.sha256(content).hexdigest()[:16]}  {len(content):>9}  {path.name}"
