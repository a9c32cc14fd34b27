"""English words of the games with papers, votes, consent and coins, and of what comes between in real life."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    # Straw polls.
    "games.poll.paper": "{party} hands in its paper.",
    "games.poll.silent": "{party} hands in nothing, and is taken to have no opinion of anybody.",
    "games.poll.count": "{name}: {encourage} encourage, {discourage} discourage, {none} without opinion.",
    "games.poll.count.veto": {
        "one": (
            "{name}: {encourage} encourage, {discourage} discourage, {none} without opinion; {count} of the papers "
            "that discourage is a permanent member's."
        ),
        "other": (
            "{name}: {encourage} encourage, {discourage} discourage, {none} without opinion; {count} of the papers "
            "that discourage are permanent members'."
        ),
    },
    "games.poll.count.no-veto": (
        "{name}: {encourage} encourage, {discourage} discourage, {none} without opinion; no permanent member "
        "discourages."
    ),
    "games.poll.recommended": (
        "{name} is recommended: {needed} or more encourage, no permanent member discourages, and nobody else has as "
        "many."
    ),
    "games.poll.over": {
        "one": "One poll was to be held, and nobody came out of it.",
        "other": "{count} polls were to be held, and nobody came out of them.",
    },
    "games.poll.stale": "The papers are the same as in the poll before, and nobody withdrew.",
    "games.stays": "{name} stays a candidate.",
    "games.withdraws": "{name} withdraws.",
    # Votes with reasoned vetoes.
    "games.vote.for": "{party} votes for {names}.",
    "games.vote.for-nobody": "{party} votes for nobody.",
    "games.vote.veto": "{party} vetoes {name}: {reason}",
    "games.vote.withdraws": "{party} withdraws its veto of {name}.",
    "games.vote.stays": "{party} leaves its votes as they were.",
    "games.vote.silent.assent": "{party} says nothing, which gives assent to everybody.",
    "games.vote.silent.abstain": "{party} says nothing, and abstains.",
    "games.vote.count": {
        "one": "{name} has one vote, and no veto.",
        "other": "{name} has {count} votes, and no veto.",
    },
    "games.vote.count.vetoed": {
        "one": "{name} has one vote, and the veto of {parties} stands.",
        "other": "{name} has {count} votes, and the veto of {parties} stands.",
    },
    "games.vote.over": {
        "one": "One round was to be held, and nobody has enough votes without a veto.",
        "other": "{count} rounds were to be held, and nobody has enough votes without a veto.",
    },
    "games.vote.unchanged": "Nobody changed a vote, so the vetoes stand.",
    # Consent rounds.
    "games.consent.proposes": "{name} is proposed.",
    "games.consent.consents": "{party} consents.",
    "games.consent.silent": "{party} says nothing, which is taken as consent.",
    "games.consent.objects": "{party} objects: {reason}",
    "games.consent.amends": "The post is changed: {change}",
    "games.consent.closes": "It is ended here.",
    "games.consent.unresolved": "The objections were not resolved.",
    "games.consent.appointed": "Nobody objects, so {name} is appointed.",
    "games.consent.over": {
        "one": "One round was to be held, and the objections stand.",
        "other": "{count} rounds were to be held, and the objections stand.",
    },
    # Ballot after ballot.
    "games.ballot.votes": {
        "one": "{party} votes for {name}.",
        "other": "{party} votes for {name} with {count} votes.",
    },
    "games.ballot.blank": {
        "one": "{party} casts a blank paper.",
        "other": "{party} casts {count} blank papers.",
    },
    "games.ballot.absent": {
        "one": "{party} stays away.",
        "other": "{party} stays away with its {count} votes.",
    },
    "games.ballot.no-quorum": "Only {present} votes are present, and {quorum} must be: no ballot is held.",
    "games.ballot.count": "{name} has {score} of the {needed} votes that are needed.",
    "games.ballot.over": {
        "one": "One ballot was to be called, and nobody is elected.",
        "other": "{count} ballots were to be called, and nobody is elected.",
    },
    "games.ballot.stale": "The votes are the same as before, and nobody is elected.",
    # Strike and flip.
    "games.flip.names": "{party} names {names}.",
    "games.flip.names-nobody": "{party} names nobody.",
    "games.flip.strikes": "{party} strikes {names}.",
    "games.flip.strikes-nobody": "{party} strikes nobody.",
    "games.flip.shared": "Both sides named {names}.",
    # What comes between.
    "games.attended.removed": "{name} is taken off the list: {reason}",
    "games.attended.withdraws": "{name} is no longer available.",
    "games.attended.challenged": "{party} challenges {name}: {reason}",
    "games.attended.upheld": "The challenge is upheld, and {name} is out.",
    "games.attended.denied": "The challenge is not upheld, and {name} stays.",
    "games.attended.drawn": "{name} is drawn from the roster and joins the list.",
    "games.attended.joins": "{party} joins, gets the same names, and has the same rights.",
    # Deadlines.
    "games.deadline": "When it ends",
    "games.deadline.due": "{days} after {start}: the last day is {due}.",
    "games.deadline.days.calendar": {"one": "One day", "other": "{count} days"},
    "games.deadline.days.business": {"one": "One business day", "other": "{count} business days"},
    "games.deadline.holiday": "{day}: {name}",
    "games.deadline.weekend": "a weekend",
    "games.deadline.off": (
        "The last day is no business day ({why}). If the rule or the sides move it on, it is {day}."
    ),
    "games.weekday.0": "Monday, {day}",
    "games.weekday.1": "Tuesday, {day}",
    "games.weekday.2": "Wednesday, {day}",
    "games.weekday.3": "Thursday, {day}",
    "games.weekday.4": "Friday, {day}",
    "games.weekday.5": "Saturday, {day}",
    "games.weekday.6": "Sunday, {day}",
}
