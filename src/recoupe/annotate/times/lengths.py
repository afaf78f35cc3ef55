"""Lengths of time as TIMEX3 writes them."""


def period(amounts: tuple[tuple[float | None, str], ...]) -> str:
    """Return the TIMEX3 value of a length: P6M, PT1H30M, PXD."""
    days, hours = "", ""
    for count, unit in amounts:
        for number, letter in _whole(count, unit):
            if letter in {"H", "MIN", "S"}:
                hours += f"{number}{letter[0]}"
            else:
                days += f"{number}{letter}"
    return "P" + days + ("T" + hours if hours else "")


_SMALLER = {"Y": (12, "M"), "H": (60, "MIN"), "D": (24, "H"), "MIN": (60, "S"), "HY": (6, "M")}


def _whole(count: float | None, unit: str) -> list[tuple[str, str]]:
    """Write halves in the next smaller unit: 2.5 Y -> 2Y 6M."""
    if unit == "HY" and count is not None:
        return _whole(count * 6, "M")
    if count is None or count == int(count) or unit not in _SMALLER:
        return [("X" if count is None else f"{count:g}" if count < 1e6 else str(int(count)), unit)]
    factor, smaller = _SMALLER[unit]
    rest = round((count - int(count)) * factor)
    return [(str(int(count)), unit)] * (count >= 1) + [(str(rest), smaller)]
