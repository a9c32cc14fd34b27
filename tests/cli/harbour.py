"""A made-up council that is stuck, for the verbs that look for a way out."""

import json

STUCK = """\
placet: 1
title: A council for a harbour
sides:
  north: {name: The north, consent: true}
  south: {name: The south, consent: true}
  guest: {name: A guest, consent: false}
groups: {guild: {name: The guild}}
candidates:
  ada: {name: Ada, groups: [guild], traits: {gender: woman}}
  ben: {name: Ben, groups: [guild], traits: {gender: man}}
  cyd: {name: Cyd, traits: {gender: man}}
  eve: {name: Eve, traits: {gender: woman}}
posts:
  chair: {title: Chair, eligible: {group: guild}}
constraints:
  women: {at_least: 1, where: {trait: {gender: woman}}}
demands:
  no-ada: {side: north, excludes: ada, cost: 5}
  no-ben: {side: south, excludes: ben, cost: 2}
  no-men: {side: north, at_most: 0, where: {trait: {gender: man}}, cost: 1}
  no-eve: {side: south, excludes: eve, cost: never}
  no-cyd: {side: guest, excludes: cyd}
"""
LOOSE = STUCK.replace("constraints:\n  women: {at_least: 1, where: {trait: {gender: woman}}}\n", "")


def asked(tell, *words):
    said = tell("concessions", *words, "--json")
    assert said.code == 0, said.err
    return json.loads(said.out)
