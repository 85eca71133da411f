"""How long lines, names and lists may be, and how many of them are looked at: the last that counts, and the next."""

from __future__ import annotations

import pytest
from line_reading import parts, signed, title, words

TITLE = "石湾县2023年工作总结"


def of_size(before: str, size: int, behind: str, filler: str = "桥") -> str:
    return before + filler * (size - len(before) - len(behind)) + behind


@pytest.mark.parametrize(("size", "told"), [(120, "1 SURE"), (121, "-")])
def test_a_line_of_a_title(size: int, told: str) -> None:
    assert title(of_size("石湾县2023年", size, "工作报告")) == told


@pytest.mark.parametrize(("size", "kind"), [(5, "word"), (6, "title")])
def test_the_shortest_title_among_words(size: int, kind: str) -> None:
    assert f" {kind} " in words(of_size("桥", size, "工作报告")).split(" / ")[0]


@pytest.mark.parametrize(("size", "kind"), [(100, "title"), (101, "prose")])
def test_the_longest_title_that_runs_into_the_text(size: int, kind: str) -> None:
    assert f" {kind} " in words(of_size("石湾县2023年", size, "工作报告") + "2023年，我县修桥。").split(" / ")[0]


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_whom_a_page_addresses(size: int, found: bool) -> None:
    assert ("addressee" in words(of_size("各", size, "局：", "乡"))) is found


@pytest.mark.parametrize(("size", "found"), [(30, False), (31, True)])
def test_text_behind_whom_a_page_addresses(size: int, found: bool) -> None:
    assert ("addressee" in words("各位代表：" + "桥" * size)) is found


@pytest.mark.parametrize(("size", "found"), [(40, True), (41, False)])
def test_the_name_of_who_signs(size: int, found: bool) -> None:
    name = of_size("石湾县", size, "水务局", "　")
    assert signed(f"修好了。⏎{name}⏎2024年1月5日").startswith(name) is found


@pytest.mark.parametrize(("size", "found"), [(20, False), (21, True)])
def test_the_cells_of_a_table_above_a_name(size: int, found: bool) -> None:
    assert (signed(f"单位⏎{'桥' * size}⏎修桥队⏎2024年1月") != "-") is found


@pytest.mark.parametrize(("lines", "read"), [(79, True), (80, False)])
def test_the_lines_at_the_top_of_a_page(lines: int, read: bool) -> None:
    assert ("title" in parts("首页⏎" * lines + TITLE + "⏎我县修桥。")[1]) is read


@pytest.mark.parametrize(("lines", "read"), [(6, True), (7, False)])
def test_lines_of_prose_above_a_title(lines: int, read: bool) -> None:
    assert ("title" in parts("我县修桥。⏎" * lines + "石湾县司法局关于2023年工作情况的报告⏎我县修路。")[1]) is read


@pytest.mark.parametrize(("size", "signed"), [(59, False), (60, True)])
def test_a_date_without_a_name_behind_a_line(size: int, signed: bool) -> None:
    day = "2024年1月5日"
    told = parts(of_size("我县修", size - len(day), "。") + day)[0]
    assert told.startswith("line")
    assert ("signature" in told) is signed


@pytest.mark.parametrize(("size", "numbered"), [(199, False), (200, True)])
def test_bare_numbers_count_pages_no_closer_than_200_characters(size: int, numbered: bool) -> None:
    page = "修" * (size - 1)
    told = parts(f"{page}⏎1⏎{page}⏎2⏎{page}⏎3⏎修好了。")[0]
    assert ("furniture 1" in told) is numbered


@pytest.mark.parametrize(("pages", "numbered"), [(2, False), (3, True)])
def test_three_bare_numbers_count_pages(pages: int, numbered: bool) -> None:
    told = parts("".join(f"{'修' * 300}⏎{at}⏎" for at in range(1, pages + 1)) + "修好了。")[0]
    assert ("furniture 1" in told) is numbered


@pytest.mark.parametrize(("first", "numbered"), [(0, False), (1, True), (2, True), (3, False)])
def test_the_first_bare_number_of_pages(first: int, numbered: bool) -> None:
    told = parts("".join(f"{'修' * 300}⏎{at}⏎" for at in range(first, first + 4)) + "修好了。")[0]
    assert (f"furniture {first + 1}" in told) is numbered


@pytest.mark.parametrize(("lines", "read"), [(29, True), (31, False)])
def test_lines_that_nothing_tells_behind_a_signature(lines: int, read: bool) -> None:
    assert ("signature" in parts("我县修桥。⏎石湾县司法局⏎2024年1月5日" + "⏎修桥" * lines)[0]) is read


@pytest.mark.parametrize(("size", "found"), [(90, True), (91, False)])
def test_a_name_in_a_list_of_attachments(size: int, found: bool) -> None:
    assert (
        parts(f"我县修桥。⏎附件：1.清单⏎{of_size('2.', size, '册')}")[0].startswith("line 我县修桥。 / furniture")
        is found
    )


@pytest.mark.parametrize(("size", "found"), [(40, True), (41, False)])
def test_the_name_above_a_date_amid_a_text(size: int, found: bool) -> None:
    name = of_size("石湾县", size, "水务局", "　")
    assert ("signed" in parts(f"我县修桥。⏎{name}⏎2024年1月5日⏎修桥清单⏎一、木桥⏎三座。⏎我县修路。")[0]) is found


@pytest.mark.parametrize(("lines", "read"), [(49, True), (50, False)])
def test_words_that_nothing_tells_above_a_title(lines: int, read: bool) -> None:
    assert ("title" in parts("修桥⏎" * lines + TITLE + "⏎我县修桥。")[1]) is read


@pytest.mark.parametrize(("lines", "read"), [(24, True), (25, False)])
def test_two_words_on_a_line_count_twice(lines: int, read: bool) -> None:
    assert ("title" in parts("修桥 修路⏎" * lines + TITLE + "⏎我县修桥。")[1]) is read


@pytest.mark.parametrize(("lines", "read"), [(14, True), (15, False)])
def test_long_lines_behind_a_signature(lines: int, read: bool) -> None:
    behind = ("⏎" + "修" * 61) * lines
    assert ("signature" in parts(f"我县修桥。⏎石湾县司法局⏎2024年1月5日{behind}")[0]) is read


@pytest.mark.parametrize(("size", "read"), [(60, True), (61, False)])
def test_a_line_of_sixty_letters_behind_a_signature_is_not_long(size: int, read: bool) -> None:
    behind = ("⏎" + "修" * size) * 15
    assert ("signature" in parts(f"我县修桥。⏎石湾县司法局⏎2024年1月5日{behind}")[0]) is read


@pytest.mark.parametrize(("size", "read"), [(60, True), (61, False)])
def test_a_value_that_nothing_parts_from_its_label(size: int, read: bool) -> None:
    assert ("index_number" in parts(of_size("索引号", size, "", "1") + f"⏎{TITLE}⏎我县修桥。")[1]) is read


@pytest.mark.parametrize(("lines", "read"), [(79, True), (80, False)])
def test_the_lines_at_the_foot_of_a_page(lines: int, read: bool) -> None:
    foot = "⏎版权所有" * lines
    assert ("signature" in parts(f"我县修桥。⏎石湾县司法局⏎2024年1月5日{foot}")[0]) is read


def test_a_row_of_labels_is_read_however_far_down_it_stands() -> None:
    above = "⏎".join(f"服务对象：{'修桥' * 20}" for _ in range(15))
    assert "index_number 01-2024" in parts(f"{above}⏎索引号␉01-2024␉文号␉无⏎{TITLE}⏎我县修桥。")[1]
