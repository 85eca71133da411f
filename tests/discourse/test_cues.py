"""The cues of `grammar/discourse.lark`, one row each: a sentence that has the cue, and a look-alike that has it not.

The first cue that fits at a place counts, so a look-alike may well have another one. A new terminal is a new row.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

import pytest

from lawreport_parser.discourse.cues import cues_in
from lawreport_parser.grammars import terminal_patterns

PATTERNS = terminal_patterns("discourse")
#: The cue that is looked for at the beginning of a sentence alone.
AT_THE_BEGINNING = "AIM_VERB"


class Row(NamedTuple):
    """A sentence with a cue, the words of the cue, and a look-alike without it."""

    having: str
    words: str
    lacking: str


ROWS = {
    "ANNOUNCES": Row("现将修缮渔港的情形写明。", "现将", "现有灯塔将亮。"),
    "ADDRESSES_MEETING": Row("我代表渔港管理处作报告。", "我代表", "渔民代表到会。"),
    "THANKS": Row("向守塔人致以崇高敬意！", "敬意", "尊敬师长。"),
    "ADDRESS": Row("各位代表，渔港已修好。", "各位代表", "各位置的灯塔都亮着。"),
    "APPEALS": Row("让我们修好每一座灯塔！", "让我们", "群众让出我们需要的地块。"),
    "CLOSES": Row("特此报告。", "特此报告", "特此立碑。"),
    "DEMANDS": Row("根据《渔港条例》要求，灯塔常亮。", "根据《渔港条例》要求", "根据地的灯塔常亮。"),
    "ANNEX": Row("详见附件。", "附件", "附近的灯塔常亮。"),
    "GLOSSARY": Row("名词解释在书末。", "名词解释", "名词很多。"),
    "SEES_CLEARLY": Row("我们清醒看到灯塔年久。", "清醒看到", "守塔人清醒值守。"),
    "WITH_SUCCESS": Row("在看到成绩的同时，灯塔年久。", "在看到成绩的同时", "渔民在看灯塔。"),
    "COMPARED_WITH": Row("与群众期盼相比，灯塔年久。", "相比，", "相比赛的渔船。"),
    "CONSIST_IN": Row("集中体现在灯塔上。", "集中体现在", "集中修缮灯塔。"),
    "THERE_STILL_IS": Row("灯塔仍存在暗处。", "仍存在", "灯塔存放渔网。"),
    "BUT": Row("但是灯塔年久。", "但是", "然后修灯塔。"),
    "STILL": Row("依旧点着旧灯。", "依旧", "照旧点着灯。"),
    "LACK_NAMED": Row("用水有短板。", "短板", "木板很短。"),
    "PROBLEM_NAMED": Row("渔港有问题。", "问题", "问候渔民。"),
    "NOT_ENOUGH": Row("灯光不强。", "不强", "灯塔不少于三座。"),
    "WEAK_OR_LATE": Row("进度滞后。", "滞后", "滞留在渔港。"),
    "HARD": Row("渔船靠岸难。", "难。", "难忘的渔港。"),
    "NOT_YET": Row("灯塔尚未点亮。", "未", "灯塔未来可期。"),
    "ONLY_SO_MUCH": Row("渔港仅有3人。", "仅有3", "不仅有渔港。"),
    "SOME_FEW": Row("个别灯塔熄灭。", "个别", "部分别的灯塔。"),
    "OUGHT_TO_MEND": Row("灯光有待增亮。", "有待", "渔民等待开船。"),
    "CAUSES": Row("究其原因，灯塔年久。", "究其原因", "原先修过灯塔。"),
    "TO_BE_SOLVED": Row("切实把漏水解决。", "切实把漏水解决", "切实修缮渔港。"),
    "FIRST_RESPONSIBLE": Row("守好第一责任。", "第一责任", "第一期渔港。"),
    "LEADER_NAMED": Row("局长亲自登上灯塔。", "局长", "局长期看护灯塔。"),
    "IN_PERSON": Row("守塔人带头修灯。", "带头", "渔船带着头灯。"),
    "PERFORMS_DUTY": Row("履行看护灯塔职责。", "履行看护灯塔职责", "履行合同。"),
    "NEXT": Row("下一步，修缮渔港。", "下一步", "一步步修缮渔港。"),
    "WILL": Row("我们将修缮渔港。", "将", "将军守渔港。"),
    "WILL_PUT": Row("将灯塔纳入名录。", "将", "我们将修缮渔港。"),
    "MUST": Row("要修缮渔港。", "要", "主要港口亮灯。"),
    "GOES_ON": Row("继续修缮渔港。", "继续", "手续齐备。"),
    "ENSURES": Row("确保灯塔常亮。", "确保", "环保灯塔。"),
    "AIMS": Row("总体要求写明。", "总体要求", "总体规模小。"),
    "SETS_TO": Row("重点推进渔港修缮。", "重点推进", "渔港是重点。"),
    "MONTH_END": Row("渔港6月底前修好。", "月底前", "明月底下渔港。"),
    "STARTS": Row("启动渔港修缮。", "启动", "启程去渔港。"),
    "NO_LESS": Row("灯塔不少于三座。", "不少于", "灯塔不少。"),
    "DONE": Row("渔港修好了。", "了", "了然于胸。"),
    "ALREADY": Row("灯塔圆满落成。", "圆满", "圆形灯塔。"),
    "ACHIEVED": Row("灯塔荣获名牌。", "荣获", "光荣守塔。"),
    "COUNTED": Row("修订章程4部。", "修订章程4", "修订章程。"),
    "FIGURE": Row("渔船12艘、灯塔30座。", "0座", "灯塔很多座。"),
    "UP_OR_DOWN": Row("渔获增长3成。", "增长3", "渔民增长见识。"),
    "THIS_PAST_YEAR": Row("一年来，渔港焕然。", "一年来", "一年到头看护渔港。"),
    "WITHIN_YEAR": Row("全年看护渔港。", "全年", "全县年年看护渔港。"),
    "ACCOMPLISHED": Row("渔港保持整洁。", "保持", "保管渔网。"),
    "THIS_YEAR": Row("今年修缮渔港。", "今年", "至今常年亮灯。"),
    "CONTRAST": Row("渔港大，灯塔却少。", "却", "冷冻渔获。"),
    "NEGATED": Row("渔港不亮灯。", "不", "不断修缮渔港。"),
    "AIM_VERB": Row("加快修缮渔港。", "加快", "修缮渔港加快了。"),
    "MONTH_OF_YEAR": Row("2024年3月修缮渔港。", "2024年3月", "2024年修缮渔港3月。"),
    "YEAR": Row("2024年修缮渔港。", "2024年", "3024年修缮渔港。"),
    "FIVE_YEAR_PLAN": Row("“十四五”时期修缮渔港。", "“十四五”", "渔船十五五成新。"),
}
#: Words that mean something other and are taken for a cue all the same.
TAKEN_FOR_IT = {
    "NEXT": "精神文明年度评选。",
    "THIS_YEAR": "如今年轻渔民多。",
}


def found(terminal: str, sentence: str) -> list[str]:
    """Return the words of the cues of one terminal in a sentence."""
    if terminal == AT_THE_BEGINNING:
        begun = re.compile(PATTERNS[terminal]).match(sentence)
        return [begun.group()] if begun else []
    name = terminal.lower().replace("_", " ")
    return [words for cue, words, _, _ in cues_in(sentence, 0, len(sentence)) if cue == name]


def test_every_cue_has_a_row() -> None:
    assert list(ROWS) == list(PATTERNS)


@pytest.mark.parametrize("terminal", ROWS)
def test_a_sentence_has_the_cue(terminal: str) -> None:
    assert ROWS[terminal].words in found(terminal, ROWS[terminal].having)


@pytest.mark.parametrize("terminal", ROWS)
def test_a_look_alike_has_it_not(terminal: str) -> None:
    assert found(terminal, ROWS[terminal].lacking) == []


@pytest.mark.parametrize("terminal", TAKEN_FOR_IT)
def test_characters_of_two_words_are_no_cue(terminal: str) -> None:
    assert found(terminal, TAKEN_FOR_IT[terminal]) == []


def test_whose_duty_is_performed_is_a_cue_of_its_own() -> None:
    assert found("FIRST_RESPONSIBLE", "局长切实履行第一责任人职责。") == ["第一责任"]


def test_the_first_cue_that_fits_at_a_place_counts() -> None:
    """不足 alone would be weak or late, 仍 alone still: the terminal that stands first in the grammar counts."""
    assert [cue for cue, *_ in cues_in("仍存在不足", 0, 5)] == ["there still is", "lack named"]


def test_no_cue_begins_within_another() -> None:
    text = "我们要清醒认识到，主要领导亲自主持召开会议3次，但是仍存在短板和薄弱环节，下一步将继续加以解决。"
    cues = cues_in(text, 0, len(text))
    assert len(cues) > 6
    assert all(one[3] <= other[2] for one, other in pairwise(cues))
    assert all(text[start:end] == words for _, words, start, end in cues)


def test_only_what_lies_in_the_range_is_read() -> None:
    text = "但是渔港存在短板"
    assert [words for _, words, *_ in cues_in(text, 2, 6)] == ["存在"]
    assert cues_in(text, 2, 4) == []
    assert cues_in("", 0, 0) == []


def test_what_stands_before_the_range_is_seen_by_those_that_look_behind() -> None:
    """主要 is no 要, also where the range begins with 要."""
    assert cues_in("主要修缮渔港", 1, 6) == []
