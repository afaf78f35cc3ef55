"""Runs the command line within the test's process: the models are loaded once for all tests."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from recoupe.cli.main import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """What a command wrote."""

    stdout: bytes
    stderr: bytes


def recoupe(*arguments, stdin=b"", status=0):
    """Run a command and return what it wrote; fails unless it ends with the status."""
    given = io.TextIOWrapper(io.BufferedReader(io.BytesIO(stdin)))
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with mock.patch.object(sys, "stdin", given), redirect_stdout(out), redirect_stderr(err):
        ended = _ended_with([str(argument) for argument in arguments])
    out.flush()
    err.flush()
    done = Done(out.buffer.getvalue(), err.buffer.getvalue())
    assert ended == status, done.stderr.decode()
    return done


def _ended_with(arguments):
    try:
        main(arguments)
    except SystemExit as end:
        return end.code or 0
    return 0


def lines(done):
    return done.stdout.decode().splitlines()


def complaints(done):
    return done.stderr.decode().splitlines()
