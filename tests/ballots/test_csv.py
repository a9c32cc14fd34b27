"""Tables of ballots: every documented form is read, and every mistake told at once with its place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.ballots import BallotError, Profile, read_ballots
from placet.ballots.csv_file import read_csv
from placet.errors import QuestionError

INTRODUCTION = Profile.of(["abc", "bca"], [60, 40])


@pytest.mark.parametrize(
    "text",
    [
        "count,ballot\n60,a > b > c\n40,b > c > a\n",
        "ballot;votes\na>b>c;60\nb>c>a;40\n",
        "Count\tRanking\r\n60\ta>b>c\r\n40\tb>c>a\r\n",
        "60,a>b>c\n40,b>c>a\n",
        "60: a > b > c\n40: b > c > a\n",
        "count,ballot\n60,a ≻ b ≻ c\n40,b≻c≻a\n",
        '\ufeff# two groups\n\ncount,ballot\n"60","a > b > c"\n 40 , b>c>a \n',
        "count,a,b,c\n60,1,2,3\n40,3,1,2\n",
        "a,b,c,count\n1,2,3,60\n3,1,2,40\n",
        'voter,a,b,"c",count\nx,1,2,3,60\ny,3,1,2,40\n',
        "count,1,2,3\n60,a,b,c\n40,b,c,a\n",
        'count,ballot\n60,"a,b,c"\n40,"b,c,a"\n',
        "count,ballot\n60,a;b;c\n40,b;c;a\n",
        "rank1,rank2,rank3,count\na,b,c,60\nb,c,a,40\n",
        "60,a,b,c\n40,b,c,a\n",
    ],
)
def test_the_same_ballots_in_every_form(read, text):
    assert read(text) == INTRODUCTION


def test_rankings_without_a_header_are_known_by_their_names(read):
    assert read("ada,ben\nben,ada\nada,ben\n") == Profile.of([["ada", "ben"], ["ben", "ada"], ["ada", "ben"]])


def test_numbers_may_be_names_where_no_rank_can_be_meant(read):
    assert read("0,1,2\n2,1,0\n") == Profile.of([[0, 1, 2], [2, 1, 0]])
    assert read("rank1,rank2\n2,1\n") == Profile.of([[2, 1]])


def test_signs_in_a_ranking_tell_ties_and_refusals(read):
    profile = read("ballot\na > b = c | d\n| d > a\nb\n")
    assert profile.candidates == ("a", "b", "c", "d")
    assert profile.ranks.tolist() == [[1, 2, 2, 3], [2, 0, 0, 1], [0, 1, 0, 0]]
    assert profile.marks.tolist() == [[1, 1, 1, -1], [-1, -1, -1, -1], [0, 0, 0, 0]]


def test_a_bar_at_the_end_refuses_all_others(read):
    assert read("ballot\na > b |\nc\n").marks.tolist() == [[1, 1, -1], [0, 0, 0]]


def test_words_are_marks_and_numbers_are_ranks(read):
    profile = read("Ada,Ben,Cyd\nyes,no,\n1,veto,2\n,abstain,+\n")
    assert profile.ranks.tolist() == [[0, 0, 0], [1, 0, 2], [0, 0, 0]]
    assert profile.marks.tolist() == [[1, -1, 0], [0, -1, 0], [0, 0, 1]]


def test_approvals_alone_make_no_ranks(read):
    profile = read("Ada,Ben\nyes,no\nno,yes\n")
    assert profile.ranks is None
    assert profile.marks.tolist() == [[1, -1], [-1, 1]]


def test_the_side_of_a_ballot_is_its_class(read):
    profile = read("side,ballot\nsouth,a>b\nnorth,b>a\n,a>b\n")
    assert profile.classes == ("north", "south")
    assert profile.class_of.tolist() == [1, 0, -1]


def test_only_the_order_of_ranks_counts(read):
    assert read("a,b,c\n2,5,5\n10,,4\n").ranks.tolist() == [[1, 2, 2], [2, 0, 1]]


def test_a_comment_lists_the_candidates_in_its_order_and_those_nobody_names(read):
    profile = read("# candidates: zoe, ada, ben\nballot\nada > zoe\n")
    assert profile.candidates == ("zoe", "ada", "ben")
    assert profile.ranks.tolist() == [[2, 1, 0]]


def test_a_name_may_have_the_separator_in_it_when_quoted(read):
    profile = read('count,"Haddad, A.","Saleh ""B"""\n3,1,2\n')
    assert profile.candidates == ("Haddad, A.", 'Saleh "B"')
    assert profile.total == 3


def test_every_mistake_in_a_table_is_told_with_its_place(faults):
    assert faults("a,b,c,,count\n1,2,x,,1\n1,zzz,2,9,0\n,yse,1,,1,7\n2,1,-3,,many\n") == [
        (3, 3, '"zzz"'),
        (3, 9, '"9"'),
        (3, 11, '"0"'),
        (4, 2, '"yse"'),
        (4, 11, '"7"'),
        (5, 5, '"-3"'),
        (5, 9, '"many"'),
    ]


def test_every_mistake_in_rankings_is_told_with_its_place(faults):
    text = "# candidates: ann, bob\ncount,ballot\n1,ann > bbo\n1,ann > > bob\n1,ann > ann\n1,bob >\n1,a|b|c\n1,0: ann\n"
    assert faults(text) == [
        (3, 9, '"bbo"'),
        (4, 9, 'nothing before ">"'),
        (5, 9, '"ann" a second time'),
        (6, 7, 'nothing after ">"'),
        (7, 3, '"a"'),
        (7, 5, '"b"'),
        (7, 6, 'a second "|"'),
        (7, 7, '"c"'),
        (8, 3, "a count of 0"),
    ]


def test_a_mistyped_candidate_brings_the_nearest_one(read):
    with pytest.raises(BallotError, match="did you mean bob"):
        read("# candidates: ann, bob\nballot\nbbo\n")


def test_a_place_that_names_somebody_twice_is_told(faults):
    assert faults("# candidates: a, b\n1,2\na,a\nb,z\n") == [(3, 3, '"a" a second time'), (4, 3, '"z"')]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", (1, 1, "no ballots")),
        ("\n# nothing\n", (1, 1, "no ballots")),
        ("a,b\n", (2, 1, "no ballots")),
        ("count\n3\n", (1, 1, "no column for a candidate")),
        ("a,b,a\n1,2,3\n", (1, 5, 'a second column "a"')),
        ("ballot,count\n,3\n", (1, 1, "no name on any ballot")),
        ("1,2,3\n3,2,1\n", (1, 1, "numbers in the first two lines, which can be names or ranks")),
        ("2,1\n1,2\n", (1, 1, "numbers in the first two lines, which can be names or ranks")),
        (b"a,b\n1,\xff\n", (2, 3, "the byte 0xff")),
        ('a,b\n1,"2\n', (2, 3, "a quotation mark that is not closed, or stands within a word")),
    ],
)
def test_what_is_no_table_of_ballots_is_told(faults, text, found):
    assert faults(text) == [found]


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(QuestionError, match="no file"):
        read_ballots(tmp_path / "nowhere.csv")


@given(st.integers(1, 5), st.integers(1, 4), st.data())
def test_a_table_of_numbers_is_read_as_the_same_table_with_words(m, n, data):
    rows = [data.draw(st.permutations(range(1, m + 1))) for _ in range(n)]
    names = [f"n{index}" for index in range(m)]
    quick = "\n".join(",".join(map(str, row)) for row in [names, *rows])
    slow = "\n".join(",".join(f'"{cell}"' for cell in row) for row in [names, *rows])
    assert read_csv(quick, "q") == read_csv(slow, "s") == Profile(tuple(names), np.array(rows))


@given(st.text(alphabet='ab1,;>|=~":#\n \t\x00é', max_size=60))
def test_any_text_is_a_profile_or_a_list_of_mistakes(text):
    try:
        assert read_csv(text, "any.csv").total >= 1
    except BallotError as mistake:
        places = [(fault.line, fault.column) for fault in mistake.faults]
        last = text.count("\n") + 2
        assert places == sorted(places)
        assert all((1, 1) <= place <= (last, len(text) + 2) for place in places)


def test_a_blank_ballot_is_a_voter_who_ranks_nobody(read):
    profile = read("count,ballot\n2,a > b\n3,\n")
    assert (profile.total, profile.ranks.tolist()) == (5, [[1, 2], [0, 0]])
