"""One TOML file sets every stage; what is not known is refused by name."""

import pytest

from recoupe.config import Config, read_config
from recoupe.errors import InvalidSetting


def test_no_file_means_the_defaults():
    assert read_config(None) == Config()


def test_a_setting_reaches_its_stage(tmp_path):
    file = tmp_path / "recoupe.toml"
    file.write_text("[engine]\nworkers = 3\n[clean]\nmax_chars = 1000\n")
    config = read_config(file)
    assert config.engine.workers == 3
    assert config.clean.max_chars == 1000
    assert config.ingest == Config().ingest


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("[engine]\nworker = 3", "engine.worker: no such setting; the nearest known one is engine.workers"),
        ("[engines]\nworkers = 3", "engines: no such setting; the nearest known one is engine"),
        ("[engine]\nworkers = 'two'", "Expected `int | null`, got `str`"),
        ("[engine", "Expected"),
    ],
)
def test_a_bad_setting_is_refused_with_its_path(tmp_path, content, complaint):
    file = tmp_path / "recoupe.toml"
    file.write_text(content)
    with pytest.raises(InvalidSetting) as caught:
        read_config(file)
    assert complaint in str(caught.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InvalidSetting, match="No such file"):
        read_config(tmp_path / "none.toml")
