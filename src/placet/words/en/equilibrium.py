"""English words of how a procedure will be played, and of procedures beside each other."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "equilibrium.title": "{title} ({name}): how it will be played",
    "equilibrium.one": "If everybody looks ahead: {what}.",
    "equilibrium.several": {
        "other": "If everybody looks ahead, {count} outcomes can hold, and nothing in the rules says which: {what}."
    },
    "equilibrium.more": {"one": "And one more.", "other": "And {count} more."},
    "equilibrium.none": (
        "No fixed choice of moves holds: whatever the sides settle on, somebody would do better by another move. They "
        "can only keep each other guessing, and placet does not tell the chances of that."
    ),
    "equilibrium.sincere.same": "It is the same if everybody follows its own ranking and nobody looks ahead.",
    "equilibrium.sincere": "If everybody follows its own ranking and nobody looks ahead: {what}.",
    "equilibrium.improvement": (
        "It can come to {name}, although {better} is better for somebody and worse for nobody: a name to propose "
        "instead."
    ),
    "equilibrium.names": "{names}",
    "equilibrium.held": "{seat} to {holder}",
    "equilibrium.nobody": "nobody is appointed",
    "equilibrium.referred": "it is left to {who}",
    "equilibrium.chance": "{what} with probability {chance}",
    "equilibrium.lot": "a lot decides, {parts}",
    "equilibrium.rank": "For {party} that is number {rank} of {size}.",
    "equilibrium.mean-rank": "For {party} that is number {rank} of {size} on average.",
    "equilibrium.course": "How it goes",
    "equilibrium.course.strikes": "{party} strikes {names}.",
    "equilibrium.course.proposes": "{party} proposes {names}.",
    "equilibrium.course.chooses": "{party} chooses {names}.",
    "equilibrium.course.picks": "{party} picks {names}.",
    "equilibrium.why": "Why",
    "equilibrium.concept.subgame-perfect": (
        "At every turn that could come up, each side does what is best for it, and knows that the others will too "
        "(subgame-perfect equilibrium)."
    ),
    "equilibrium.concept.nash": (
        "Nobody could do better by handing in something else while the others hand in what they do (Nash equilibrium)."
    ),
    "equilibrium.theorem.strikes": (
        "Run the order of strikes backwards: whoever strikes last gives up its worst name, then the one before it, and "
        "so on; the name that is left is appointed."
    ),
    "equilibrium.theorem.k-names": (
        "Whoever chooses takes its best of the list; so the other side can have its favourite of those names that the "
        "chooser cannot refuse, and fills the list with names that the chooser likes less."
    ),
    "equilibrium.theorem.shortlisting": (
        "Whoever chooses takes its best of the list; so the side that lists can have its favourite of the better half "
        "of the chooser's ranking, and fills the list with names that the chooser likes less."
    ),
    "equilibrium.theorem.offers": (
        "It comes to a name whose worse rank is as good as can be. Where there are two, an odd number of names favours "
        "the side that offers first, an even number the other side."
    ),
    "equilibrium.theorem.vetoes": (
        "What can hold are the names that nobody can strike among its worst and that no other name beats for both."
    ),
    "equilibrium.theorem.picks": (
        "Run the order of picks backwards: each turn leaves to the last what the other side wants least, and so on."
    ),
    "equilibrium.source": "The theorem: {source}.",
    "equilibrium.method.backward-induction": "It was found from the last moves back to the first, through every move.",
    "equilibrium.method.enumeration": "It was found by trying every combination of what can be handed in.",
    "equilibrium.assumes": (
        "It is taken for granted that everybody knows everybody's ranking, that nobody stays silent, and that whoever "
        "is asked to serve accepts."
    ),
    "equilibrium.nobody.equal-steps": (
        "That nobody is appointed, or that somebody else appoints, counts as worse than any name."
    ),
    "equilibrium.nobody.scores": (
        "That nobody is appointed, or that somebody else appoints, counts as what the case says of disagreement, and "
        "as worse than any name for a side that only ranks."
    ),
    "equilibrium.utility.equal-steps": (
        "A lot counts as the mean of the ranks, and several seats as their sum: each step in a ranking is as large as "
        "the next."
    ),
    "equilibrium.utility.scores": (
        "A lot counts as the mean of the scores that the case gives, several seats as their sum."
    ),
    # Procedures beside each other.
    "equilibrium.compare": "Procedures beside each other",
    "equilibrium.compare.intro": (
        "What comes of the same names and rankings: if everybody follows its own ranking, and if everybody looks "
        "ahead. In brackets stand the ranks for {sides}, in this order. An exclamation mark says that another name is "
        "better for somebody and worse for nobody."
    ),
    "equilibrium.compare.name": "{name}",
    "equilibrium.compare.name.first": "{name}, {first} first",
    "equilibrium.compare.row": "{name}: {entries}",
    "equilibrium.compare.sincere": "by rank: {what}{ranks}{marks}",
    "equilibrium.compare.clever": "ahead: {what}{ranks}{marks}",
    "equilibrium.compare.any": "{parts} can hold",
    "equilibrium.compare.anything": "anybody can hold",
    "equilibrium.compare.lot": "lot, {parts}",
    "equilibrium.compare.even-lot": "even lot of {parts}",
    "equilibrium.compare.share": "{what} {chance}",
    "equilibrium.compare.no-equilibrium": "no fixed choice holds",
    "equilibrium.compare.ranks": " ({parts})",
    "equilibrium.compare.rank": "{rank}",
    "equilibrium.compare.range": "{best} to {worst}",
    "equilibrium.compare.inefficient": " !",
    "equilibrium.compare.impasse": "; the sides may not agree",
    "equilibrium.compare.nothing": "",
    "equilibrium.compare.unsolved": "ahead: {why}",
    "equilibrium.compare.why.too-large": "not found, there is too much to look at",
    "equilibrium.compare.why.not-ours": "not found, somebody who is no side decides",
    "equilibrium.compare.settings": "What was filled in or changed for the comparison",
    "equilibrium.compare.set": "{name}: {settings}",
    "equilibrium.compare.setting": "{field} {value}",
    "equilibrium.compare.left-out": {
        "one": "Left out, because it has several lists or seats, or something is missing: {names}.",
        "other": "Left out, because they have several lists or seats, or something is missing: {names}.",
    },
}
