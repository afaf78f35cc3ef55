"""Work for the engine's tests; in a module of its own, as workers must import it."""

import os
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Doubler:
    """Builds a worker that doubles numbers; 13 kills its process."""

    deadly: bool = False

    def __call__(self) -> Callable[[int], str]:
        return self._deadly if self.deadly else _double

    @staticmethod
    def _deadly(number: int) -> str:
        if number == 13:
            os._exit(1)
        return _double(number)


def _double(number: int) -> str:
    return f"{number * 2}"


def weigh(_number: int) -> int:
    return 1


def give_up(number: int) -> str:
    return f"{number} is lost"
