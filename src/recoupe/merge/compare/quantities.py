"""Whether the numbers of two mentions agree."""

from recoupe.merge.accounts import Account
from recoupe.merge.compare import Finding
from recoupe.model import Quantity

NEAR = 1.34
"""First tolls of one attack differ by about a third; doubled numbers tell two events apart."""


def compare_quantities(left: Account, right: Account) -> Finding:
    """Compare the best agreeing pair of the same role; numbers told on one side only say nothing."""
    pairs = [(one, two) for one in left.mention.quantities for two in right.mention.quantities if one.role == two.role]
    if not pairs:
        return Finding("number: unknown")
    ratio, one, two = min(((_ratio(one, two), one, two) for one, two in pairs), key=lambda row: (row[0], row[1].start))
    level = "equal" if ratio == 1 else "near" if ratio <= NEAR else "other"
    return Finding(f"number: {level}", one.text, two.text)


def _range(quantity: Quantity) -> tuple[float, float]:
    if quantity.value is not None:
        return quantity.value, quantity.value
    low = quantity.low if quantity.low is not None else 0.0
    return low, quantity.high if quantity.high is not None else float("inf")


def _ratio(left: Quantity, right: Quantity) -> float:
    (low, high), (bottom, top) = _range(left), _range(right)
    if low <= top and bottom <= high:
        return 1.0
    larger, smaller = max(low, bottom), min(high, top)
    return larger / smaller if smaller > 0 else float("inf")
