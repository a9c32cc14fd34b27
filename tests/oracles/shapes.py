"""Random selectors and forms over given names."""

from __future__ import annotations

from dataclasses import dataclass, field

FORMS = ("excludes", "at_least", "at_most", "exactly", "apart", "together", "equal", "total", "chooses", "if")


@dataclass(frozen=True)
class Names:
    """The ids that a random case may use."""

    people: tuple
    groups: tuple
    posts: tuple
    sides: tuple
    terms: dict = field(default_factory=dict)


def random_selector(rng, names, depth=0):
    """Return a selector: an id, a group, a trait, or a combination two deep."""
    kinds = ["id", "trait", *(["group"] * 2 if names.groups else [])]
    kind = rng.choice(kinds if depth > 1 else [*kinds, "any", "all", "not"])
    if kind == "id":
        return rng.choice(names.people)
    if kind == "group":
        return {"group": rng.choice(names.groups)}
    if kind == "trait":
        return {
            "trait": rng.choice(
                [{"gender": "woman"}, {"gender": "man"}, {"member": True}, {"votes": 3}, {"votes": 3.5}]
            )
        }
    if kind == "not":
        return {"not": random_selector(rng, names, depth + 1)}
    return {kind: [random_selector(rng, names, depth + 1) for _ in range(rng.randint(1, 3))]}


def random_form(rng, names, weights=None, depth=0):
    """Return a form; `weights` maps the names in `FORMS` to how often they are wanted."""
    able = [name for name in FORMS if (name != "chooses" or names.terms) and (name != "if" or depth < 2)]
    kind = rng.choices(able, [1 if weights is None else weights.get(name, 1) for name in able])[0]
    if kind == "if":
        return {"if": random_form(rng, names, weights, depth + 1), "then": random_form(rng, names, weights, depth + 1)}
    if kind == "chooses":
        some = rng.sample(list(names.terms), rng.randint(1, len(names.terms)))
        return {"chooses": {term: rng.choice(names.terms[term]) for term in some}}
    form = _body(rng, names, kind)
    if rng.random() < 0.35:
        form["in"] = rng.sample(names.posts, rng.randint(1, len(names.posts)))
    return form


def _body(rng, names, kind):
    if kind == "excludes":
        return {"excludes": random_selector(rng, names)}
    if kind in {"apart", "together"}:
        return {kind: rng.sample(names.people, min(len(names.people), rng.choice([2, 2, 3])))}
    if kind == "equal":
        form = {"equal": [random_selector(rng, names) for _ in range(rng.choice([2, 2, 3]))]}
        return form | ({"within": rng.choice([0, 1, 1])} if rng.random() < 0.6 else {})
    if kind == "total":
        bound = rng.choice(["at_least", "at_most", "at_least", "exactly"])
        return {"total": "votes", bound: rng.choice([0, 1, 2, 3, 4, 3.5])}
    form = {kind: rng.choice([0, 1, 1, 2] if kind == "exactly" else [0, 1, 1, 2, "0%", "30%", "50%", "33.5%", "100%"])}
    if kind == "at_least" and rng.random() < 0.2:
        form["at_most"] = rng.choice([1, 2, "60%"])
    return form | {"where": random_selector(rng, names)}
