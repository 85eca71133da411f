"""The foot of a page, and what its paper leaves in the text: page numbers, signatures, attachments, imprints."""

from __future__ import annotations

import pytest

from lawreport_parser import Report, parse

HEAD = "柳溪县2023年度法治政府建设工作报告\n\n2023年，我县推进依法行政。现报告如下：\n"
BODY = """一、主要举措和成效
（一）学习法律。学习八次。
（二）规范执法。抽查百件。
二、下一步工作打算
（一）强化培训。办班四期。
（二）完善制度。修订办法。
"""
PLANS = ["（一）强化培训。办班四期。", "（二）完善制度。修订办法。"]
SIGNED = "\n柳溪县人民政府\n2024年1月5日\n"


def furniture(report: Report) -> list[str]:
    return [each.text for each in report.furniture]


def body(report: Report) -> list[str]:
    return [each.text for section in report.walk() for each in section.body]


def assert_lossless(report: Report) -> None:
    assert "".join(report.text[each.span.start : each.span.end] for each in report.segments()) == report.text


# --- page numbers


@pytest.mark.parametrize(
    "number",
    ["— 1 —", "-1-", "- 3 -", "－２－", "·4·", "第2页", "第 2 页 共 3 页", "第2页/共3页", "—— 12 ——", "—第2页—"],
)
def test_the_number_of_a_page_is_furniture_wherever_it_stands(number: str) -> None:
    report = parse(
        f"{HEAD}一、主要举措和成效\n学习八次，取得良\n{number}\n好效果。\n{number}\n二、下一步工作打算\n"
        f"（一）强化培训。\n{number}\n（二）完善制度。\n{number}\n{SIGNED}{number}\n"
    )
    assert furniture(report) == [number] * 5
    assert body(report) == ["学习八次，取得良", "好效果。", "强化培训。", "完善制度。"]
    assert [each.text for each in report.plans] == ["（一）强化培训。", "（二）完善制度。"]
    assert report.signature is not None
    assert report.signature.issuer == "柳溪县人民政府"
    assert_lossless(report)


@pytest.mark.parametrize("words", ["第2页列出清单。", "-1-2-", "— 1 — 完成", "第一批", "-12", "3—5", "（1）", "共3页"])
def test_a_line_that_says_more_is_no_page_number(words: str) -> None:
    report = parse(f"{HEAD}一、主要举措和成效\n学习八次。\n{words}\n抽查百件。\n二、下一步打算\n强化培训。\n")
    assert words not in furniture(report)


LONG = "各级各部门认真落实年度任务，依法履行职能，规范执法行为，化解矛盾纠纷，宣传法律法规，" * 6


def numbered(*numbers: str, torn: bool = True, text: str = LONG) -> Report:
    first, second, third = numbers
    end = "落实到" if torn else "落实。"
    return parse(
        f"{HEAD}一、主要举措和成效\n{text}{end}\n{first}\n基层。\n（一）学习。{text}成效明显。\n{second}\n二、下一步打算\n{text}再上台阶。\n"
        f"{third}\n办班四期。\n{SIGNED}"
    )


def test_bare_numbers_that_run_on_count_pages() -> None:
    for numbers in (["1", "2", "3"], ["2", "3", "4"], ["１", "２", "３"]):
        report = numbered(*numbers)
        assert furniture(report) == numbers
        assert_lossless(report)


@pytest.mark.parametrize(
    "report",
    [
        numbered("1", "3", "2"),
        numbered("5", "6", "7"),
        numbered("1", "2", "2"),
        numbered("1", "2", "3", text="宣传法律。"),
        numbered("1", "2", "3", torn=False),
        parse(f"{HEAD}一、主要举措和成效\n（一）学习\n12\n次。\n二、下一步打算\n办班\n4\n期。\n"),
    ],
    ids=["disorder", "from five", "repeated", "close together", "between sentences", "two values"],
)
def test_other_bare_numbers_are_values(report: Report) -> None:
    assert furniture(report) == []


def test_a_text_of_page_numbers_is_read() -> None:
    for text in ("- 1 -\n" * 300, "1\n2\n3\n", "第3页", "\n".join(str(at) for at in range(1, 500))):
        assert_lossless(parse(text))


# --- behind the signature


@pytest.mark.parametrize(
    "words",
    [
        "柳溪县人民政府办公室          2024年1月6日印发",
        "柳溪县人民政府办公室\n2024年1月6日印发",
        "抄送：县委办公室，县人大办公室，\n县政协办公室。\n柳溪县人民政府办公室　　2024年1月6日印发\n（共印30份）",
        "（此件公开发布）\n抄送：县委办公室。\n柳溪县人民政府办公室2024年1月6日印发",
        "附件：1.重大决策目录\n2.案件统计表",
        "附件：\n1．重大决策目录\n2．案件统计表\n（此件公开发布）",
        "附件1：重大决策目录\n附件2：案件统计表",
        "附件\n重大决策目录\n序号\n名称\n1\n国土空间规划",
        "— 3 —\n柳溪县人民政府办公室 2024年1月6日印发\n- 4 -",
    ],
)
def test_what_stands_behind_the_signature_is_furniture(words: str) -> None:
    """Attachments, copies and imprint (GB/T 9704-2012, 7.3 and 7.4) are no preamble, and the signature is found."""
    report = parse(f"{HEAD}{BODY}{SIGNED}\n{words}\n")
    assert furniture(report) == words.split("\n")
    assert [each.text for each in report.preamble] == ["2023年，我县推进依法行政。现报告如下："]
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县人民政府", "2024-01-05")
    assert [each.text for each in report.plans] == PLANS
    assert_lossless(report)


def test_a_second_document_behind_the_signature_is_text() -> None:
    annex = (
        "柳溪县工作要点\n为做好本年度工作，结合全县实际，制定本要点，请各单位认真贯彻执行。\n1.学习法律\n2.规范执法\n"
    )
    report = parse(f"{HEAD}{BODY}{SIGNED}\n附件\n{annex}")
    assert [each.marker.text for each in report.sections] == ["一、", "二、", "1.", "2."]
    short = parse(f"{HEAD}{BODY}{SIGNED}\n柳溪县工作要点\n1.学习法律\n2.规范执法\n")
    assert [each.marker.text for each in short.sections] == ["一、", "二、", "1.", "2."]


@pytest.mark.parametrize("between", ["\n- 3 -\n", "**\n**", "\n\n— 2 —\n\n"])
def test_nothing_within_a_signature_counts_twice(between: str) -> None:
    report = parse(f"{HEAD}{BODY}\n柳溪县人民政府{between}2024年1月5日\n")
    assert report.signature is not None
    assert report.signature.issuer == "柳溪县人民政府"
    assert_lossless(report)


def test_an_imprint_alone_is_the_signature() -> None:
    report = parse(f"{HEAD}{BODY}\n柳溪县人民政府办公室\n2024年1月6日印发\n")
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县人民政府办公室", "2024-01-06")


# --- attachments above the signature


@pytest.mark.parametrize(
    "words",
    [
        "附件：1.重大决策目录\n      2.案件统计表",
        "附件：1．柳溪县2023年度规范性文件目录\n2．柳溪县2023年度行政处罚案件\n统计表\n3．清单",
        "附件：重大决策目录",
        "附件:\n1、重大决策目录\n2、案件统计表",
        "附件1：重大决策目录\n附件2：案件统计表",
        "附　件：1.重大决策目录\n2.案件统计表",
    ],
)
@pytest.mark.parametrize("foot", [SIGNED, "\n", "（此件公开发布）\n", f"{SIGNED}（此件公开发布）\n"])
def test_a_list_of_attachments_is_no_part_of_the_last_section(words: str, foot: str) -> None:
    report = parse(f"{HEAD}{BODY}\n{words}\n{foot}")
    assert furniture(report)[: words.count("\n") + 1] == [line.strip() for line in words.split("\n")]
    assert [each.text for each in report.plans] == PLANS
    assert (report.signature is not None) == (SIGNED in foot)
    assert_lossless(report)


@pytest.mark.parametrize(
    "words",
    [
        "1.学习法律\n2.规范执法",
        "附件：见网站。\n1.学习法律\n2.规范执法",
        "附件：1.目录\n3.清单",
        "附件要求逐项落实",
        "附件：目录\n学习法律\n规范执法",
    ],
)
def test_other_short_lines_above_the_signature_are_text(words: str) -> None:
    """A list is one of attachments by its head, and by numbers that run on."""
    report = parse(f"{HEAD}{BODY}（三）加强保障。\n{words}\n{SIGNED}")
    assert furniture(report) == []


# --- the shapes of a signature


@pytest.mark.parametrize(
    ("words", "issuer", "date"),
    [
        ("2024年1月5日\n（柳溪县水务局印章）", "柳溪县水务局", "2024-01-05"),
        ("2024年1月5日\n(柳溪县水务局盖章)", "柳溪县水务局", "2024-01-05"),
        ("柳溪县水务局\n（盖章）\n2024年1月5日", "柳溪县水务局", "2024-01-05"),
        ("柳溪县水务局\n2024年1月5日\n（公章）", "柳溪县水务局", "2024-01-05"),
        ("柳溪县水务局\n2024年1月5日\n（柳溪县水务局印章）", "柳溪县水务局", "2024-01-05"),
        ("柳溪县水务局\n（公章）", "柳溪县水务局", "None"),
        ("2024年1月5日\n柳溪县水务局", "柳溪县水务局", "2024-01-05"),
        ("（2024年1月5日）\n柳溪县水务局（盖章）", "柳溪县水务局", "2024-01-05"),
        ("中共柳溪县委\n柳溪县人民政府\n2024年1月5日", "中共柳溪县委柳溪县人民政府", "2024-01-05"),
        (
            "柳溪县水务局\n柳溪县财政局\n柳溪县公安局\n二〇二四年一月五日",
            "柳溪县水务局柳溪县财政局柳溪县公安局",
            "2024-01-05",
        ),
        ("报告单位：柳溪县水务局\n报告时间：2024年1月5日", "柳溪县水务局", "2024-01-05"),
        ("填报日期：2024.1.5\n填报单位（盖章）：柳溪县水务局", "柳溪县水务局", "2024-01-05"),
        ("报送单位：柳溪县水务局　　　报送时间：2024年1月5日", "柳溪县水务局", "2024-01-05"),
        ("报告单位：柳溪县水务局", "柳溪县水务局", "None"),
    ],
)
@pytest.mark.parametrize(
    "foot", ["\n", "\n【打印】【关闭】\n", "\n附件：1.目录\n2.清单\n", "\n附件下载：1.目录.docx\n　　2.清单.xlsx\n"]
)
def test_a_signature_has_many_shapes(words: str, issuer: str, date: str, foot: str) -> None:
    report = parse(f"{HEAD}{BODY}\n{words}{foot}")
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == (issuer, date)
    assert report.signature.span.of(report.text) == words
    assert report.header.issuer == issuer
    assert [each.text for each in report.plans] == PLANS
    assert [each.text for each in report.preamble] == ["2023年，我县推进依法行政。现报告如下："]
    assert_lossless(report)


def test_a_notice_may_be_signed_by_several() -> None:
    report = parse(
        f"关于印发方案的通知\n各乡镇：\n现将方案印发给你们，请认真贯彻执行。\n中共柳溪县委\n柳溪县人民政府\n2024年1月5日\n方案\n{BODY}"
    )
    assert report.signature is not None
    assert report.signature.issuer == "中共柳溪县委柳溪县人民政府"
    assert "中共柳溪县委" not in [each.text for each in report.preamble]
    assert_lossless(report)


@pytest.mark.parametrize(
    "words", ["成员单位\n柳溪县水务局\n柳溪县财政局", "2024年1月5日\n办班四期", "（加盖公章）后报送", "报告单位要落实"]
)
def test_what_is_no_signature_is_text(words: str) -> None:
    report = parse(f"{HEAD}{BODY}{words}\n强化保障，抓好落实。\n")
    assert report.signature is None


# --- cells of tables, text behind the signature, seals


@pytest.mark.parametrize(
    "cells", ["县交通局\n2024年12月", "柳溪县交通运输局\n2024年12月31日", "县交通局\n2024年12月31日"]
)
def test_cells_of_a_table_are_no_signature(cells: str) -> None:
    report = parse(
        f"柳溪县行动方案\n一、重点任务\n（一）推进建设。加快开工。\n责任单位\n完成时限\n{cells}\n"
        "（二）推进升级。加快转型。\n二、保障措施\n（一）加强领导。成立小组。\n"
    )
    assert report.signature is None
    assert [(each.marker.text, len(each.children)) for each in report.sections] == [("一、", 2), ("二、", 1)]
    assert_lossless(report)


@pytest.mark.parametrize("cells", ["县交通局\n2024年12月", "柳溪县交通运输局", "柳溪县交通运输局\n2024年12月"])
@pytest.mark.parametrize("behind", ["", "相关文件：\n政策解读\n"])
def test_a_dated_signature_wins_over_the_cells_of_a_last_table(cells: str, behind: str) -> None:
    report = parse(
        f"柳溪县人民政府关于印发行动方案的通知\n各乡镇人民政府：\n现将方案印发给你们。{SIGNED}柳溪县行动方案\n"
        f"一、重点任务\n（一）推进建设。加快开工。\n（二）推进升级。加快转型。\n责任单位\n完成时限\n{cells}\n{behind}"
    )
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县人民政府", "2024-01-05")
    assert_lossless(report)


@pytest.mark.parametrize(
    "behind",
    [
        "声明：本文来源于柳溪县司法局，转载请注明出处。",
        "网友评论\n张某：写得很好。\n2025-02-01\n李某\n2025-02-02",
        "主办单位：柳溪县人民政府办公室 联系电话：0123-456789，地址：人民路一号。\n本站内容归柳溪县所有；违者必究！",
    ],
)
def test_text_behind_the_last_signature_is_furniture(behind: str) -> None:
    report = parse(f"{HEAD}{BODY}{SIGNED}{behind}")
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县人民政府", "2024-01-05")
    assert furniture(report) == behind.split("\n")
    assert [each.text for each in report.preamble] == ["2023年，我县推进依法行政。现报告如下："]
    assert_lossless(report)


@pytest.mark.parametrize(
    "note", ["县司法局\n2024年1月6日\n相关栏目\n打印本页", "欢迎提出意见。\n县司法局\n2024年1月6日\n有效性"]
)
def test_two_signatures_one_below_the_other_are_read_once(note: str) -> None:
    assert_lossless(parse(f"{HEAD}{BODY}{SIGNED}{note}"))


@pytest.mark.parametrize("gap", [" ", "\u3000"])
def test_a_signature_on_one_line_stands_before_a_note(gap: str) -> None:
    note = "声明：本文来源于柳溪县司法局，转载请注明出处。"
    for text in (
        f"{HEAD}{BODY}柳溪县人民政府{gap}2024年1月5日\n{note}",
        f"{HEAD}{BODY.replace(chr(10), '')}{gap}柳溪县人民政府{gap}2024年1月5日{gap}{note}",
    ):
        report = parse(text)
        assert report.signature is not None
        assert (report.signature.issuer, str(report.signature.date)) == ("柳溪县人民政府", "2024-01-05")
        assert furniture(report) == [note]
        assert_lossless(report)


def test_an_annex_behind_the_signature_is_text() -> None:
    report = parse(f"{HEAD}{BODY}{SIGNED}附件\n关于有关情况的说明\n2023年，我县开展检查。\n")
    assert furniture(report) == []
    assert report.signature is not None


@pytest.mark.parametrize("seal", ["盖章", "公章", "印章", "签章", "代章", "章", "印"])
@pytest.mark.parametrize("date", ["\n2024年1月5日", ""])
def test_the_mark_of_a_seal_is_no_part_of_a_name(seal: str, date: str) -> None:
    report = parse(f"{HEAD}{BODY}\n柳溪县水务局（{seal}）{date}\n")
    assert report.signature is not None
    assert report.signature.issuer == report.header.issuer == "柳溪县水务局"


@pytest.mark.parametrize("buttons", ["【 打印 】 【 关闭 】", "【打印】【关闭】", "打印", "[关闭]"])
def test_buttons_below_a_signature(buttons: str) -> None:
    report = parse(f"{HEAD}{BODY}{SIGNED}{buttons}\n")
    assert furniture(report) == [buttons]
    assert report.signature is not None


@pytest.mark.parametrize("signer", ["县府办", "柳溪县人民政府"])
@pytest.mark.parametrize(
    "annex",
    ["附件\n柳溪县考核细则\n第一章 总则\n", "第一章 总则\n", "2024年工作要点\n（一）学习法律\n", "一、学习法律\n"],
)
def test_a_notice_is_signed_before_its_annex(signer: str, annex: str) -> None:
    report = parse(
        f"关于印发文件的通知\n各单位：\n一、现印发。\n二、请执行。\n{signer}\n2024年1月5日\n{annex}学习八次。\n"
    )
    assert report.signature is not None
    assert (report.signature.issuer, str(report.signature.date)) == (signer, "2024-01-05")
    assert len(report.sections) == 3
