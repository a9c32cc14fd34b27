"""Write case.yaml beside this file: case.in.yaml with 120 people drawn from a seed.

The rules and the demands are written by hand in case.in.yaml, because they are the story of the case.
Run `python cases/cabinet/make.py`; the same file comes out every time.
"""

import random
from pathlib import Path

SEED = 1848
SIDES = {
    "amber": "The Amber Hall",
    "birch": "The Birch Assembly",
    "cobalt": "The Cobalt League",
    "dune": "The Dune Covenant",
    "elm": "The Elm Front",
}
GIVEN = (
    ("Arvel", "Besk", "Corro", "Dunnic", "Eskil", "Fentor", "Gravin", "Hobrick", "Ilmo", "Jandor"),
    ("Avelline", "Brisca", "Cordane", "Dessily", "Evonda", "Ferrisa", "Gwinola", "Hestrin", "Ismara", "Jolenna"),
)
FAMILY_STARTS = ("Ash", "Brim", "Corn", "Dray", "Fern", "Glim", "Hask", "Ink", "Jas", "Keld", "Lorn", "Mist")
FAMILY_ENDS = ("barrow", "combe", "dell", "fathom", "gable", "hollow", "lantern", "mantle", "quill", "tarn")
PROFESSIONS = ["lawyer"] * 4 + ["official"] * 4 + ["economist"] * 3 + ["physician"] * 3 + ["teacher"] * 3
REGIONS = ("capital", "coast", "highlands", "plains", "islands")
OFFICERS = {"amber": 2, "dune": 1, "elm": 2, "independents": 1}


def people(rng: random.Random) -> list[str]:
    """Return one line of YAML for each candidate: 20 of every side and 20 independents."""
    families = [start + end for start in FAMILY_STARTS for end in FAMILY_ENDS]
    rng.shuffle(families)
    lines = []
    for group in (*SIDES, "independents"):
        professions = PROFESSIONS + ["engineer"] * 3
        for place in range(OFFICERS.get(group, 0)):
            professions[-1 - place] = "officer"
        for place, profession in enumerate(professions):
            family = families.pop()
            woman = rng.random() < 0.45
            region = rng.choice(REGIONS)
            # The Hall has its lawyers and officials in the capital, the League its former ministers.
            minister = place in {1, 9, 12}
            if (group == "amber" and profession in {"lawyer", "official"}) or (group == "cobalt" and minister):
                region = "capital"
            years = rng.randint(3, 9) if minister else 0
            guard = group == "elm" and place in {2, 13, 17, 19}
            traits = f"gender: {'woman' if woman else 'man'}, region: {region}, profession: {profession}"
            traits += f", served_as: minister, years_in_office: {years}" if minister else ""
            name = f"{rng.choice(GIVEN[woman])} {family}"
            member_of = "elm-guard" if guard else group
            lines.append(f"  {family.lower()}: {{name: {{en: {name}}}, groups: [{member_of}], traits: {{{traits}}}}}")
    return lines


def case_yaml() -> str:
    """Return the whole case file."""
    written = Path(__file__).with_name("case.in.yaml").read_text(encoding="utf-8")
    return written.replace("  # PEOPLE", "\n".join(people(random.Random(SEED))))


if __name__ == "__main__":
    Path(__file__).with_name("case.yaml").write_text(case_yaml(), encoding="utf-8", newline="\n")
