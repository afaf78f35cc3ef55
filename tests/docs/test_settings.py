"""Every setting is documented with its true default."""

import re
from dataclasses import fields
from pathlib import Path

from recoupe.config import Config

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+\.\w+)` \| ([^|]+) \|", PAGE, re.MULTILINE))


def test_the_page_lists_every_setting_and_no_other():
    config = Config()
    settings = {
        f"{stage.name}.{setting.name}": getattr(getattr(config, stage.name), setting.name)
        for stage in fields(config)
        for setting in fields(getattr(config, stage.name))
    }
    assert set(ROWS) == set(settings)
    for name, value in settings.items():
        assert ROWS[name].strip() == ("one a core" if value is None else str(value)), name
