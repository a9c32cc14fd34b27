"""A long run of the fuzzing, for now and then: `pytest tests/attacks/test_fuzz.py --hypothesis-profile=long`."""

from datetime import timedelta

from hypothesis import settings

settings.register_profile("long", max_examples=20_000, deadline=timedelta(seconds=20))
