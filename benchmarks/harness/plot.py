"""Growth curves as one SVG: a panel for each question, a line for each number of posts, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from harness.table import is_whole
from harness.values import Row, Trial

WIDTH, HEIGHT = 330, 250
LEFT, RIGHT, TOP, BOTTOM = 54, 22, 30, 40
ACROSS = 3
COLOURS = ("#1b6ca8", "#d1495b", "#2e8b57", "#8d5fd3")
"""Told apart by the shape of their marks as well."""
FONT = 'font-family="system-ui, sans-serif" font-size="11"'
INK, FAINT = "#222222", "#dddddd"


def growth(rows: Sequence[Row], trials: Sequence[Trial]) -> str:
    """Return the picture of all growth rows that have been run, and of their memory; "" if there are none."""
    shown = [row for row in rows if row.is_growth and any(trial.row == row.name for trial in trials)]
    if not shown:
        return ""
    panels = [(row.title, _lines(row, trials), "s") for row in shown]
    panels.append(("Memory, the largest of all questions", _memory(shown, trials), "MB"))
    high = HEIGHT * math.ceil(len(panels) / ACROSS) + 26
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * ACROSS} {high}" {FONT}>',
        "<title>CPU seconds and memory by the number of candidates, for 10, 30 and 60 posts</title>",
        f'<rect width="100%" height="100%" fill="white"/><g fill="{INK}">',
    ]
    for place, (title, lines, unit) in enumerate(panels):
        across, down = place % ACROSS, place // ACROSS
        parts.append(f'<g transform="translate({across * WIDTH} {down * HEIGHT})">{_panel(title, lines, unit)}</g>')
    parts += [_legend([number for number, _ in panels[0][1]], high - 12), "</g></svg>"]
    return "\n".join(parts) + "\n"


Point = tuple[float, float, bool]
"""How far right, how high, and whether it is whole: finished, complete, proven, exact."""
Line = tuple[int, list[Point]]


def _lines(row: Row, trials: Sequence[Trial]) -> list[Line]:
    x, line = row.axes
    own = [trial for trial in trials if trial.row == row.name and trial.status in {"finished", "unfinished"}]
    return [
        (
            number,
            [
                (one.size[x], max(one.whole, 1e-3), one.is_finished and is_whole(one.answer))
                for one in own
                if one.size[line] == number
            ],
        )
        for number in dict.fromkeys(one.size[line] for one in own)
    ]


def _memory(rows: Sequence[Row], trials: Sequence[Trial]) -> list[Line]:
    most: dict[int, dict[int, int]] = {}
    for row in rows:
        x, line = row.axes
        for one in trials:
            if one.row == row.name:
                of_line = most.setdefault(one.size[line], {})
                of_line[one.size[x]] = max(of_line.get(one.size[x], 1), one.peak_mb)
    return [(number, [(at, most[number][at], True) for at in sorted(most[number])]) for number in sorted(most)]


def _panel(title: str, lines: Sequence[Line], unit: str) -> str:
    points = [point for _, held in lines for point in held]
    x_low, x_high = min(point[0] for point in points), max(point[0] for point in points)
    y_low = 10 ** math.floor(math.log10(min(point[1] for point in points)))
    y_high = 10 ** math.ceil(math.log10(max(point[1] for point in points) * 1.001))

    def right(value: float) -> float:
        share = 0.5 if x_low == x_high else math.log(value / x_low) / math.log(x_high / x_low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def up(value: float) -> float:
        return HEIGHT - BOTTOM - math.log(value / y_low) / math.log(y_high / y_low) * (HEIGHT - TOP - BOTTOM)

    parts = [f'<text x="{LEFT}" y="18" font-weight="600">{escape(title)}</text>']
    step = y_low
    while step <= y_high * 1.001:
        height = f"{up(step):.1f}"
        parts.append(f'<path d="M{LEFT} {height}H{WIDTH - RIGHT}" stroke="{FAINT}"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{height}" dy="4" text-anchor="end">{step:g} {unit}</text>')
        step *= 10
    parts += [
        f'<text x="{right(value):.1f}" y="{HEIGHT - 24}" text-anchor="middle">{value:,.0f}</text>'
        for value in sorted({point[0] for point in points})
    ]
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">candidates</text>')
    for place, (_, held) in enumerate(lines):
        colour = COLOURS[place % len(COLOURS)]
        path = "L".join(f"{right(x):.1f} {up(y):.1f}" for x, y, _ in held)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
        parts += [_mark(place, right(x), up(y), colour, filled=whole) for x, y, whole in held]
    return "".join(parts)


def _mark(place: int, x: float, y: float, colour: str, *, filled: bool) -> str:
    """Return a mark: hollow where the answer is not whole."""
    fill = f'fill="{colour if filled else "white"}" stroke="{colour}"'
    match place % 3:
        case 0:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" {fill}/>'
        case 1:
            return f'<rect x="{x - 3.2:.1f}" y="{y - 3.2:.1f}" width="6.4" height="6.4" {fill}/>'
    return f'<path d="M{x:.1f} {y - 4.4:.1f}l4.2 7.6h-8.4z" {fill}/>'


def _legend(numbers: Sequence[int], y: float) -> str:
    parts = []
    for place, number in enumerate(numbers):
        x = LEFT + place * 110
        parts.append(_mark(place, x, y - 4, COLOURS[place % len(COLOURS)], filled=True))
        parts.append(f'<text x="{x + 10}" y="{y}">{number} posts</text>')
    said = "hollow: stopped at the limit, or an answer that says of itself that it is not complete"
    parts.append(f'<text x="{LEFT + len(numbers) * 110}" y="{y}">{said}</text>')
    return "".join(parts)
