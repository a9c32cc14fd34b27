"""Write case.yaml beside this file: case.in.yaml with people, vetoes on single people and scores drawn from a seed.

The posts, the rules and the demands that make the story are written by hand in case.in.yaml.
Run `python cases/cabinet-30/make.py`; the same file comes out every time.
"""

import random
from dataclasses import dataclass
from pathlib import Path

SEED = 2040
SIDES = ("amber", "birch", "cobalt", "dune", "elm")
GIVEN = (
    ("Arvel", "Besk", "Corro", "Dunnic", "Eskil", "Fentor", "Gravin", "Hobrick", "Ilmo", "Jandor"),
    ("Avelline", "Brisca", "Cordane", "Dessily", "Evonda", "Ferrisa", "Gwinola", "Hestrin", "Ismara", "Jolenna"),
)
FAMILY_STARTS = "Ash Brim Corn Dray Fern Glim Hask Ink Jas Keld Lorn Mist Nettle Oat Pell Quarr Rush Sedge Thorn Umber"
FAMILY_ENDS = "barrow combe dell fathom gable hollow lantern mantle quill tarn under vale wick yarrow zephyr"
PROFESSIONS = ("lawyer", "official", "economist", "physician", "teacher", "engineer", "merchant", "farmer")
REGIONS = ("capital", "coast", "highlands", "plains", "islands")
MEMBERS = 50
OFFICERS = {"birch": 1, "dune": 1, "elm": 1, "independents": 2}
"""Officers of each group: five people for the three posts that only an officer may hold."""

OFFICER_VETOES = (("amber", "dune"), ("cobalt", "birch"), ("elm", "independents"))
"""Who refuses an officer of whom. Two are left for three posts until the Front takes back the last of these."""

VETOES = 47
"""Further vetoes on single people."""


@dataclass(frozen=True)
class Person:
    """One of the 300."""

    id: str
    name: str
    group: str
    traits: str
    is_officer: bool


def people(rng: random.Random) -> list[Person]:
    """Return 50 people of every side and 50 independents."""
    families = [start + end for start in FAMILY_STARTS.split() for end in FAMILY_ENDS.split()]
    rng.shuffle(families)
    found = []
    for group in (*SIDES, "independents"):
        for place in range(MEMBERS):
            family = families.pop()
            is_officer = place < OFFICERS.get(group, 0)
            # The two independent officers are women, as the story has it.
            is_woman = rng.random() < 0.45 or (is_officer and group == "independents")
            profession = "officer" if is_officer else PROFESSIONS[place % len(PROFESSIONS)]
            traits = (
                f"gender: {'woman' if is_woman else 'man'}, region: {rng.choice(REGIONS)}, profession: {profession}"
            )
            traits += ", served_as: minister" if rng.random() < 0.1 else ""
            member_of = "elm-guard" if group == "elm" and not is_officer and rng.random() < 0.2 else group
            found.append(
                Person(family.lower(), f"{rng.choice(GIVEN[is_woman])} {family}", member_of, traits, is_officer)
            )
    return found


def vetoes(rng: random.Random, everybody: list[Person]) -> list[tuple[str, Person]]:
    """Return who refuses whom: first the officers of the story, then others drawn at random."""
    officers = {group: [one for one in everybody if one.is_officer and one.group == group] for group in OFFICERS}
    found = [(side, officers[group][0]) for side, group in OFFICER_VETOES]
    others = [one for one in everybody if not one.is_officer]
    while len(found) < len(OFFICER_VETOES) + VETOES - 1:
        side, one = SIDES[len(found) % len(SIDES)], rng.choice(others)
        if not one.group.startswith(side) and (side, one) not in found:
            found.append((side, one))
    return found


def scores(rng: random.Random, side: str, everybody: list[Person]) -> str:
    """Return what each name is worth to a side: most of all its own people, and least of all those of its rivals."""
    told = []
    for one in everybody:
        worth = rng.randint(5, 10) if one.group.startswith(side) else rng.randint(0, 6)
        if worth:
            told.append(f"{one.id}: {worth}")
    return f"  {side}: {{scores: {{{', '.join(told)}}}, unscored: 0}}"


def case_yaml() -> str:
    """Return the whole case file."""
    rng = random.Random(SEED)
    everybody = people(rng)
    refused = vetoes(rng, everybody)
    named = [
        f"  {one.id}: {{name: {{en: {one.name}}}, groups: [{one.group}], traits: {{{one.traits}}}}}"
        for one in everybody
    ]
    demanded = [
        f"  {side}-no-{one.id}: {{side: {side}, excludes: {one.id}, cost: {rng.randint(1, 4)}}}"
        for side, one in refused
    ]
    liked = [scores(rng, side, everybody) for side in SIDES]
    text = Path(__file__).with_name("case.in.yaml").read_text(encoding="utf-8")
    for mark, lines in (("  # PEOPLE", named), ("  # VETOES", demanded), ("  # SCORES", liked)):
        text = text.replace(mark, "\n".join(lines))
    return text.replace("OFFICER", next(one.id for side, one in refused if side == "elm" and one.is_officer))


if __name__ == "__main__":
    Path(__file__).with_name("case.yaml").write_text(case_yaml(), encoding="utf-8", newline="\n")
