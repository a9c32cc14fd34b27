"""The pictures that were looked at and found good, kept word for word; `docs/pictures/draw.py` draws them anew."""

import importlib.util
import platform

import pytest

from pictures.picture_cases import ROOT, parsed

GOLDEN = ROOT / "docs" / "pictures"


def gallery():
    spec = importlib.util.spec_from_file_location("draw", GOLDEN / "draw.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


DRAW = gallery()


@pytest.mark.parametrize("name", DRAW.PICTURES)
def test_a_picture_is_the_one_that_was_looked_at(name):
    kept = (GOLDEN / f"{name}.svg").read_text(encoding="utf-8")
    picture = DRAW.PICTURES[name]()
    assert picture.to_svg() == kept, f"{name} is drawn differently ({platform.python_version()}): look, then draw anew"
    parsed(picture)


def test_every_picture_of_the_gallery_is_on_its_page():
    page = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    assert all(f"pictures/{name}.svg" in page for name in DRAW.PICTURES)
