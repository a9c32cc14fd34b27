"""Profiles for tests: short ways to write them, and Hypothesis' strategies."""

from hypothesis import strategies as st

from placet.ballots.profile import Profile
from placet.voting.rules import RULES


def rankings(words):
    """``abc/bca`` as two rankings."""
    return [list(word) for word in words.split("/")]


def winners(rule, profile, counts=None, **options):
    """The winners' names as a set, of a profile, of rankings, or of words such as ``abc/bca``."""
    if isinstance(profile, str):
        profile = rankings(profile)
    if not isinstance(profile, Profile):
        profile = Profile.of(profile, counts)
    return set(RULES[rule](profile, **options).names)


@st.composite
def profiles(draw, most_voters=6, most_candidates=5, fewest_voters=1):
    """Strict rankings of letters; like-minded voters are as frequent as others."""
    names = "abcdefgh"[: draw(st.integers(1, most_candidates))]
    size = draw(st.integers(fewest_voters, most_voters))
    return draw(st.lists(st.permutations(list(names)), min_size=size, max_size=size))


@st.composite
def truncated(draw):
    """Rankings that may leave names out, at least one name and one ballot."""
    whole = draw(profiles())
    return [ranking[: draw(st.integers(1, len(ranking)))] for ranking in whole]
