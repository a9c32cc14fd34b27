"""The parts of tiny cases: three sides, three candidates, one or two posts."""

HEAD = """
placet: 1
title: {en: A tiny case}
sides: {a: {name: {en: A}, consent: true}, b: {name: {en: B}, consent: true}, c: {name: {en: C}, consent: false}}
groups: {big: {name: {en: Big}}, small: {name: {en: Small}, within: big}}
candidates:
  x: {name: {en: X}, groups: [small], traits: {seats: 3, gender: woman}}
  y: {name: {en: Y}, groups: [big], traits: {gender: man}}
  z: {name: {en: Z}, traits: {gender: man}}
"""
CHAIR = "posts: {chair: {title: {en: Chair}, seats: 1}}\n"
PAIR = "posts: {pair: {title: {en: Pair}, seats: 2}}\n"
TWO = "posts: {chair: {title: {en: Chair}, seats: 1}, clerk: {title: {en: Clerk}, seats: 1}}\n"
