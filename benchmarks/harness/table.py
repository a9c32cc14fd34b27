"""The results as Markdown: one table a row of work, with what was aimed at and how far it was reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

from harness.judge import Judged, judge, ratios
from harness.values import Aim, AtMost, Contender, Faster, Row, Size, Trial, told

PICTURED = "CPU seconds and memory against the number of candidates, one line each for 10, 30 and 60 posts"


def tables(
    rows: Sequence[Row], trials: Sequence[Trial], machines: Sequence[dict[str, Any]], wrong: Sequence[str] = ()
) -> str:
    """Return the page: what differs, if anything, the machines, the aims in short, then every row."""
    parts = [f"**This run has failed: answers differ.** {one}" for one in wrong]
    parts += [machine_told(machine, alone=len(machines) == 1) for machine in machines]
    if aims := aims_told(rows, trials):
        parts.append(aims)
    for row in rows:
        own = [trial for trial in trials if trial.row == row.name]
        if own and not row.is_growth:
            parts.append(row_told(row, own))
    growth = [row for row in rows if row.is_growth and any(trial.row == row.name for trial in trials)]
    if growth:
        parts.append(growth_told(growth, trials))
    return "\n\n".join(parts).rstrip() + "\n"


def machine_told(machine: dict[str, Any], *, alone: bool = True) -> str:
    """Return what the work was done on, in one paragraph; with the rows, where others were run elsewhere."""
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items() if version)
    of_rows = "" if alone else f"**{', '.join(machine['rows'])}**: "
    return (
        f"{of_rows}Run of {machine['date']} at commit `{machine['commit']}`: {machine['processor']}, "
        f"{machine['cores']} cores, of which each contender has one, {machine['memory_gb']} GB, "
        f"{machine['system']}, Python {machine['python']}; "
        f"load {machine['load_before']} when it began. {versions}."
    )


def aims_told(rows: Sequence[Row], trials: Sequence[Trial]) -> str:
    """Return the aims of all rows, each with how far it is reached; "" if none was judged."""
    lines = []
    for row in rows:
        own = [trial for trial in trials if trial.row == row.name]
        lines += [
            f"| [{row.title}](#{row.name}) | {aim_told(one.aim)} | {reached_told(one)} |" for one in judge(row, own)
        ]
    return "\n".join(["| work | aim | reached |", "|---|---|---|", *lines]) if lines else ""


def aim_told(aim: Aim) -> str:
    """Return an aim in words."""
    of = ", the search alone" if aim.of == "search" else ""
    match aim:
        case AtMost():
            return f"at most {seconds(aim.seconds)}{of}"
        case Faster() if aim.times < 1:
            return f"at most {1 / aim.times:g} times {aim.than}{of}"
        case Faster():
            return f"{aim.times:g} times faster than {aim.than}{of}"


def reached_told(judged: Judged) -> str:
    """Return how far an aim is reached."""
    if judged.reached == judged.of:
        return "yes" if judged.of == 1 else f"yes, {judged.of} of {judged.of}"
    known = f"{judged.reached} of {judged.of}" if judged.of > 1 else "no"
    if judged.worst == 0:
        return f"{known}; ours did not finish"
    if judged.is_open:
        return f"{known}; open where the other did not finish"
    return f"{known}; missed by a factor of {1 / judged.worst:.2g} at worst"


def row_told(row: Row, trials: Sequence[Trial]) -> str:
    """Return the table of one row."""
    lines = [
        f"### {row.title} {{ #{row.name} }}",
        "",
        "| size | who | build | search | whole | memory | times ours |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for size in _sizes(trials):
        for contender in row.contenders:
            own = [trial for trial in trials if trial.contender == contender.name and dict(trial.size) == dict(size)]
            if own:
                lines.append(f"| {told(size)} | {contender.name} | {_cells(row, trials, contender, size, own)} |")
    return "\n".join(lines)


def _cells(row: Row, trials: Sequence[Trial], contender: Contender, size: Size, own: Sequence[Trial]) -> str:
    done = [trial for trial in own if trial.is_finished]
    memory = f"{max(trial.peak_mb for trial in own)} MB"
    if done:
        parts = [spread(trial.build for trial in done), spread(trial.search for trial in done)]
        whole = spread(trial.whole for trial in done)
    else:
        parts, whole = ["", ""], ""
    stopped = [_stopped(row, trial) for trial in own if not trial.is_finished]
    if stopped:
        number = f" ({len(stopped)} of {len(own)})" if done else ""
        whole = f"{whole}; {stopped[0]}{number}".removeprefix("; ")
    times = [one for one in ratios(row, trials) if one.contender == contender.name and dict(one.size) == dict(size)]
    if not times:
        return " | ".join([*parts, whole, memory, ""])
    more = "over " if any(one.at_least for one in times) else ""
    return " | ".join([*parts, whole, memory, more + spread((one.times for one in times), plain=True)])


def _stopped(row: Row, trial: Trial) -> str:
    said = f"unfinished at {row.limit:g} s" if trial.status == "unfinished" else trial.status
    return f"{said}, {len(trial.pieces)} found" if trial.pieces else said


def growth_told(rows: Sequence[Row], trials: Sequence[Trial]) -> str:
    """Return how ours grows: CPU seconds and memory of every question at every size."""
    lines = ["### How it grows { #growth }", "", f"![{PICTURED}](growth.svg)", ""]
    for row in rows:
        own = [trial for trial in trials if trial.row == row.name]
        x, line = row.axes
        across = list(dict.fromkeys(trial.size[x] for trial in own))
        lines += [f"{row.title}, CPU seconds (memory):", ""]
        lines += [
            f"| {line} | " + " | ".join(f"{number:,} {x}" for number in across) + " |",
            "|---" * (len(across) + 1) + "|",
        ]
        for number in dict.fromkeys(trial.size[line] for trial in own):
            cells = (
                next((grown(row, one) for one in own if (one.size[x], one.size[line]) == (at, number)), "")
                for at in across
            )
            lines.append(f"| {number} | " + " | ".join(cells) + " |")
        lines.append("")
    return "\n".join(lines).rstrip()


def grown(row: Row, trial: Trial) -> str:
    """Return one cell of the growth table; what the answer marks as not complete says so."""
    if not trial.is_finished:
        return _stopped(row, trial)
    marks = "" if is_whole(trial.answer) else ", partial"
    return f"{seconds(trial.whole)} ({trial.peak_mb} MB{marks})"


def is_whole(answer: Any) -> bool:
    """Whether an answer says of itself that it is complete, proven and exact."""
    if not isinstance(answer, dict):
        return True
    complete = answer.get("complete", True)
    flags = complete.values() if isinstance(complete, dict) else [complete]
    proven = answer.get("proven", True)
    return all(flags) and answer.get("exact", True) and proven in {True, answer.get("criteria", True)}


def spread(numbers: Iterable[float], *, plain: bool = False) -> str:
    """Return the median of some numbers, with the least and the largest where they differ."""
    kept = sorted(numbers)
    write = times_told if plain else seconds
    middle, least, most = write(median(kept)), write(kept[0]), write(kept[-1])
    return middle if least == most else f"{middle} ({least} to {most})"


def seconds(number: float) -> str:
    """Return seconds with two digits that count."""
    if number < 0.0995:
        return f"{number * 1000:.2g} ms"
    return f"{number:.2g} s" if number < 9.95 else f"{number:.0f} s"


def times_told(number: float) -> str:
    """Return a ratio with two digits that count."""
    return f"{number:.2g}" if number < 99.5 else f"{number:,.0f}"


def _sizes(trials: Sequence[Trial]) -> Iterator[Size]:
    seen: list[dict[str, int]] = []
    for trial in trials:
        if dict(trial.size) not in seen:
            seen.append(dict(trial.size))
            yield trial.size
