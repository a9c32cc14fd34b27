"""Sealing a sheet and opening it again: keys, signed envelopes, shares for authorised sets; nothing stored or sent."""
