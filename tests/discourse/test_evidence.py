"""What a sentence shows itself, and what stands around it, are told apart: a passage has its `wording` by the first."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lawreport_parser.discourse.evidence import Features, Headings, features_of
from lawreport_parser.discourse.sentences import sentences_of
from lawreport_parser.lexicon import DEFAULT_LEXICON
from lawreport_parser.outline.tree import read_outline
from lawreport_parser.page import divide_page
from lawreport_parser.roles import genre_of, roles_named

TEXT = """白鹭县水务局2023年法治政府建设年度报告
现将我局2023年法治政府建设情况报告如下：
一、主要成效
修好了渔港。点亮了灯塔。办理许可86件！
二、存在的问题
（一）灯塔仍有短板。渔港还不够大。
三、下一步打算
我局将继续修缮渔港。
"""


def features(text: str = TEXT) -> dict[str, Features]:
    """Return the features of each sentence of a text, by its words."""
    outline = read_outline(divide_page(text), DEFAULT_LEXICON)
    named = roles_named(text, outline.sections, DEFAULT_LEXICON, 2023)
    sentences = sentences_of(text, outline, named)
    told = features_of(text, sentences, genre_of(text, outline, 2023), Headings(named))
    return {text[sentence.start : sentence.end]: each for sentence, each in zip(sentences, told, strict=True)}


def test_words_of_the_sentence_are_its_own() -> None:
    assert features()["渔港还不够大。"][0] == ["still", "still, first"]
    assert set(features()["办理许可86件！"][0]) >= {"counted, first", "figure", "exclaims"}
    assert features()["二、存在的问题"][0] == ["heading: there still is", "heading: problem named"]


def test_names_frames_and_places_stand_around_it() -> None:
    _, around = features()["渔港还不够大。"]
    assert set(around) >= {"frame: lack", "in a part: problem named", "under problems", "each"}
    _, around = features()["我局将继续修缮渔港。"]
    assert set(around) >= {"frame: ahead", "in a part: next", "under plans", "each", "last sentence"}


def test_sentences_in_a_row_have_one_list_of_what_stands_around_them() -> None:
    rows = [around for _, around in features().values()]
    assert all(one is other for one, other in pairwise(rows) if one == other)
    assert len({id(each) for each in rows}) < len(rows)


@pytest.mark.parametrize(("said", "counted"), [(1, 1), (2, 2), (3, 3), (4, 3), (9, 3)])
def test_what_is_said_again_counts_three_times_at_most(said: int, counted: int) -> None:
    sentence = "渔港小" + "，不够大" * said + "。"
    own, _ = features(TEXT.replace("渔港还不够大。", sentence))[sentence]
    assert own.count("not enough") == counted
