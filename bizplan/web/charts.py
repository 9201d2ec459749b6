"""Charts on the pages: the plots of the dossier (`bizplan/documents/charts`), painted as SVG.

A chart has no view box: places are per cents, so that its words keep their size on every screen. The
amounts of its axis stand in a drawing of their own at the side where reading starts. Every chart is one
picture with one sentence that says what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bizplan.documents.charts.months import BAR_PART, Series, cash_by_month, month_places, slot
from bizplan.documents.charts.plot import Bar, Curve, KeyEntry, Look, Plot

LOOKS: dict[Look, str] = {
    "first": "b1", "second": "o2", "third": "w2", "fourth": "b4", "fifth": "b5", "sixth": "b2", "lowest": "lo",
    "lacking": "o3",
}
LONG_AMOUNT = 9  # letters beside which the axis becomes wide
ENDS = 1 / 7  # half a label on a phone: nearer to an edge it starts or ends at its bar, taller bars so near lift it
ON_A_PHONE, ON_A_DESK, LONG_NAMES, LONG_NAME = 4, 13, 6, 5  # how many names of months have room, and long ones


@dataclass(frozen=True)
class Frame:
    """Where in a drawing the plot stands, in per cents from its top, and where the names of the months."""

    top: float = 10
    foot: float = 84
    names: float = 95

    def y(self, part: float) -> str:
        """How far down the drawing a part of the plot's height stands."""
        return cent(self.foot - part * (self.foot - self.top))

    def tall(self, part: float) -> str:
        """How tall a part of the plot's height is."""
        return cent(part * (self.foot - self.top))


WHOLE, SMALL = Frame(), Frame(top=6, foot=76, names=97)


def chart(plot: Plot, sentence: str, kind: str = "card") -> Markup:
    """A whole chart over months, with its amounts and its key."""
    return figure(kind, axis(plot, WHOLE), picture(plot, sentence, WHOLE), key(plot.key))


def small_bars(
    months: Sequence[str], amounts: Sequence[float], sentence: str, *, mirrored: bool = False, names: bool = True
) -> Markup:
    """Twelve small bars beside the living figures; the lowest in a colour of its own."""
    plot = cash_by_month(months, Series("", amounts), "", str, str, most_ticks=3, mirrored=mirrored)
    bare = Plot(tuple(tick for tick in plot.ticks if tick.is_zero), plot.months if names else (),
                tuple(Bar(bar.left, bar.right, bar.bottom, bar.top, bar.look) for bar in plot.bars))
    return figure("xs", picture(bare, sentence, SMALL))


def season_bars(
    months: Sequence[str], parts: Sequence[float], sentence: str, *, usual: float = 1, most: float = 0,
    mirrored: bool = False,
) -> Markup:
    """A year beside its usual month, dashed: months that differ are filled, those that do not are pale.

    The scale reaches twice the usual, or further where a month does, so that a script can let people draw.
    """
    reach = max(most, 2 * usual, *parts)
    frame = WHOLE
    drawn = Markup("").join(season_bar(month, len(months), part, reach, usual, mirrored) for month, part
                            in enumerate(parts))
    lines = [rule("lim", frame.y(usual / reach)), rule("z", frame.y(0))]
    inside = [drawn, *lines, *month_names(month_places(months, mirrored), frame)]
    told = Markup('<svg role="img" aria-label="{}" data-reach="{:g}" data-top="{:g}" data-foot="{:g}">{}</svg>').format(
        sentence, reach / usual, frame.top, frame.foot, Markup("").join(inside))
    return figure("season", told)


def season_bar(month: int, months: int, part: float, reach: float, usual: float, mirrored: bool) -> Markup:
    """One month of the season, in a field as tall as the chart that can be taken hold of."""
    left, right = slot(month, months, 0, 1, mirrored)
    wide = (right - left) / BAR_PART
    look = "w2" if abs(part - usual) < usual / 200 else "b1"
    return Markup('<g data-month="{}"><rect class="hold" x="{}" y="{}" width="{}" height="{}"/>{}</g>').format(
        month, cent(100 * (left - (wide - (right - left)) / 2)), WHOLE.y(1), cent(100 * wide), WHOLE.tall(1),
        box(look, left, right, 0, part / reach, WHOLE))


def figure(kind: str, *parts: Markup) -> Markup:
    """The drawings of a chart side by side, and what stands below them."""
    below = [part for part in parts if part.startswith("<figcaption")]
    beside = [part for part in parts if part not in below]
    return Markup('<figure class="chart {}"><div class="plot">{}</div>{}</figure>').format(
        kind, Markup("").join(beside), Markup("").join(below))


def axis(plot: Plot, frame: Frame) -> Markup:
    """The amounts of the rules; they touch the plot and run from the left."""
    side = ("0", "start") if plot.mirrored else ("100%", "end")
    words = Markup("").join(
        Markup('<text x="{}" y="{}" dy="5" text-anchor="{}" direction="ltr">{}</text>').format(
            side[0], frame.y(tick.at), side[1], bare(tick.words)) for tick in plot.ticks)
    wide = " wd" if max((len(bare(tick.words)) for tick in plot.ticks), default=0) > LONG_AMOUNT else ""
    return Markup('<svg class="ax{}" aria-hidden="true">{}</svg>').format(wide, words)


def picture(plot: Plot, sentence: str, frame: Frame) -> Markup:
    """The plot itself."""
    inside = [rule("g", frame.y(tick.at)) for tick in plot.ticks if not tick.is_zero]
    inside += [box(LOOKS[bar.look], bar.left, bar.right, bar.bottom, bar.top, frame) for bar in plot.bars]
    inside += [curves(plot.curves, frame)] if plot.curves else []
    inside += [rule("lim", frame.y(plot.limit))] if plot.limit is not None else []
    inside += [rule("z", frame.y(tick.at)) for tick in plot.ticks if tick.is_zero]
    inside += month_names(plot.months, frame)
    inside += [bar_words(bar, plot.bars, frame) for bar in plot.bars if bar.words and bar.look == "lowest"]
    return Markup('<svg role="img" aria-label="{}">{}</svg>').format(sentence, Markup("").join(inside))


def rule(look: str, y: str) -> Markup:
    """A line across the plot."""
    return Markup('<line class="{}" x1="0" x2="100%" y1="{}" y2="{}"/>').format(look, y, y)


def box(look: str, left: float, right: float, bottom: float, top: float, frame: Frame) -> Markup:
    """A bar."""
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
        look, cent(100 * left), frame.y(top), cent(100 * (right - left)), frame.tall(top - bottom))


def curves(drawn: Iterable[Curve], frame: Frame) -> Markup:
    """The lines of a plot, in a drawing that stretches with the screen while their weight stays."""
    lines = Markup("").join(
        Markup('<polyline class="{}" points="{}"/>').format(
            "l2" if curve.stroke == "dashed" else "l1",
            " ".join(f"{100 * x:.2f},{100 * (1 - y):.2f}" for x, y in curve.points)) for curve in drawn)
    return Markup('<svg y="{}" height="{}" width="100%" viewBox="0 0 100 100" preserveAspectRatio="none">{}</svg>'
                  ).format(frame.y(1), frame.tall(1), lines)


def bar_words(bar: Bar, bars: Iterable[Bar], frame: Frame) -> Markup:
    """The amount of the month that matters, above its bar, and above its neighbours where they are taller."""
    middle = (bar.left + bar.right) / 2
    if middle < ENDS:
        place, anchor, span = bar.left, "start", (bar.left, bar.left + 2 * ENDS)
    elif middle > 1 - ENDS:
        place, anchor, span = bar.right, "end", (bar.right - 2 * ENDS, bar.right)
    else:
        place, anchor, span = middle, "middle", (middle - ENDS, middle + ENDS)
    top = max(other.top for other in bars if other.right > span[0] and other.left < span[1])
    stem = Markup("")
    if top > bar.top:
        stem = Markup('<line class="st" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
            cent(100 * middle), cent(100 * middle), frame.y(bar.top), frame.y(top))
    return stem + Markup('<text class="t2" x="{}" y="{}" dy="-8" text-anchor="{}" direction="ltr">{}</text>').format(
        cent(100 * place), frame.y(top), anchor, bare(bar.words))


def month_names(months: Sequence[tuple[float, str]], frame: Frame) -> list[Markup]:
    """The names of the months below the plot: a few on a phone and in small charts, more on a desk."""
    long = max((len(name) for _, name in months), default=0) > LONG_NAME
    many = every(len(months), LONG_NAMES if long else ON_A_DESK)
    few = every(len(months), ON_A_PHONE, many)
    many = few if frame is SMALL else many
    return [
        Markup('<text{} x="{}" y="{}" text-anchor="middle">{}</text>').format(
            Markup("") if number % few == 0 else Markup(' class="lg"'), cent(100 * at), cent(frame.names), name)
        for number, (at, name) in enumerate(months) if number % many == 0
    ]


def every(months: int, most: int, among: int = 1) -> int:
    """Every how many months one is named, where so many names have room; a multiple of what is named already."""
    return next((step for step in (1, 2, 3, 4, 6, 12, 24) if months <= step * most and step % among == 0), months)


def key(entries: Iterable[KeyEntry]) -> Markup:
    """What the looks stand for, each with its shape."""
    rows = [Markup("<span>{}{}</span>").format(sample(entry), entry.words) for entry in entries if entry.words]
    return Markup('<figcaption class="key">{}</figcaption>').format(Markup("").join(rows)) if rows else Markup("")


def sample(entry: KeyEntry) -> Markup:
    """The shape of a look before its words."""
    if entry.shape == "box":
        inside = Markup('<rect class="{}" x="1" y="1" width="90%" height="85%" rx="2"/>').format(LOOKS[entry.look])
    else:
        look = "lim" if entry.shape == "dashed" else "l1"
        inside = Markup('<line class="{}" x1="0" x2="100%" y1="50%" y2="50%"/>').format(look)
    return Markup('<svg aria-hidden="true">{}</svg>').format(inside)


def bare(words: str) -> str:
    """An amount without marks of direction, which a drawing says with an attribute."""
    return words.strip("\u2066\u2068\u2069")


def cent(value: float) -> str:
    """A per cent as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
