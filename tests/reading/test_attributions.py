"""Attributions: source, cue and words, in print as it really is."""

import pytest

from placet.reading.attributions import Attribution, attributions


def told(text: str, lang: str = "en") -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    return [
        (
            one.kind,
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            tuple(piece.of(text) for piece in one.content),
        )
        for one in attributions(text, lang)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ('"He must go," Ada Bell said.', "Ada Bell", "He must go"),
        ('"He must go," said Ada Bell on Monday.', "Ada Bell", "He must go"),
        ('"He must go," said Sen. Ada Bell (D-Va.) at the time.', "Sen. Ada Bell", "He must go"),
        ('"He must go," Ada Bell, the party’s whip, said in a statement.', "Ada Bell, the party’s whip", "He must go"),
        ('Ada Bell said: "He must go."', "Ada Bell", "He must go."),
        ('When asked, she replied, "He must go."', "she", "He must go."),
        ('Said Bell: "He must go."', "Bell", "He must go."),
        ('"Must he go?" Bell asked.', "Bell", "Must he go?"),
        ('According to Ada Bell, "He must go."', "Ada Bell", "He must go."),
    ],
)
def test_a_direct_quotation_has_the_speaker_beside_its_verb(text, speaker, words):
    assert [(kind, who, said) for kind, who, _, said in told(text)] == [("direct", speaker, (words,))]


def test_the_cue_is_given_where_it_stands():
    text = '"No," said Bell.'
    (one,) = attributions(text)
    assert isinstance(one, Attribution)
    assert (one.cue.start, one.cue.end) == (6, 10)


def test_pieces_around_one_cue_are_one_statement_without_the_reporters_comma():
    assert told('"I will not," Bell said. "Not today."') == [("direct", "Bell", "said", ("I will not", "Not today."))]


def test_words_retold_with_some_of_them_quoted_are_kept_whole():
    assert told('Bell said that the envoy was "a friend" of hers.') == [
        ("mixed", "Bell", "said", ('the envoy was "a friend" of hers.',))
    ]


def test_a_participle_speaks_for_the_subject_of_its_sentence():
    text = 'President Ada Bell left early, saying that it was "too late" for talks.'
    assert told(text) == [("mixed", "President Ada Bell", "saying", ('it was "too late" for talks.',))]


def test_each_verb_in_a_sentence_takes_its_own_quotation():
    text = '"No," said Bell, adding that "nobody" had asked.'
    assert [(who, cue, said) for _, who, cue, said in told(text)] == [
        ("Bell", "said", ("No",)),
        ("Bell", "adding", ('"nobody" had asked.',)),
    ]


def test_what_is_retold_without_marks_is_indirect():
    assert told("Bell said that the talks would open in June.") == [
        ("indirect", "Bell", "said", ("the talks would open in June.",))
    ]


def test_what_somebody_refused_to_say_was_not_said():
    assert told("Bell defended her refusal to say that Orr should go as prudence.") == []


@pytest.mark.parametrize(
    "text",
    ['The "peace dividend" never came.', 'They watched "The Long Night" at home.', "The “new” plan is the old one."],
)
def test_a_title_or_a_word_at_arms_length_is_no_statement(text):
    assert told(text) == []


def test_a_name_is_no_verb():
    assert told("The United States and its allies left.") == []


def test_a_quotation_goes_on_through_paragraphs_that_open_anew():
    text = "“One,” he said. “Two.\n\n“Three.\n\n“Four.”\n\nThe end."
    assert told(text) == [("direct", "he", "said", ("One", "Two.", "Three.", "Four."))]


def test_what_a_colon_announces_may_stand_in_the_next_paragraph():
    assert told('Bell wrote:\n\n"He must go."') == [("direct", "Bell", "wrote", ("He must go.",))]


def test_a_mark_that_nothing_closes_costs_only_its_own_paragraph():
    text = 'Bell left" early.\n\n"No," Orr said.'
    assert told(text) == [("direct", "Orr", "said", ("No",))]


def test_a_stray_mark_before_a_paragraph_does_not_hide_its_quotations():
    assert told('"Bell rose. “No,” she said.') == [("direct", "she", "said", ("No",))]


def test_a_quotation_within_a_quotation_belongs_to_the_outer_one():
    assert told("“She told me ‘no’ twice,” Bell said.") == [("direct", "Bell", "said", ("She told me ‘no’ twice",))]


def test_single_marks_count_where_a_text_has_no_double_ones():
    assert told("‘It’s late,’ Bell said.") == [("direct", "Bell", "said", ("It’s late",))]


def test_the_lines_of_a_transcript_are_their_speakers_words():
    text = "BELL: Will he go?\n\nORR: He said “never” once."
    assert [(who, said) for _, who, _, said in told(text)] == [
        ("BELL", ("Will he go?",)),
        ("ORR", ("He said “never” once.",)),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "speaker", "words"),
    [
        ("fr", "« Il doit partir », a déclaré mardi Ada Bell.", "Ada Bell", "Il doit partir"),
        ("fr", "Ada Bell a affirmé : « Il doit partir ».", "Ada Bell", "Il doit partir"),
        ("de", "„Er muss gehen“, sagte Ada Bell am Dienstag.", "Ada Bell", "Er muss gehen"),
        ("de", "»Er muss gehen«, sagte Ada Bell.", "Ada Bell", "Er muss gehen"),
        ("ru", "«Он должен уйти», — заявила Ада Белл.", "Ада Белл", "Он должен уйти"),
        ("ar", 'قالت آدا بيل: "يجب أن يرحل".', "آدا بيل", "يجب أن يرحل"),
    ],
)
def test_other_languages_are_read_by_their_marks_and_verbs(lang, text, speaker, words):
    assert [(who, tuple(piece.strip() for piece in said)) for _, who, _, said in told(text, lang)] == [
        (speaker, (words,))
    ]


@pytest.mark.parametrize("text", ["", "\n\n", '"' * 999, "“" * 999, "said " * 3000, '"x," ' * 300, "he said. " * 500])
def test_nothing_that_can_stand_in_a_file_is_a_fault(text):
    assert all(0 <= piece.start < piece.end <= len(text) for one in attributions(text) for piece in one.content)
