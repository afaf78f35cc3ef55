"""What a package exports is what its `__all__` says, and importing does nothing else."""

import importlib
import pkgutil
import subprocess
import sys

import pytest

PACKAGES = ("ingest", "clean", "parse", "annotate", "extract", "merge", "store", "engine", "model")


@pytest.mark.parametrize("name", PACKAGES)
def test_a_stage_exports_what_it_says_and_no_more(name):
    module = importlib.import_module(f"recoupe.{name}")
    exported = set(getattr(module, "__all__", ()))
    inside = {found.name for found in pkgutil.iter_modules(module.__path__)}
    visible = {held for held in vars(module) if not held.startswith("_")}
    assert exported <= visible | inside
    assert visible - inside <= exported


def test_importing_reads_no_file_but_code():
    program = (
        "import sys, pkgutil, importlib, recoupe\n"
        "opened = []\n"
        "def watch(event, given):\n"
        "    if event == 'open' and '/recoupe/' in str(given[0]): opened.append(str(given[0]))\n"
        "sys.addaudithook(watch)\n"
        "for found in pkgutil.walk_packages(recoupe.__path__, 'recoupe.'):\n"
        "    if not found.name.endswith('__main__'): importlib.import_module(found.name)\n"
        "print(*(path for path in opened if not path.endswith(('.py', '.pyc')) and '.pyc.' not in path), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
