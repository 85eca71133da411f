"""Files of several documents: what stands behind the signature is an annex or another report, none of the report."""

from __future__ import annotations

from datetime import date

import pytest

from lawreport_parser import Report, parse
from lawreport_parser.lint import lint

TITLE = "柳塘县2023年法治政府建设年度报告\n"
BODY = (
    "一、主要成效\n（一）修桥。办理行政复议案件42件。\n二、存在的问题\n（一）船工少。\n（二）经费紧。\n"
    "三、下一步打算\n（一）招收船工。\n（二）争取经费。\n"
)
SIGNED = "\n柳塘县人民政府\n2024年1月15日\n\n"
REPORT = TITLE + BODY + SIGNED
EARLIER = (
    "柳塘县2022年法治政府建设年度报告\n一、主要成效\n（一）铺路。办理行政复议案件31件。\n二、存在的问题\n（一）路面窄。\n"
    "三、下一步打算\n（一）拓宽路面。\n\n柳塘县人民政府\n2023年1月9日\n"
)
ANNEX = (
    "附件\n任务清单\n一、存在问题整改\n（一）案卷不全，由司法局牵头。\n二、2024年安排\n（一）清理文件，由府办牵头。\n"
)
LETTER = (
    "柳塘县人民政府关于印发《柳塘县2023年法治政府建设年度报告》的通知\n\n各乡镇人民政府：\n"
    "现将《柳塘县2023年法治政府建设年度报告》印发给你们，请认真贯彻执行。\n\n柳塘县人民政府\n2024年1月20日\n\n"
)
PROBLEMS, PLANS = ["（一）船工少。", "（二）经费紧。"], ["（一）招收船工。", "（二）争取经费。"]


def lists(report: Report) -> tuple[list[str], list[str]]:
    return [item.text for item in report.problems], [item.text for item in report.plans]


@pytest.mark.parametrize(
    "behind",
    [
        ANNEX,
        EARLIER,
        "附件：2024年工作要点\n2024年，县政府将抓好以下工作：一是清理文件。二是轮训队伍。\n",
        "2024年任务分工\n一、清理文件\n由县府办牵头。\n二、轮训队伍\n由县司法局牵头。\n",
        "附件1\n情况说明\n调解工作也存在补贴偏低、培训不足等问题。2024年，将提高补贴标准，开展业务培训。\n",
    ],
)
def test_what_stands_behind_the_signature_is_none_of_the_report(behind: str) -> None:
    report = parse(REPORT + behind)
    assert lists(report) == (PROBLEMS, PLANS)
    assert [str(each.value) for each in report.indicators] == ["42"]
    assert report.signature is not None
    assert report.signature.date == date(2024, 1, 15)
    assert report.header.year == 2023
    told = next(each for each in report.diagnostics if each.code == "further-document")
    assert report.text[told.span.start : told.span.end] == behind.split("\n")[0]
    assert not any(each.code == "year-conflict" for each in report.diagnostics)


@pytest.mark.parametrize(
    "behind",
    [
        "附件：典型案例\n加强学习。\n2024年2月5日\n",
        "附件\n一、建议\n2024年2月3日\n",
        "附件：任务清单\n一、完成时限\n2024年12月\n",
        "一是\n2024年2月",
        "芦湾县2023年法治政府建设年度报告\n一、主要成效\n铺路。\n芦湾县人民政府\n2024年2月30日\n",
    ],
)
def test_who_signs_what_stands_behind_does_not_sign_the_report(behind: str) -> None:
    report = parse(REPORT + behind)
    assert report.signature is not None
    assert (report.signature.issuer, report.signature.date) == ("柳塘县人民政府", date(2024, 1, 15))
    assert report.header.issuer == "柳塘县人民政府"
    assert report.header.evidence["issuer"].of(report.text) == "柳塘县人民政府"
    assert [item.text for item in report.plans] == PLANS
    assert not any(each.code == "invalid-date" for each in report.diagnostics)


def test_a_heading_of_the_annex_is_no_account_of_the_duty() -> None:
    text = REPORT + "附件\n一、强化组织领导，落实第一责任人职责\n学法三次。\n"
    assert [each.code for each in parse(text).diagnostics].count("missing-part") == 1
    assert [each.code for each in lint(parse(text))].count("missing-part") == 1


def test_its_sections_stay_in_the_outline() -> None:
    report = parse(REPORT + EARLIER)
    assert [each.marker.text for each in report.sections] == ["一、", "二、", "三、"] * 2
    assert [each.roles for each in report.sections[3:]] == [["achievements"], ["problems"], ["plans"]]


def test_a_report_from_json_has_the_same_lists() -> None:
    report = parse(REPORT + EARLIER)
    again = Report.model_validate_json(report.to_json())
    assert lists(again) == (PROBLEMS, PLANS)
    assert again == report


@pytest.mark.parametrize("report", [TITLE + BODY, REPORT, "附件：" + TITLE + "\n" + REPORT])
def test_a_letter_hands_on_the_report(report: str) -> None:
    read = parse(LETTER + report)
    assert lists(read) == (PROBLEMS, PLANS)
    assert read.signature is not None
    assert read.signature.date == date(2024, 1, 15 if SIGNED in report else 20)
    told = [each for each in read.diagnostics if each.code == "further-document"]
    assert [read.text[each.span.start : each.span.end] for each in told] == [LETTER.split("\n")[0]]
    assert "the report behind it" in told[0].message


def begun(report: Report) -> list[str]:
    """Return the first words of the documents beside the report."""
    told = (each.span for each in report.diagnostics if each.code == "further-document")
    return [report.text[span.start : span.end] for span in told]


@pytest.mark.parametrize(
    "title",
    [
        "柳塘县人民政府关于报送2023年法治政府建设年度报告的报告\n",
        "柳塘县人民政府关于呈报《柳塘县2023年法治政府建设年度报告》的报告\n",
        "柳塘县人民政府关于审定2023年法治政府建设年度报告的请示\n",
    ],
)
def test_a_cover_paper_may_name_what_the_report_holds(title: str) -> None:
    cover = (
        "市人民政府：\n现将我县法治政府建设成效、存在问题和下一步打算报上，请审阅。\n柳塘县人民政府\n2024年1月20日\n\n"
    )
    report = parse(title + cover + REPORT)
    assert lists(report) == (PROBLEMS, PLANS)
    assert [str(each.value) for each in report.indicators] == ["42"]
    assert begun(report) == [title.strip()]


@pytest.mark.parametrize("name", ["年度报告摘要", "年度报告", "工作概况"])
def test_a_summary_before_the_report_takes_none_of_its_parts(name: str) -> None:
    summary = (
        f"柳塘县2023年法治政府建设{name}\n2023年，我县修桥三座，也存在船工少等问题。\n柳塘县人民政府\n2024年1月9日\n\n"
    )
    report = parse(summary + REPORT)
    assert lists(report) == (PROBLEMS, PLANS)
    assert begun(report) == [TITLE.strip()]
    assert "not sure" in next(each.message for each in report.diagnostics if each.code == "further-document")


@pytest.mark.parametrize(
    "behind",
    [
        "附件：行政执法工作总结\n一、主要成效\n（一）检查。办理行政处罚案件77件。\n",
        EARLIER,
        REPORT.replace("柳塘", "石湾"),
    ],
)
def test_a_report_without_headings_keeps_its_place(behind: str) -> None:
    prose = "2023年，我县办理行政复议案件35件，开展培训8期。\n"
    report = parse(TITLE + prose + SIGNED + behind)
    assert [str(each.value) for each in report.indicators] == ["35", "8"]
    assert lists(report) == ([], [])
    assert [item.text for item in report.achievements] == [prose.strip()]
    assert begun(report) == [behind.split("\n")[0]]


def test_a_report_without_headings_behind_a_letter_keeps_its_place() -> None:
    prose = "2023年，我县办理行政复议案件35件，开展培训8期。\n"
    report = parse(LETTER + TITLE + prose + SIGNED + ANNEX)
    assert "35" in [str(each.value) for each in report.indicators]
    assert begun(report) == [TITLE.strip(), "附件"]


def test_a_report_in_prose_hands_on_nothing() -> None:
    prose = "2023年，我县修桥三座。但也存在船工少、经费紧等问题。2024年，我县将招收船工。\n"
    report = parse(TITLE + "\n" + prose + SIGNED + ANNEX)
    assert [item.text for item in report.problems] == ["但也存在船工少、经费紧等问题。"]
    assert [item.text for item in report.plans] == ["2024年，我县将招收船工。"]


def test_an_annex_without_a_signature_before_it_belongs_to_the_report() -> None:
    assert lists(parse(TITLE + BODY + ANNEX))[1] == [*PLANS, "（一）清理文件，由府办牵头。"]


def test_a_part_of_another_document_is_missing_in_the_report() -> None:
    report = parse(TITLE + "一、主要成效\n修桥三座。\n二、存在的问题\n船工少。\n" + SIGNED + ANNEX)
    missing = [each.message.split("'")[1] for each in report.diagnostics if each.code == "missing-part"]
    assert missing == ["responsibility", "plans"]
    assert "plans" in " ".join(each.message for each in lint(report) if each.code == "missing-part")
    assert not any(each.code == "part-order" for each in lint(parse(REPORT + EARLIER)))
