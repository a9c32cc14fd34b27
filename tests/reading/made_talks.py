"""A made-up case about made-up people, for reading texts into."""

from pathlib import Path

from placet import read_case
from placet.case.nouns import Case

YAML = """
placet: 1
title: A council for Ostria
sides:
  government: {name: {en: The present government}, consent: true}
  opposition: {name: {en: The opposition}, consent: true}
  france: {name: {en: France}, consent: false}
groups:
  old-guard: {name: {en: The present government}}
  hardliners: {name: {en: Hardline groups}}
  thunder: {name: {en: The Thunder League}, within: hardliners}
candidates:
  orr: {name: {en: Balthazar Orr, fr: Balthazar Orr}, groups: [old-guard]}
  bell: {name: {en: Ada Bell}}
  bolt: {name: {en: Cato Bolt}, groups: [thunder]}
posts:
  member: {title: Member, seats: {at_least: 1, at_most: 3}}
terms:
  election: {title: {en: Elections within}, options: [six-months, twelve-months]}
demands:
  no-orr: {side: opposition, excludes: orr}
  orr-first: {side: opposition, blocks: conference, until: departure}
  no-hardliners: {side: government, excludes: {group: hardliners}, presumed: 0.8}
  soon: {side: opposition, chooses: {election: six-months}}
roadmap:
  departure: {title: {en: Balthazar Orr leaves power}}
  conference: {title: {en: The sides meet}}
record:
  - {on: 2020-01-10, demand: no-orr, stance: asserts, by: Ada Bell (Movement), quote: Orr must go.}
  - {on: 2020-01-12, demand: no-hardliners, stance: presumes, by: Mina Vane, quote: They would refuse.}
"""


def made_talks(folder: Path) -> Case:
    """Return the case, read from `folder`."""
    (folder / "case.yaml").write_text(YAML, encoding="utf-8")
    return read_case(folder)
