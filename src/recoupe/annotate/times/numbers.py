"""Numbers written in words: «quatre-vingt-dix-sept», "nineteen ninety-six"."""

from collections.abc import Callable, Iterator, Sequence


def group(words: Sequence[tuple[int, int]], between: Callable[[int, int], str]) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers that a sequence of number words makes: first token, past the last, value.

    `words` are (token, value) pairs; `between` gives the text between two tokens («et», "-" or nothing).
    """
    start, last = words[0][0], words[0][0]
    values: list[int] = []
    for token, value in words:
        if values and not _continues(values, value, between(last, token)):
            yield start, last + 1, total(values)
            start, values = token, []
        values.append(value)
        last = token
    yield start, last + 1, total(values)


def _continues(values: list[int], value: int, joint: str) -> bool:
    before = values[-1]
    if value >= 100:
        return value > before or (value == 100 and before == 1000)
    if before >= 100:
        return True
    if joint not in {"", "-"} and value not in {1, 11}:
        return False
    tens = before >= 20 and before % 10 == 0 and value < 20
    ten = before == 10 and 7 <= value <= 9
    return tens or ten or (before, value) == (4, 20) or (not joint and _is_year(values, value))


def _is_year(values: list[int], value: int) -> bool:
    """Tell whether two numbers are the halves of an English year: 19 96, 20 20."""
    return len(values) == 1 and 13 <= values[0] <= 20 and 20 <= value <= 99


def total(values: Sequence[int]) -> int:
    """Add up number words: 4 20 10 -> 90, 2 1000 -> 2000, 19 90 6 -> 1996."""
    done, current = 0, 0
    for i, value in enumerate(values):
        if value >= 1000:
            done, current = done + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * 100
        elif i and (values[i - 1], value) == (4, 20):
            current += 80 - 4
        elif i == 1 and _is_year([values[0]], value):
            current = current * 100 + value
        else:
            current += value
    return done + current
