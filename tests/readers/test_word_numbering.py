"""Word's automatic numbering: the formats, what restarts what, which definition a paragraph uses."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import pytest

from lawreport_parser.numbers.numerals import parse_numeral
from lawreport_parser.readers.word.number_formats import NUMBER_FORMATS, format_number
from lawreport_parser.readers.word.numbering import NumberingCounter, NumberingScheme

sys.path.insert(0, str(Path(__file__).parent))

from office import converted, needs_office
from word_files import W, definition, docx, instance, level, override, paragraph, part, style

THREE = (level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."))
LEGAL_DEPTH = tuple(
    level(depth, "decimal", ".".join(f"%{place + 1}" for place in range(depth + 1))) for depth in range(4)
)
ONE = instance(1, 1)

Place = tuple[int | None, int | None] | tuple[int | None, int | None, str]


def count(places: Sequence[Place], numbering: str, styles: str = "") -> tuple[list[str], list[str]]:
    """Return the labels of paragraphs that state (numId, ilvl) or (numId, ilvl, style), and what was unresolved."""
    counter = NumberingCounter(
        NumberingScheme.from_xml(ET.fromstring(part("numbering", numbering)), ET.fromstring(part("styles", styles)))
    )
    body = ET.fromstring(part("body", "".join(_paragraph(place) for place in places)))
    labels = [counter.label_of(element.find(f"{{{W}}}pPr")) for element in body]
    return [label.text if label else "" for label in labels], list(counter.unresolved)


def _paragraph(place: Place) -> str:
    return paragraph("文", num=place[0], ilvl=place[1], style=place[2] if len(place) == 3 else None)


# ---------------------------------------------------------------- number formats

WRITTEN = {
    "chineseCounting": {
        0: "○", 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一○○", 101: "一○一", 123: "一二三",
    },
    "chineseCountingThousand": {
        1: "一", 10: "十", 19: "十九", 20: "二十", 100: "一百", 101: "一百〇一", 110: "一百一十", 111: "一百一十一",
        1001: "一千〇一", 1010: "一千〇一十", 10001: "一万〇一", 105000: "十万五千", 12345: "一万二千三百四十五",
    },
    "chineseLegalSimplified": {1: "壹", 2: "贰", 3: "叁", 10: "壹拾", 11: "壹拾壹", 101: "壹佰零壹", 120: "壹佰贰拾"},
    "ideographDigital": {1: "一", 10: "一〇", 11: "一一", 100: "一〇〇", 105: "一〇五"},
    "japaneseCounting": {1: "一", 10: "十", 100: "百", 101: "百一", 123: "百二十三", 1000: "千", 10000: "一万"},
    "japaneseDigitalTenThousand": {10: "一〇"},
    "japaneseLegal": {10: "壱拾", 101: "壱百壱"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {1: "子", 12: "亥", 13: "13"},
    "ideographZodiacTraditional": {1: "甲子", 11: "甲戌", 60: "癸亥", 61: "61"},
    "ideographLegalTraditional": {3: "參", 10: "壹拾"},
    "ideographEnclosedCircle": {1: "㈠", 10: "㈩", 11: "11"},
    "taiwaneseCounting": {21: "二十一", 100: "一○○"},
    "taiwaneseCountingThousand": {10000: "一萬"},
    "taiwaneseDigital": {10: "一○"},
    "decimal": {1: "1", 100: "100", -1: "-1"},
    "decimalHalfWidth": {1: "1"},
    "decimalZero": {1: "01", 9: "09", 10: "10", 100: "100"},
    "decimalZero3": {1: "001"},
    "decimalZero4": {12: "0012"},
    "decimalZero5": {123: "00123"},
    "decimalFullWidth": {1: "１", 12: "１２"},
    "decimalFullWidth2": {3: "３"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedCircleChinese": {1: "①", 10: "⑩"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛", 21: "21"},
    "numberInDash": {1: "- 1 -"},
    "hex": {26: "1A"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 112: "112th", 21: "21st"},
    "upperRoman": {1: "I", 4: "IV", 9: "IX", 40: "XL", 1994: "MCMXCIV", 0: "0", 40000: "40000"},
    "lowerRoman": {1: "i", 18: "xviii"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 28: "BB", 53: "AAA", 0: "0", 781: "781"},
    "lowerLetter": {1: "a", 27: "aa", 780: "z" * 30},
    "chicago": {1: "*", 4: "§", 5: "**"},
    "bullet": {1: ""},
    "none": {1: ""},
}  # fmt: skip


def test_every_format_has_examples():
    assert set(WRITTEN) == set(NUMBER_FORMATS)


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [(name, value, written) for name, examples in WRITTEN.items() for value, written in examples.items()],
)
def test_number_is_written_as_in_the_standard(name, value, written):
    assert format_number(value, name) == written


def test_unknown_format_is_written_in_decimal():
    assert format_number(7, "hebrew1") == "7"


@pytest.mark.parametrize("name", sorted(NUMBER_FORMATS))
def test_any_value_is_written_shortly(name):
    for value in (-(10**9), -1, 0, 1, 10**4, 10**8, 10**10 - 1):
        assert len(format_number(value, name)) <= 40


@pytest.mark.parametrize("name", ["chineseCounting", "chineseCountingThousand", "chineseLegalSimplified"])
def test_numbers_up_to_999_differ_from_one_another(name):
    assert len({format_number(value, name) for value in range(1000)}) == 1000


@pytest.mark.parametrize("name", ["chineseCountingThousand", "ideographDigital"])
def test_written_numbers_are_read_back(name):
    first = 1 if name == "chineseCountingThousand" else 101
    for value in (*range(first, 1200), 10001, 10010, 105000, 110000, 100001000):
        if name == "chineseCountingThousand" or "0" in str(value):
            assert parse_numeral(format_number(value, name)) == value


# ---------------------------------------------------------------- counting


def test_levels_of_a_report_count_and_restart_under_a_higher_level():
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (1, 2)]
    expected = ["一、", "（一）", "（二）", "1.", "2.", "二、", "（一）", "1."]
    assert count(places, definition(1, *THREE) + ONE) == (expected, [])


def test_label_holds_the_numbers_of_the_higher_levels():
    numbering = definition(1, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2")) + ONE
    assert count([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], numbering)[0] == ["第一章", "一.1", "一.2", "第二章", "二.1"]


def test_legal_level_writes_all_numbers_in_decimal():
    legal = level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    numbering = definition(1, level(0, "chineseCounting", "第%1章"), legal) + ONE
    assert count([(1, 0), (1, 1)], numbering)[0] == ["第一章", "1.1"]


def test_legal_level_keeps_leading_zeros():
    legal = level(1, "lowerLetter", "%1.%2", '<w:isLgl w:val="true"/>')
    assert count([(1, 0), (1, 1)], definition(1, level(0, "decimalZero", "%1"), legal) + ONE)[0] == ["01", "01.1"]


def test_legal_numbering_switched_off():
    plain = level(1, "decimal", "%1.%2", '<w:isLgl w:val="0"/>')
    assert count([(1, 0), (1, 1)], definition(1, level(0, "upperRoman", "%1"), plain) + ONE)[0] == ["I", "I.1"]


def test_skipped_level_shows_its_start_and_then_begins_with_it():
    places = [(1, 0), (1, 2), (1, 1), (1, 1)]
    assert count(places, definition(1, *LEGAL_DEPTH) + ONE)[0] == ["1", "1.1.1", "1.1", "1.2"]


def test_number_of_a_deeper_level_is_left_out():
    assert count([(1, 0)], definition(1, level(0, "decimal", "%1.%2")) + ONE)[0] == ["1."]


def test_level_without_a_number_adds_nothing_to_a_deeper_label():
    for parent in (level(0, "bullet", "•"), level(0, "none", "")):
        assert count([(1, 0), (1, 1)], definition(1, parent, level(1, "decimal", "%1%2.")) + ONE)[0][1] == "1."


def test_level_without_start_counts_from_zero():
    assert count([(1, 0), (1, 0)], definition(1, level(0, "decimal", "%1.", start=None)) + ONE)[0] == ["0.", "1."]


def test_level_that_never_restarts():
    numbering = definition(1, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')) + ONE
    assert count([(1, 0), (1, 1), (1, 0), (1, 1)], numbering)[0] == ["1.", "1)", "2.", "2)"]


def test_level_that_restarts_only_under_the_first_level():
    third = level(2, "decimal", "%1.%2.%3", '<w:lvlRestart w:val="1"/>')
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)]
    expected = ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.3", "2", "2.1", "2.1.1"]
    assert count(places, definition(1, *LEGAL_DEPTH[:2], third) + ONE)[0] == expected


def test_instances_of_one_definition_share_its_count():
    numbering = definition(1, *THREE) + instance(1, 1) + instance(2, 1)
    assert count([(1, 0), (2, 0), (1, 0)], numbering)[0] == ["一、", "二、", "三、"]


def test_definitions_count_apart():
    numbering = definition(1, *THREE) + definition(2, *THREE) + instance(1, 1) + instance(2, 2)
    assert count([(1, 0), (2, 0), (1, 0)], numbering)[0] == ["一、", "一、", "二、"]


def test_start_override_takes_effect_the_first_time_only():
    numbering = definition(1, *THREE) + instance(1, 1) + instance(2, 1, override(0, start=1))
    places = [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)]
    assert count(places, numbering)[0] == ["一、", "二、", "一、", "二、", "三、", "四、"]


def test_start_override_is_the_start_after_a_restart_too():
    numbering = definition(1, *THREE) + instance(1, 1, override(1, start=3))
    assert count([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], numbering)[0] == [
        "一、",
        "（三）",
        "（四）",
        "二、",
        "（三）",
    ]


def test_overridden_level_replaces_the_definition_and_keeps_the_count():
    numbering = definition(1, *THREE) + ONE + instance(2, 1, override(0, replaced=level(0, "upperRoman", "[%1]")))
    assert count([(1, 0), (2, 0), (2, 1), (1, 0)], numbering)[0] == ["一、", "[II]", "（一）", "三、"]


def test_start_override_wins_over_the_start_of_an_overridden_level():
    changed = override(0, start=4, replaced=level(0, "upperRoman", "[%1]", start=2))
    numbering = definition(1, *THREE) + ONE + instance(2, 1, changed)
    assert count([(1, 0), (2, 0), (1, 0)], numbering)[0] == ["一、", "[IV]", "五、"]


def test_new_story_counts_from_the_start():
    scheme = NumberingScheme.from_xml(ET.fromstring(part("numbering", definition(1, *THREE) + ONE)), None)
    body = NumberingCounter(scheme)
    assert str(body.next_label(None, "1", 0)) == "一、\t"
    assert str(body.new_story().next_label(None, "1", 0)) == "一、\t"
    assert str(body.next_label(None, "1", 0)) == "二、\t"


@pytest.mark.parametrize(
    ("suffix", "written"),
    [("", "\t"), ('<w:suff w:val="tab"/>', "\t"), ('<w:suff w:val="space"/>', " "), ('<w:suff w:val="nothing"/>', "")],
)
def test_suffix_between_label_and_text(suffix, written):
    numbering = ET.fromstring(part("numbering", definition(1, level(0, "decimal", "%1.", suffix)) + ONE))
    label = NumberingCounter(NumberingScheme.from_xml(numbering, None)).next_label(None, "1", 0)
    assert label is not None
    assert (label.text, label.suffix) == ("1.", written)


@pytest.mark.parametrize(
    ("text", "shown"), [("•", "•"), ("\uf0b7", "•"), ("\uf06c", "●"), ("\uf0d8", "➢"), ("\ue123", "•"), ("—", "—")]
)
def test_bullets_of_symbol_fonts_become_unicode(text, shown):
    assert count([(1, 0)], definition(1, level(0, "bullet", text)) + ONE)[0] == [shown]


def test_percent_sign_that_is_no_place_of_a_number_stays():
    assert count([(1, 0)], definition(1, level(0, "decimal", "%1%、%0")) + ONE)[0] == ["1%、%0"]


# ---------------------------------------------------------------- which definition

HEADINGS = definition(
    1,
    level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
    level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
)


def test_styles_number_their_paragraphs():
    styles = style("H1", num=1) + style("H2", num=1, ilvl=1)
    places = [(None, None, name) for name in ("H1", "H2", "H2", "H1", "H2")]
    assert count(places, HEADINGS + ONE, styles)[0] == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_level_bound_to_the_style_wins_over_the_level_it_states():
    assert count([(None, None, "H2")], HEADINGS + ONE, style("H2", num=1, ilvl=0))[0] == ["（一）"]


def test_style_inherits_numbering_from_the_style_it_is_based_on():
    styles = style("H1", num=1) + style("Own", based_on="Middle") + style("Middle", based_on="H1")
    assert count([(None, None, "H1"), (None, None, "Own")], HEADINGS + ONE, styles)[0] == ["一、", "二、"]


def test_style_changes_only_the_level_of_its_base():
    styles = style("H1", num=1) + style("Own", based_on="H1", ilvl=1)
    assert count([(None, None, "H1"), (None, None, "Own")], definition(1, *THREE) + ONE, styles)[0] == [
        "一、",
        "（一）",
    ]


def test_style_removes_the_numbering_of_its_base():
    styles = style("H1", num=1) + style("Bare", based_on="H1", num=0)
    assert count([(None, None, "Bare")], HEADINGS + ONE, styles)[0] == [""]


def test_paragraph_removes_the_numbering_of_its_style():
    styles = style("H1", num=1)
    places = [(None, None, "H1"), (0, None, "H1"), (None, None, "H1")]
    assert count(places, HEADINGS + ONE, styles)[0] == ["一、", "", "二、"]


def test_paragraph_states_a_list_and_its_style_the_level():
    numbering = definition(1, *THREE) + definition(
        2, level(0, "upperLetter", "%1、"), level(1, "upperLetter", "（%2）")
    )
    assert count([(2, None, "H2")], numbering + ONE + instance(2, 2), style("H2", num=1, ilvl=1))[0] == ["（A）"]


def test_paragraph_states_the_level_and_its_style_the_list():
    assert count([(None, 1, "H1")], definition(1, *THREE) + ONE, style("H1", num=1))[0] == ["（一）"]


def test_paragraph_that_states_a_list_without_a_level_is_on_the_first():
    assert count([(1, None)], definition(1, *THREE) + ONE)[0] == ["一、"]


@pytest.mark.parametrize("named", [None, "Unknown"])
def test_default_style_numbers_paragraphs_without_a_style(named):
    styles = style("Normal", num=1, default=True)
    assert count([(None, None, named)], definition(1, *THREE) + ONE, styles)[0] == ["一、"]


def test_definition_linked_to_a_numbering_style_has_its_levels_and_counts_by_itself():
    numbering = definition(1, extra='<w:numStyleLink w:val="List"/>')
    numbering += definition(2, *THREE, extra='<w:styleLink w:val="List"/>') + ONE + instance(2, 2)
    styles = style("List", num=2, kind="numbering")
    assert count([(2, 0), (1, 0), (1, 1)], numbering, styles) == (["一、", "一、", "（一）"], [])


def test_custom_format_is_read_where_known_and_the_plain_one_beside_it_otherwise():
    def custom(picture: str) -> str:
        return (
            '<w:lvl w:ilvl="0"><w:start w:val="5"/><mc:AlternateContent><mc:Choice Requires="w14">'
            f'<w:numFmt w:val="custom" w:format="{picture}"/></mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/>'
            '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
        )

    assert count([(1, 0)], definition(1, custom("001, 002, 003, ...")) + ONE)[0] == ["005."]
    assert count([(1, 0)], definition(1, custom("x, y, z, ...")) + ONE) == (["V."], [])


def test_old_numbering_kept_for_a_tracked_change_is_not_used():
    old = "<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange></w:pPr>"
    counter = NumberingCounter(NumberingScheme.from_xml(ET.fromstring(part("n", definition(1, *THREE) + ONE)), None))
    assert counter.label_of(ET.fromstring(part("p", old))[0]) is None


# ---------------------------------------------------------------- what cannot be resolved


def test_unknown_format_is_reported():
    numbering = definition(1, level(0, "hebrew1", "%1.")) + ONE
    assert count([(1, 0), (1, 0)], numbering) == (["1.", "2."], ["numFmt hebrew1"])


def test_list_without_definition_gives_no_label_and_is_reported():
    assert count([(9, 0), (1, 4)], definition(1, *THREE) + ONE + instance(9, 8)) == (
        ["", ""],
        ["numId 9 level 1", "numId 1 level 5"],
    )


def test_definitions_that_point_at_one_another_end():
    numbering = definition(1, extra='<w:numStyleLink w:val="A"/>') + definition(2, extra='<w:numStyleLink w:val="B"/>')
    styles = style("A", num=2, kind="numbering") + style("B", num=1, kind="numbering")
    styles += style("P", based_on="Q") + style("Q", based_on="P")
    places = [(1, 0), (None, None, "P")]
    assert count(places, numbering + ONE + instance(2, 2), styles) == (["", ""], ["numId 1 level 1"])


def test_values_that_are_no_numbers_are_passed_over():
    broken = '<w:lvl w:ilvl="x"/><w:lvl/><w:lvl w:ilvl="77"/>' + level(0, "decimal", "%1.").replace('"1"', '"one"')
    digits = "9" * 5000
    numbering = (
        definition(1, broken) + f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num>{digits}</w:num>'
    )
    body = f'<w:numPr><w:ilvl w:val="{digits}"/><w:numId w:val="1"/></w:numPr>'
    counter = NumberingCounter(NumberingScheme.from_xml(ET.fromstring(part("numbering", numbering)), None))
    label = counter.label_of(ET.fromstring(part("pPr", body)))
    assert label is not None
    assert label.text == "0."


def test_no_parts_at_all():
    counter = NumberingCounter(NumberingScheme.from_xml(None, None))
    assert counter.label_of(None) is None
    assert counter.next_label("H1", "1", 0) is None


# ---------------------------------------------------------------- beside another program

#: Formats that LibreOffice has too, and the values up to which it writes them as Word does.
COMMON = {
    "chineseCounting": 99, "chineseCountingThousand": 100, "chineseLegalSimplified": 999, "japaneseCounting": 99,
    "ideographTraditional": 15, "ideographZodiac": 15, "decimal": 120, "decimalZero": 120, "decimalEnclosedCircle": 20,
    "upperRoman": 120, "lowerRoman": 120, "upperLetter": 80, "lowerLetter": 80, "ideographDigital": 9,
}  # fmt: skip


def convert(data: bytes, folder: Path) -> list[str]:
    """Return the lines of LibreOffice's conversion to text, without the indents it adds."""
    text = converted(data, folder, "txt:Text (encoded):UTF8").decode("utf-8-sig")
    return [line.strip() for line in text.splitlines()]


@needs_office
def test_numbers_agree_with_libreoffice(tmp_path):
    numbering, instances, body, expected = "", "", "", []
    steps = [(name, value) for name, last in COMMON.items() for value in range(1, last + 1)]
    for identity, (name, value) in enumerate(steps, start=1):
        numbering += definition(identity, level(0, name, "%1、", start=value))
        instances += instance(identity, identity)
        body += paragraph("文", num=identity, ilvl=0)
        expected.append(f"{format_number(value, name)}、 文")
    assert convert(docx(body, numbering + instances), tmp_path) == expected


@needs_office
def test_counting_agrees_with_libreoffice(tmp_path):
    numbering = definition(1, *THREE) + definition(2, *LEGAL_DEPTH) + HEADINGS.replace('Id="1"', 'Id="3"')
    numbering += definition(4, level(0, "bullet", "•")) + ONE + instance(2, 2) + instance(3, 3) + instance(4, 4)
    numbering += instance(5, 1, override(0, start=1)) + instance(
        6, 1, override(0, replaced=level(0, "upperRoman", "[%1]"))
    )
    styles = style("H1", num=3) + style("H2", num=3, ilvl=1) + style("Own", based_on="H1") + style("No", "H1", num=0)
    places: list[Place] = [
        *((1, depth) for depth in (0, 1, 1, 2, 2, 0, 1, 2)),
        *((2, depth) for depth in (0, 1, 2, 3, 3, 2, 1, 0, 1, 2)),
        *((None, None, name) for name in ("H1", "H2", "H2", "Own", "H2", "No")),
        (0, None, "H1"), (4, 0), (5, 0), (5, 0), (1, 0), (5, 1), (6, 0), (1, 0),
    ]  # fmt: skip
    labels, unresolved = count(places, numbering, styles)
    assert not unresolved
    lines = convert(docx("".join(_paragraph(place) for place in places), numbering, styles), tmp_path)
    assert lines == [f"{label} 文".strip() for label in labels]
