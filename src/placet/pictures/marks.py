"""The signs as shapes of SVG, so that they look the same in every font."""

from __future__ import annotations

from collections.abc import Iterator

from placet.pictures.palette import GROUND, Sign


def strokes(sign: Sign, x: float, y: float, radius: float, colour: str) -> Iterator[str]:
    """Yield the opened elements of a sign around a point; whoever draws them closes them."""
    r, thick = radius, max(1.5, radius / 3)

    def path(way: str, *, is_filled: bool = False) -> str:
        look = f'fill="{colour}"' if is_filled else f'fill="none" stroke-width="{_n(thick)}" stroke-linecap="round"'
        return f'<path d="{way}" {look} stroke="{colour}"'

    match sign:
        case Sign.NONE:
            return
        case Sign.CROSS:
            s = r * 0.75
            yield path(
                f"M{_n(x - s)},{_n(y - s)}L{_n(x + s)},{_n(y + s)}M{_n(x - s)},{_n(y + s)}L{_n(x + s)},{_n(y - s)}"
            )
        case Sign.TICK:
            yield path(
                f"M{_n(x - r * 0.8)},{_n(y)}L{_n(x - r * 0.2)},{_n(y + r * 0.65)}L{_n(x + r * 0.85)},{_n(y - r * 0.65)}"
            )
        case Sign.QUESTION:
            yield path(
                f"M{_n(x - r * 0.5)},{_n(y - r * 0.4)}a{_n(r * 0.5)},{_n(r * 0.5)} 0 1 1 {_n(r * 0.7)},{_n(r * 0.42)}"
                f"q{_n(-r * 0.2)},{_n(r * 0.12)} {_n(-r * 0.2)},{_n(r * 0.4)}"
            )
            yield f'<circle cx="{_n(x)}" cy="{_n(y + r * 0.95)}" r="{_n(thick * 0.6)}" fill="{colour}"'
        case Sign.RING:
            yield (
                f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r * 0.8)}" fill="{GROUND}" stroke="{colour}" '
                f'stroke-width="{_n(thick)}"'
            )
        case Sign.DOT:
            yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r * 0.8)}" fill="{colour}"'
        case Sign.HALF:
            edge = f'fill="none" stroke="{colour}" stroke-width="1.5"'
            yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r * 0.8)}" {edge}'
            yield path(f"M{_n(x)},{_n(y - r * 0.8)}a{_n(r * 0.8)},{_n(r * 0.8)} 0 0 0 0,{_n(r * 1.6)}z", is_filled=True)
        case Sign.BAR:
            yield path(f"M{_n(x - r * 0.7)},{_n(y)}L{_n(x + r * 0.7)},{_n(y)}")
        case Sign.STAR:
            yield path(_star(x, y, r), is_filled=True)
        case Sign.DIAMOND:
            yield path(
                f"M{_n(x)},{_n(y - r)}L{_n(x + r)},{_n(y)}L{_n(x)},{_n(y + r)}L{_n(x - r)},{_n(y)}z", is_filled=True
            )
        case Sign.TRIANGLE:
            yield path(
                f"M{_n(x)},{_n(y - r)}L{_n(x + r)},{_n(y + r * 0.8)}L{_n(x - r)},{_n(y + r * 0.8)}z", is_filled=True
            )


def _star(x: float, y: float, r: float) -> str:
    """Return the way around a star of five points."""
    outer = ((0, -1), (0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309))
    inner = ((0.235, -0.324), (0.38, 0.124), (0, 0.4), (-0.38, 0.124), (-0.235, -0.324))
    points = [(x + a * r, y + b * r) for pair in zip(outer, inner, strict=True) for a, b in pair]
    return "M" + "L".join(f"{_n(a)},{_n(b)}" for a, b in points) + "z"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
