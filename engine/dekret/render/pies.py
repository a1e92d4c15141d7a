"""Pies: what of a series becomes slices, and the Vega-Lite specification of one pie.

A pie shows shares of a whole. A value below zero is no share and is left out, which is told; labels that occur twice
are one slice; what is more than the colours can tell apart is gathered in one slice, the smallest first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dekret.text.wording import Language, Wording, listed
from dekret.values.culture import culture_of, grouped

MOST_SLICES = 12
_REST = Wording("pozostałe", "others")
_REST_COLOUR = "#b8bec5"
_LEAST_LABELLED = Decimal("0.04")
"""Labels of smaller slices would lie on each other; the legend has all values."""
Slice = tuple[str, Decimal]


@dataclass(frozen=True, slots=True)
class Pie:
    """One series as a pie: slices in the order of rows; how many small ones are `gathered`, and their sum."""

    name: str
    slices: tuple[Slice, ...]
    gathered: int
    rest: Decimal
    left_out: tuple[Slice, ...]


def pie(name: str, points: Iterable[tuple[str, Decimal]]) -> Pie:
    """The slices of a series.

    >>> pie("Kwota", [("A", Decimal(3)), ("B", Decimal(-1)), ("C", Decimal(0)), ("A", Decimal(2))])
    Pie(name='Kwota', slices=(('A', Decimal('5')),), gathered=0, rest=Decimal('0'), left_out=(('B', Decimal('-1')),))
    """
    sums: dict[str, Decimal] = {}
    for label, value in points:
        sums[label] = sums.get(label, Decimal(0)) + value
    shares = [(label, value) for label, value in sums.items() if value > 0]
    kept = shares
    if len(shares) > MOST_SLICES:
        largest = sorted(shares, key=lambda each: -each[1])[: MOST_SLICES - 1]
        kept = [each for each in shares if each in largest]
    rest = sum((value for _, value in shares), Decimal(0)) - sum((value for _, value in kept), Decimal(0))
    left_out = tuple((label, value) for label, value in sums.items() if value < 0)
    return Pie(name, tuple(kept), len(shares) - len(kept), rest, left_out)


def remarks(found: Pie) -> Iterable[Wording]:
    """What a pie does not show as it is in the rows."""
    if found.left_out:
        pl, en = ([f"{label} {_amount(value, to)}" for label, value in found.left_out] for to in _BOTH)
        yield Wording(
            f"{found.name}: koło nie pokazuje wartości ujemnych; pominięto: {listed(pl, limit=5)}",
            f"{found.name}: a pie shows no negative values; left out: {listed(en, limit=5)}",
        )
    if found.gathered:
        count, most = found.gathered, len(found.slices)
        yield Wording(
            f"{found.name}: „{_REST.pl}” to suma wartości mniejszych niż {most} pokazanych, których jest {count}",
            f"{found.name}: '{_REST.en}' is the sum of the {count} values smaller than the {most} shown",
        )


_BOTH: tuple[Language, Language] = ("pl", "en")


def _amount(value: Decimal, language: Language) -> str:
    return grouped(value.quantize(Decimal("0.01")), culture_of(language)).replace(" ", "\u00a0")


@dataclass(frozen=True, slots=True)
class PieLook:
    """How a pie looks: colours, size, title of the legend, whether it shows values, whether its name stands above."""

    colours: tuple[str, ...]
    radius: int
    title: str
    labels: bool
    named: bool


def drawn_pie(found: Pie, look: PieLook, language: Language) -> dict[str, object]:
    """The specification of one pie: percentages at the slices, amounts and shares in the legend."""
    slices = list(found.slices)
    if found.gathered:
        slices.append((f"{_REST.in_(language)} ({found.gathered})", found.rest))
    total = sum((value for _, value in slices), Decimal(0))
    point = culture_of(language).decimal
    data: list[dict[str, object]] = []
    for number, (label, value) in enumerate(slices):
        share = value / total
        percent = f"{share * 100:.1f}%".replace(".", point)
        key = f"{label}: {_amount(value, language)} ({percent})" if look.labels else label
        shown = percent if share >= _LEAST_LABELLED else ""
        data.append({"n": number, "k": key, "y": float(value), "v": shown})
    keys = [each["k"] for each in data]
    scale = {"domain": keys, "range": [*look.colours[: len(found.slices)], *[_REST_COLOUR] * bool(found.gathered)]}
    legend = {"title": look.title or None, "labelLimit": 380, "symbolLimit": 0, "rowPadding": 5, "offset": 24}
    encoding: dict[str, object] = {
        "theta": {"field": "y", "type": "quantitative", "stack": True},
        "order": {"field": "n", "type": "quantitative"},
        "color": {"field": "k", "type": "nominal", "scale": scale, "legend": legend},
    }
    layers: list[dict[str, object]] = [
        {"mark": {"type": "arc", "outerRadius": look.radius, "stroke": "white"}, "encoding": encoding}
    ]
    if look.labels:
        text = {**encoding, "text": {"field": "v"}, "color": {"value": "#333"}}
        layers.append({"mark": {"type": "text", "radius": look.radius + 24, "fontSize": 12}, "encoding": text})
    side = 2 * look.radius + 80
    title = {"title": {"text": found.name, "anchor": "middle", "fontSize": 14, "offset": 0}} if look.named else {}
    return {**title, "width": side, "height": side, "data": {"values": data}, "layer": layers}
