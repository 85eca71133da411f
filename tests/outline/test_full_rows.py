"""When lines are rows of paragraphs: how many full ones there are, how long they are, what each begins and ends with.

`R` is a full row of so many letters, `r` one that ends the sentence, `h` a short line, `.` an empty one.
"""

from __future__ import annotations

import pytest

from lawreport_parser.outline.rows import continuing_rows, join_rows
from lawreport_parser.page.model import Page, Piece

_WORDS = "修好木桥铺设道路疏通沟渠看守灯塔点亮渡口" * 4


def continuing(lines: list[str]) -> list[int]:
    """Return the indexes of the rows that continue others, empty lines left out."""
    text, pieces, at = "\n".join(lines), [], 0
    for line in lines:
        words = line.lstrip("　 ")
        if words:
            pieces.append(Piece("LINE", at + len(line) - len(words), at + len(line)))
        at += len(line) + 1
    return continuing_rows(text, pieces)


def rows(shape: str, width: int = 24, short: str = "修渠") -> list[str]:
    full = {"R": _WORDS[:width], "r": _WORDS[: width - 3] + "。", "F": _WORDS[: width - 1] + "。", "h": short, ".": ""}
    return [full[letter] for letter in shape]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("RRr" * 3, [1, 2, 4, 5, 7, 8]),
        ("RRRRRRr", [1, 2, 3, 4, 5, 6]),
        ("RRRRRr", []),
        ("RRr" * 2 + "Rr", []),
        ("hRRRRRRrhh", [2, 3, 4, 5, 6, 7]),
        ("RRRRRRh", []),
        ("h" * 64 + "RRRRRRr", [65, 66, 67, 68, 69, 70]),
        ("h" * 76 + "RRRRRRrr", []),
        ("R.R.R.R.R.R.r", [1, 2, 3, 4, 5, 6]),
        ("RRRRR.RRRRr", [1, 2, 3, 4, 6, 7, 8, 9]),
        ("RRRRRRFRr", [1, 2, 3, 4, 5, 6, 8]),
        ("F" * 7, []),
    ],
)
def test_full_rows_that_end_no_sentence_run_on(shape: str, expected: list[int]) -> None:
    assert continuing(rows(shape)) == expected


@pytest.mark.parametrize(("width", "run_on"), [(8, False), (9, True), (24, True), (60, True), (61, False)])
def test_a_row_has_nine_to_sixty_letters(width: int, run_on: bool) -> None:
    assert continuing(rows("RRRRRRRr", width)) == ([1, 2, 3, 4, 5, 6, 7] if run_on else [])


@pytest.mark.parametrize(("lack", "run_on"), [(0, True), (1, True), (2, False)])
def test_a_full_row_lacks_one_letter_at_most(lack: int, run_on: bool) -> None:
    lines = rows("RRRRRRR")
    lines[3] = lines[3][: 24 - lack]
    assert (4 in continuing([*lines, "修好了。"])) is run_on


@pytest.mark.parametrize(("blanks", "goes_on"), [(0, True), (1, False), (2, False)])
def test_a_row_that_is_indented_begins_a_paragraph(blanks: int, goes_on: bool) -> None:
    lines = rows("RRRRRRRRr")
    lines[4] = "　" * blanks + lines[4]
    assert (4 in continuing(lines)) is goes_on


@pytest.mark.parametrize("mark", ["，", "。", "、", "；", "”", "）", "%"])
def test_a_row_that_begins_with_a_mark_goes_on_whatever_ends_the_one_above(mark: str) -> None:
    lines = rows("RRRRRRFRr")
    lines[7] = mark + lines[7][1:]
    assert 7 in continuing(lines)


@pytest.mark.parametrize(
    ("above", "goes_on"),
    [
        ("一、修好木桥铺设道路疏通沟渠看守灯塔点亮渡口修好", True),
        ("一、修好木桥铺设道路疏通沟渠看守灯塔点亮渡", False),
        ("一、修好木桥。铺设道路疏通沟渠看守灯塔点亮渡口修", True),
    ],
)
def test_a_row_that_may_be_a_heading_goes_on_where_it_leaves_no_room(above: str, goes_on: bool) -> None:
    lines = rows("RRRRRRrRRRr")
    lines[7] = above
    assert (8 in continuing(lines)) is goes_on


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("12处渡口修好", False),
        ("123处渡口修好", True),
        ("渡口修好", False),
        ("渡。口修好", True),
        ("渡，口修好", True),
    ],
)
def test_the_first_number_or_letter_of_the_next_row_has_no_room_in_a_full_one(below: str, goes_on: bool) -> None:
    lines = [*rows("RRRRRRr"), "一、修好木桥铺设道路疏通沟渠看守灯塔点亮渡口修", below, "修好了。"]
    assert (8 in continuing(lines)) is goes_on


def test_rows_that_are_all_headings_are_no_paragraph() -> None:
    assert (
        continuing([f"{number}、修好木桥铺设道路疏通沟渠看守灯塔点亮渡口修好" for number in "一二三四五六七八"]) == []
    )


def test_rows_of_a_list_without_a_sentence_are_no_paragraph() -> None:
    assert continuing(rows("RRRRRRRR")) == []
    assert continuing([*rows("RRRRRRRR"), "修好了。"]) == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(("longer", "run_on"), [(1, True), (3, False)])
def test_a_few_lines_that_are_longer_do_not_tell_the_width(longer: int, run_on: bool) -> None:
    lines = rows("RRRRRRRr") + [_WORDS[:40] + "。"] * longer
    assert (continuing(lines)[:1] == [1]) is run_on


def test_every_place_of_rows_is_found_in_the_paragraph_and_back() -> None:
    page = Page("\n".join(["一、修桥", *rows("RRRRRRr"), "二、修路", "", *rows("RRRRRRr"), "三、修渠"]))
    at = 0
    for line in page.text.split("\n"):
        page.lines += [Piece("LINE", at, at + len(line))] if line else []
        at += len(line) + 1
    joined = join_rows(page)
    assert joined is not None
    assert joined.continuing == [2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15]
    assert [joined.page.text[line.start : line.end] for line in joined.page.lines][1] == "".join(rows("RRRRRRr"))
    breaks = {page.lines[each].start - 1 for each in joined.continuing}
    for place, letter in enumerate(page.text):
        inner = joined.inner(place)
        assert (inner is None) is (place in breaks), place
        if inner is not None:
            assert joined.page.text[inner] == letter
            assert letter == "\n" or (joined.start(inner), joined.end(inner + 1)) == (place, place + 1)


def test_words_of_latin_letters_that_two_rows_part_stay_two() -> None:
    lines = rows("RRRRRRr")
    lines[2], lines[3] = lines[2][:22] + "abcd", "efgh" + lines[3][:22]
    page = Page("\n".join(lines))
    at = 0
    for line in lines:
        page.lines.append(Piece("LINE", at, at + len(line)))
        at += len(line) + 1
    joined = join_rows(page)
    assert joined is not None
    assert "abcd efgh" in joined.page.text
    assert len(joined.page.text) == len(page.text)
