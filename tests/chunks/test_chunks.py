"""How chunks follow the outline."""

from __future__ import annotations

import re
import subprocess
import sys
from hashlib import sha256
from itertools import pairwise
from uuid import NAMESPACE_OID, uuid5

import pytest
from body import checked_chunks

from lawreport_parser import parse
from lawreport_parser.chunks import Chunk, chunk_report

REPORT = """\
白鹭县2024年法治政府建设情况报告

2024年，白鹭县依法行政稳步推进。现将情况报告如下：
一、主要举措和成效
（一）强化学习。全年学法8次。旁听庭审2次。
（二）规范执法。退回案件11件。
1.公示信息。执法结果七日内公开。
2.记录过程。配备记录仪40台。
二、存在问题
一是宣传不够；二是人员不足。
三、下一步打算
充实基层队伍。
白鹭县人民政府
2025年1月20日
"""


def texts(text: str, max_size: int, overlap: int = 0) -> list[str]:
    return [chunk.text for chunk in checked_chunks(parse(text), max_size, overlap=overlap)]


def chunk_of(text: str, words: str, max_size: int) -> Chunk:
    (found,) = [chunk for chunk in checked_chunks(parse(text), max_size) if words in chunk.text]
    return found


def test_parts_that_fit_stay_whole_and_roles_stay_apart() -> None:
    chunks = checked_chunks(parse(REPORT), 1000)
    assert [(chunk.place, chunk.roles, chunk.section_id, chunk.path) for chunk in chunks] == [
        ("preamble", [], None, []),
        ("section", ["achievements"], "1", ["主要举措和成效"]),
        ("section", ["problems"], "2", ["存在问题"]),
        ("section", ["plans"], "3", ["下一步打算"]),
    ]
    assert chunks[1].section_ids == ["1", "1.1", "1.2", "1.2.1", "1.2.2"]


def test_metadata_title_signature_and_furniture_are_in_no_chunk() -> None:
    joined = "".join(texts(REPORT, 30))
    assert "情况报告\n" not in joined
    assert "人民政府" not in joined
    assert "1月20日" not in joined


def test_a_section_that_does_not_fit_is_divided_into_its_subsections() -> None:
    assert texts(REPORT, 60)[1:3] == [
        "一、主要举措和成效\n（一）强化学习。全年学法8次。旁听庭审2次。",
        "（二）规范执法。退回案件11件。\n1.公示信息。执法结果七日内公开。\n2.记录过程。配备记录仪40台。",
    ]


def test_a_heading_goes_with_the_text_that_follows_and_the_path_leads_to_that_text() -> None:
    chunk = chunk_of(REPORT, "全年学法", 60)
    assert chunk.text.startswith("一、主要举措和成效\n（一）")
    assert (chunk.section_id, chunk.path) == ("1.1", ["主要举措和成效", "强化学习"])
    assert chunk.section_ids == ["1", "1.1"]


def test_a_heading_is_kept_with_a_part_of_its_first_subsection() -> None:
    text = "一、工作情况\n（一）强化学习。全年学法8次。旁听庭审2次。\n（二）规范执法。退回案件11件。"
    assert texts(text, 25) == [
        "一、工作情况\n（一）强化学习。全年学法8次。",
        "旁听庭审2次。",
        "（二）规范执法。退回案件11件。",
    ]


def test_headings_of_several_levels_go_together() -> None:
    text = "一、工作情况\n（一）依法履职\n1.清点林木。丈量河湖。\n2.看护花圃。"
    chunks = checked_chunks(parse(text), 25)
    assert [chunk.text for chunk in chunks] == [
        "一、工作情况\n（一）依法履职\n1.清点林木。",
        "丈量河湖。",
        "2.看护花圃。",
    ]
    assert [chunk.section_id for chunk in chunks] == ["1.1.1", "1.1.1", "1.1.2"]


def test_siblings_that_fit_together_are_joined_under_the_path_of_their_parent() -> None:
    text = "一、工作情况\n1.甲事已办。\n2.乙事已办。\n3.丙事已办。\n4.丁事已办。"
    chunks = checked_chunks(parse(text), 23)
    assert [chunk.text for chunk in chunks] == [
        "一、工作情况\n1.甲事已办。\n2.乙事已办。",
        "3.丙事已办。\n4.丁事已办。",
    ]
    assert [(chunk.section_id, chunk.path) for chunk in chunks] == [("1", ["工作情况"])] * 2
    assert chunks[1].section_ids == ["1.3", "1.4"]


def test_the_end_of_a_divided_section_is_not_joined_with_the_next() -> None:
    text = "1.清点林木。清点河湖。清点桥梁。\n2.清点灯塔。"
    assert texts(text, 14) == ["1.清点林木。清点河湖。", "清点桥梁。", "2.清点灯塔。"]


def test_a_section_without_heading_is_named_by_its_title() -> None:
    chunk = chunk_of("第一章 总则\n第一条 为了加强协作，制定本办法。\n第二条 本办法适用于本县。", "第二条", 24)
    assert chunk.path == ["总则", "本办法适用于本县。"]


def test_the_id_of_a_chunk_is_that_of_its_text_and_place() -> None:
    text = "一、工作情况\n清点林木。丈量河湖。看护花圃。搬运木船。"
    chunks = parse(text).chunks(17, overlap=5)
    assert [chunk.id for chunk in chunks] == [
        str(uuid5(NAMESPACE_OID, f"{sha256(text.encode()).hexdigest()}:{chunk.span.start}-{chunk.span.end}"))
        for chunk in chunks
    ]
    assert chunks[0].id == "32b7a462-9a0f-591e-b0cf-6b1becccbc05"
    assert {chunk.id for chunk in parse(text).chunks(17)} != {chunk.id for chunk in chunks}
    assert {chunk.id for chunk in chunks}.isdisjoint(chunk.id for chunk in parse(f"{text}\n").chunks(17, overlap=5))
    assert parse("一、甲\ud800\n").chunks(9)[0].id


def test_the_members_of_a_sentence_stay_together_where_they_fit() -> None:
    members = "1.第一件事已经办完。\n2.抓好落实：一是清点；二是看护。"
    assert texts(members, 20) == ["1.第一件事已经办完。", "2.抓好落实：一是清点；二是看护。"]
    parted = ["一是清点。", "二是看护；三是修缮。", "四是疏浚。"]
    assert texts("\n".join(parted), 12) == parted


def test_a_section_with_text_of_its_own_is_named_by_its_chunk() -> None:
    text = "一、工作\n逐项落实到人。\n（一）清点林木。\n（二）丈量全县所有的河湖和水渠。"
    chunk = chunk_of(text, "清点林木", 24)
    assert (chunk.section_id, chunk.section_ids) == ("1", ["1", "1.1"])


def test_text_that_is_no_body_ends_a_chunk() -> None:
    report = parse("一、工作\n清点林木。\n丈量河湖。\n看护花圃。")
    (section,) = report.sections
    first, middle, last = section.body
    report = report.model_copy(
        update={"sections": [section.model_copy(update={"body": [first, last]})], "furniture": [middle]}
    )
    assert [chunk.text for chunk in checked_chunks(report, 100)] == ["一、工作\n清点林木。", "看护花圃。"]


def test_prose_of_the_closing_is_parted_by_role() -> None:
    text = (
        "一、依法防控有力\n清点林木。\n二、服务提速增效\n丈量河湖。\n\n"
        "回顾一年来的工作，但也存在队伍不稳等问题。2021年，我市将着力建强队伍。\n"
    )
    closing = [chunk for chunk in checked_chunks(parse(text), 500) if chunk.place == "closing"]
    assert [chunk.roles for chunk in closing] == [["problems"], ["plans"]]


def test_a_sentence_is_cut_only_where_it_is_too_long_alone() -> None:
    text = "清点林木，丈量河湖；看护花圃、果园、牧场。搬运木船。"
    assert texts(text, 21) == ["清点林木，丈量河湖；看护花圃、果园、牧场。", "搬运木船。"]
    assert texts(text, 16) == ["清点林木，丈量河湖；", "看护花圃、果园、牧场。搬运木船。"]
    assert texts(text, 9) == ["清点林木，", "丈量河湖；", "看护花圃、果园、", "牧场。搬运木船。"]
    assert texts(text, 4)[:4] == ["清点林", "木，", "丈量河", "湖；"]


def test_numbers_and_latin_words_are_not_cut_while_they_fit() -> None:
    assert texts("编号ABC123号林木清点完毕", 8) == ["编号ABC123", "号林木清点完毕"]
    assert texts("全区新增GDP1234.56亿元设备", 9) == ["全区新增", "GDP1234.5", "6亿元设备"]


def test_a_quoted_sentence_that_goes_on_is_one_sentence() -> None:
    text = "清点林木。落实“谁执法谁普法！”的要求。"
    assert texts(text, 16) == ["清点林木。", "落实“谁执法谁普法！”的要求。"]


def test_overlap_repeats_whole_sentences_of_the_same_section() -> None:
    text = "一、工作情况\n清点林木。丈量河湖。看护花圃。搬运木船。\n二、其他工作\n修缮桥梁。"
    chunks = checked_chunks(parse(text), 17, overlap=5)
    assert [(chunk.text, chunk.overlap) for chunk in chunks] == [
        ("一、工作情况\n清点林木。丈量河湖。", 0),
        ("丈量河湖。看护花圃。搬运木船。", 5),
        ("二、其他工作\n修缮桥梁。", 0),
    ]


def test_overlap_repeats_as_many_sentences_as_it_may() -> None:
    text = "甲甲甲。乙乙乙。丙丙丙。丁丁丁。"
    assert [(chunk.text, chunk.overlap) for chunk in checked_chunks(parse(text), 12, overlap=8)] == [
        ("甲甲甲。乙乙乙。丙丙丙。", 0),
        ("乙乙乙。丙丙丙。丁丁丁。", 8),
    ]


def test_overlap_repeats_no_heading() -> None:
    text = "一、工作\n（一）清点。甲甲甲。乙乙乙乙乙乙。"
    assert [(chunk.text, chunk.overlap) for chunk in checked_chunks(parse(text), 20, overlap=12)] == [
        ("一、工作\n（一）清点。甲甲甲。", 0),
        ("甲甲甲。乙乙乙乙乙乙。", 4),
    ]


def test_overlap_repeats_no_part_of_a_sentence() -> None:
    text = "清点林木。丈量全县所有的河湖和水渠，看护花圃。搬运木船。"
    assert [(chunk.text, chunk.overlap) for chunk in checked_chunks(parse(text), 16, overlap=13)] == [
        ("清点林木。", 0),
        ("丈量全县所有的河湖和水渠，", 0),
        ("看护花圃。搬运木船。", 0),
    ]


def test_overlap_is_less_where_the_next_sentence_would_not_fit() -> None:
    text = "甲甲甲。乙乙乙。丙丙丙。丁丁丁丁丁丁。"
    assert [(chunk.text, chunk.overlap) for chunk in checked_chunks(parse(text), 12, overlap=8)] == [
        ("甲甲甲。乙乙乙。丙丙丙。", 0),
        ("丙丙丙。丁丁丁丁丁丁。", 4),
    ]


def test_overlap_gives_way_to_text_that_would_not_fit() -> None:
    text = "清点林木。丈量全县所有的河湖和水渠。看护花圃。"
    assert [chunk.overlap for chunk in checked_chunks(parse(text), 13, overlap=12)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("max_size", "overlap", "message"),
    [
        (0, 0, "max_size must be at least 1, not 0"),
        (-5, 0, "max_size must be at least 1, not -5"),
        (10, 10, r"overlap must be at least 0 and smaller than max_size \(10\), not 10"),
        (10, -1, r"overlap must be at least 0 and smaller than max_size \(10\), not -1"),
    ],
)
def test_sizes_that_cannot_be_are_refused(max_size: int, overlap: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        chunk_report(parse(REPORT), max_size, overlap=overlap)


@pytest.mark.parametrize("wrong", [float("inf"), float("nan"), 1.5, "5", None])
def test_sizes_that_are_no_whole_number_are_refused(wrong: object) -> None:
    report = parse(REPORT)
    with pytest.raises(TypeError, match=f"max_size must be an int, not {type(wrong).__name__}"):
        report.chunks(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="overlap must be an int"):
        report.chunks(100, overlap=wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="size must be a function"):
        report.chunks(100, size=wrong)  # type: ignore[arg-type]


def test_white_space_between_chunks_is_in_none() -> None:
    report = parse("一、成效\n　　（一）甲。\n\n　　（二）乙。\n")
    chunks = report.chunks(6)
    assert [chunk.text for chunk in chunks] == ["一、成效", "（一）甲。", "（二）乙。"]
    between = [report.text[one.span.end : other.span.start] for one, other in pairwise(chunks)]
    assert between == ["\n　　", "\n\n　　"]


@pytest.mark.parametrize("text", ["", " \n\u3000", "索引号：A-1\n"])
def test_a_text_without_body_has_no_chunks(text: str) -> None:
    assert chunk_report(parse(text), 10) == []


def test_a_character_larger_than_a_chunk_stands_alone() -> None:
    chunks = chunk_report(parse("林木"), 2, size=lambda text: len(text.encode()))
    assert [chunk.text for chunk in chunks] == ["林", "木"]


class Counting:
    """A counter that notes how often and on how much text it is called."""

    def __init__(self) -> None:
        self.calls = self.characters = 0

    def __call__(self, text: str) -> int:
        self.calls += 1
        self.characters += len(text)
        return len(re.findall(r"[\u4e00-\u9fff]{1,2}|\w+|\S", text))


LONG = {
    "reports": lambda n: REPORT * (n // len(REPORT)),
    "one sentence": lambda n: "天" * n,
    "clauses": lambda n: "加强学习，" * (n // 5),
    "end marks": lambda n: "一、成效\n" + "。" * n,
    "blanks": lambda n: "一、成效\n甲" + " " * n + "乙",
    "siblings": lambda n: "\n".join(f"{at}.清点林木。" for at in range(1, n // 10)),
    "members": lambda n: "一、成效\n" + "一是清点林木；二是丈量河湖；三是修缮；" * (n // 20),
    "closing": lambda n: "一、成效\n（一）清点。\n但也存在不足：" + "；".join(["力量不足"] * (n // 5)),
}


@pytest.mark.parametrize("shape", LONG)
def test_the_counter_sees_a_text_a_fixed_number_of_times(shape: str) -> None:
    cost = []
    for length in (5_000, 40_000):
        report, counting = parse(LONG[shape](length)), Counting()
        chunk_report(report, 100, counting, 20)
        cost.append((counting.calls / length, counting.characters / length))
    (few_calls, few), (many_calls, many) = cost
    assert many < 20
    assert many <= few * 1.5 + 1
    assert many_calls <= few_calls * 1.5 + 0.01


def test_importing_chunks_imports_no_other_library() -> None:
    code = (
        "import sys, lawreport_parser.chunks, lawreport_parser.integrations; "
        "print(sorted({'langchain_core', 'llama_index', 'spacy', 'datasets'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
