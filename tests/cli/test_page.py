"""How answers are fitted to the page."""

from placet.cli.page import Page, wrap
from placet.words import message
from placet.zone.lines import heading, item, row, sentence, title


def said(what):
    return message("zone.alone", what=what)


def a_row(name, *entries):
    return row(message("zone.row", name=name, entries=entries))


def test_words_are_broken_at_spaces_and_no_line_is_too_wide():
    assert wrap("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_wider_than_the_page_is_left_whole():
    assert wrap("a incomprehensibilities b", 5) == ["a", "incomprehensibilities", "b"]


def test_a_number_is_never_broken_between_its_thousands():
    assert wrap("about 1\u202f234 settlements", 8) == ["about", "1\u202f234", "settlements"]


def test_accents_typed_apart_take_no_room():
    assert wrap("e\u0301e\u0301 e\u0301e\u0301", 5) == ["e\u0301e\u0301 e\u0301e\u0301"]


def test_an_answer_is_laid_out_as_a_page(capsys):
    Page(width=40).show(
        [
            title(said("A body")),
            sentence(said("Yes.")),
            sentence(said("One of them:")),
            a_row("Head", "Ada"),
            a_row("Member", "Ben", "Cyd"),
            heading(said("Why")),
            item(said("A long reason that goes on and on and on"), number=1),
            item(said("a part of it"), depth=2),
        ]
    )
    assert capsys.readouterr().out == (
        "A body\n\nYes. One of them:\n\n  Head    Ada\n  Member  Ben\n          Cyd\n\nWhy\n"
        "  1. A long reason that goes on and on\n     and on\n     - a part of it\n"
    )


def test_on_a_narrow_page_people_stand_under_their_post(capsys):
    Page(width=24).show([a_row("Deputy chair of the board", "Ada"), a_row("Head", "Ben")])
    assert capsys.readouterr().out == "  Deputy chair of the\n  board\n      Ada\n  Head\n      Ben\n"


def test_there_is_no_colour_in_a_pipe(capsys):
    Page().show([title(said("A body"))])
    assert capsys.readouterr().out == "A body\n"


def test_names_from_right_to_left_are_set_apart_once(capsys):
    Page(width=60).show([a_row("رئيس", "أحمد"), sentence(message("zone.alone", what=("أحمد", "سلمى")))])
    assert capsys.readouterr().out == (
        "  \u2068رئيس\u2069  \u2068أحمد\u2069\n\n\u2068أحمد\u2069 and \u2068سلمى\u2069\n"
    )
