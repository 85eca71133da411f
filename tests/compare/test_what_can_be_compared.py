"""Which reports can be compared, and what is said of those that cannot, or not surely."""

from __future__ import annotations

import pickle

import pytest

from lawreport_parser import Report, compare, compare_years, parse
from lawreport_parser.comparison import checks
from lawreport_parser.diagnostics import languages
from lawreport_parser.errors import ComparisonError
from lawreport_parser.header_fields import Header
from lawreport_parser.regions.model import Region

TEXT = """{issuer}{year}年法治政府建设年度报告
一、主要成效
（一）加强学习。{year}年举办讲座{lectures}场。
二、存在问题
宣传形式单一。
三、下一步打算
（一）改进宣传。拍摄短片。
{issuer}
{next}年1月8日
"""


def report(year: int = 2021, issuer: str = "石湾县人民政府") -> Report:
    return parse(TEXT.format(issuer=issuer, year=year, lectures=year - 2010, next=year + 1))


def codes(earlier: Report, later: Report) -> list[str]:
    return [note.code for note in compare(earlier, later, force=True).notes]


def test_two_years_of_one_issuer_need_no_note() -> None:
    assert codes(report(2021), report(2022)) == []


def test_short_names_of_one_organ_are_the_same() -> None:
    for short, full in (("海湾区人民政府", "石湾市海湾区人民政府"), ("石湾县市场监管局", "石湾县市场监督管理局")):
        assert "other-issuer" not in codes(report(2021, short), report(2022, full))
        assert "other-issuer" not in codes(report(2021, full), report(2022, short))


@pytest.mark.parametrize(
    ("code", "earlier", "later"),
    [
        ("other-issuer", report(2021), report(2022, "东岭县人民政府")),
        ("other-issuer", report(2021), report(2022, "石湾县司法局")),
        ("wrong-order", report(2022), report(2021)),
        ("same-year", report(2021), parse(report(2021).text.replace("讲座", "课程"))),
        ("same-report", report(2021), report(2021)),
        ("same-report", report(2021), parse("首页\n\n" + report(2021).text.replace("\n", "\r\n\r\n"))),
        ("no-report", report(2021), parse("今天天气很好。")),
        ("no-report", parse(""), report(2021)),
    ],
)
def test_what_cannot_be_compared_is_refused(code: str, earlier: Report, later: Report) -> None:
    with pytest.raises(ComparisonError) as caught:
        compare(earlier, later)
    assert code in codes(earlier, later)
    assert caught.value.code in codes(earlier, later)
    english, chinese = languages(str(caught.value))
    assert english.isascii() or "人民政府" in english or "局" in english
    assert chinese != english
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.code) == (str(caught.value), caught.value.code)


@pytest.mark.parametrize(
    ("code", "earlier", "later"),
    [
        ("years-apart", report(2019), report(2021)),
        ("unknown-issuer", report(2021), parse(report(2022).text.replace("石湾县人民政府", ""))),
        ("unknown-year", parse(report(2021).text.replace("2021", "").replace("2022", "")), report(2022)),
        ("no-plans", parse(report(2021).text.partition("三、")[0]), report(2022)),
    ],
)
def test_what_is_doubtful_is_noted(code: str, earlier: Report, later: Report) -> None:
    assert code in [note.code for note in compare(earlier, later).notes]


def test_a_later_report_that_tells_of_no_work_says_nothing_of_plans() -> None:
    later = parse(
        "石湾县人民政府2022年法治政府建设报告\n一、存在问题\n宣传形式单一。\n二、下一步打算\n2023年，改进宣传，拍摄短片。"
    )
    comparison = compare(report(2021), later)
    assert "no-review" in [note.code for note in comparison.notes]
    assert comparison.plans == []
    assert comparison.problems == []


def test_what_is_no_report_at_all_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not str"):
        compare("石湾县", report())  # type: ignore[arg-type]


def test_a_row_of_years_is_compared_each_with_the_next() -> None:
    found = compare_years([report(2020), report(2021), report(2022)])
    assert [(each.earlier.year, each.later.year) for each in found] == [(2020, 2021), (2021, 2022)]
    with pytest.raises(ComparisonError, match="two reports"):
        compare_years([report(2020)])
    with pytest.raises(ComparisonError, match="earlier one first"):
        compare_years([report(2020), report(2022), report(2021)])


@pytest.mark.parametrize(("year", "met"), [(2022, True), (2023, None)])
def test_a_target_for_another_year_is_not_held_against_a_figure(year: int, met: bool | None) -> None:
    earlier = parse(report(2021).text.replace("拍摄短片。", "受理行政复议案件30件以上。"))
    later = parse(report(year).text.replace("（一）加强学习。", "（一）加强学习。受理行政复议案件38件。"))
    (change,) = compare(earlier, later).indicators
    assert (change.code, change.met) == ("reconsideration.accepted", met)
    assert (change.target is None) == (change.against_target is None) == (met is None)


def region(name: str, code: str, organ: str | None = None) -> Region:
    return Region(code=code, name=name, level="county", path=["某省", name], organ=organ)


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [
        (Header(issuer="县政府", region=region("石湾县", "999901")), Header(region=region("石湾县", "999901")), True),
        (Header(region=region("石湾县", "999901")), Header(region=region("东岭县", "999902")), False),
        (
            Header(region=region("石湾县", "999901", "司法局")),
            Header(region=region("石湾县", "999901", "财政局")),
            False,
        ),
        (Header(region=region("石湾县", "999901")), Header(issuer="石湾县人民政府"), None),
        (Header(), Header(), None),
        (Header(title="石湾县2021年法治政府建设报告"), Header(title="石湾县 2022年法治政府建设报告"), True),
        (Header(title="石湾县2021年法治政府建设报告"), Header(issuer="石湾县人民政府"), True),
        (Header(title="石湾县2021年法治政府建设报告"), Header(title="东岭县2022年法治政府建设报告"), False),
        (Header(title="石湾县2021年法治政府建设报告"), Header(issuer="石湾县司法局"), False),
        (Header(issuer="石湾县人民政府办公室"), Header(issuer="石湾县人民政府"), None),
        (Header(issuer="石湾县人民政府办公室"), Header(issuer="石湾县司法局"), False),
        (Header(title="关于2021年工作的报告"), Header(issuer="石湾县司法局"), None),
    ],
)
def test_places_tell_issuers_where_names_do_not(earlier: Header, later: Header, same: bool | None) -> None:
    assert checks.same_issuer(earlier, later) is same


def test_every_note_has_both_languages() -> None:
    for code in checks.NOTES:
        english, chinese = languages(checks.note(code, "a", "b", "c", "d").message)
        assert english.isascii()
        assert not chinese.isascii()
