"""A naive twin of placet.record.history: put every statement on every day, and read each fully dated world."""

from itertools import product

ASSERTS, WITHDRAWS, SOFTENS = "asserts", "withdraws", "softens"


def standing_in_world(acts, day):
    """Standing on a day when each act (day, kind, whether it was held since the last withdrawal) has its day."""
    events = [(one, kind) for one, kind, _ in acts]
    for said, kind, back in acts:
        if kind == ASSERTS and back:
            earlier = [one for one, other, _ in acts if other == WITHDRAWS and one < said]
            events.append((max(earlier) + 1 if earlier else -1000, ASSERTS))
    past = [event for event in events if event[0] <= day and event[1] != SOFTENS]
    if past:
        deciding = {kind for one, kind in past if one == max(past)[0]}
        return {
            frozenset({ASSERTS}): "stands",
            frozenset({WITHDRAWS}): "fallen",
            frozenset({ASSERTS, WITHDRAWS}): "undetermined",
        }[frozenset(deciding)]
    first = {kind for one, kind in events if one == min(events)[0]}
    if first == {ASSERTS}:
        return "unvoiced"
    return "undetermined" if ASSERTS in first else "stands"


def possible_standings(spans, day, calendar):
    """Every standing that some placement of the spans (first, last, kind, back) on days of `calendar` gives."""
    return {standing_in_world(acts, day) for acts in placements(spans, calendar)}


def since_in_world(acts, day, bottom=-20):
    """The first day from which standing has been what it is on `day`; None if it was so from always."""
    standing = standing_in_world(acts, day)
    first = day
    while first > bottom and standing_in_world(acts, first - 1) == standing:
        first -= 1
    return None if first == bottom else first


def is_softened_in_world(acts, day):
    """Whether some softening up to `day` has no later assertion up to it, those that reports reach back to included."""
    withdrawn = [one for one, kind, _ in acts if kind == WITHDRAWS]
    asserted = [one for one, kind, _ in acts if kind == ASSERTS]
    for said, kind, back in acts:
        if kind == ASSERTS and back:
            asserted += [one + 1 for one in withdrawn if one < said and one == max(w for w in withdrawn if w < said)]
    softened = [one for one, kind, _ in acts if kind == SOFTENS and one <= day]
    return any(not any(one < later <= day for later in asserted) for one in softened)


def placements(spans, calendar):
    """Every way to put spans (first, last, kind, back) on days of `calendar`."""
    choices = [[one for one in calendar if first <= one <= last] for first, last, _, _ in spans]
    for days in product(*choices):
        yield [(one, kind, back) for one, (_, _, kind, back) in zip(days, spans, strict=True)]
