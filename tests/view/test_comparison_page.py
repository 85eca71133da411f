"""The page of a comparison: what it knows, and that it is made of the reports it is given."""

from __future__ import annotations

import json
import re

import pytest
from pages import HOSTILE, years_of_a_county

from lawreport_parser import Report, compare_years, parse
from lawreport_parser.errors import ComparisonError
from lawreport_parser.view import render_comparison
from lawreport_parser.view.comparison_data import comparisons_data

READ = [report for _, report in years_of_a_county()]
MADE = compare_years(READ)


def utf16(report: Report, span: tuple[int, int]) -> str:
    written = report.text.encode("utf-16-le", "surrogatepass")[2 * span[0] : 2 * span[1]]
    return written.decode("utf-16-le", "surrogatepass")


def frame(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="frame">(.*?)</script>', page)
    assert found
    made: dict[str, object] = json.loads(found[1])
    return made


def test_places_of_plans_are_in_the_earlier_text_and_those_of_links_in_the_later() -> None:
    first, second = comparisons_data(READ, MADE)
    assert [(each["earlier"], each["later"]) for each in (first, second)] == [(0, 1), (1, 2)]
    for data, comparison, earlier, later in zip((first, second), MADE, READ, READ[1:], strict=False):
        for told, outcome in zip(data["plans"], comparison.plans, strict=True):
            assert utf16(earlier, told["span"]) == outcome.plan.text
            assert told["status"] == outcome.status
            assert [utf16(later, link["span"]) for link in told["links"]] == [link.text for link in outcome.links]


def test_places_count_utf16_units() -> None:
    reports = [parse(report.text.replace("一、", "\U0001f600\n一、", 1)) for report in READ]
    made = compare_years(reports)
    for pair, (data, comparison) in enumerate(zip(comparisons_data(reports, made), made, strict=True)):
        for told, outcome in zip(data["problems"], comparison.problems, strict=True):
            assert utf16(reports[pair], told["span"]) == outcome.problem.text


def test_a_problem_that_recurs_says_since_which_year_it_is_named() -> None:
    first, second = comparisons_data(READ, MADE)
    assert [(each["status"], each["since"]) for each in first["problems"]] == [("again", None), ("mended", None)]
    assert [(each["status"], each["since"]) for each in second["problems"]] == [("again", 2021)]


def test_changes_are_exact_text() -> None:
    growth = next(each for each in comparisons_data(READ, MADE)[1]["indicators"] if each["code"] == "macro.gdp_growth")
    assert (growth["difference"], growth["percent"], growth["met"]) == ("-1.4", None, False)
    assert growth["target"] == {"value": "5.5", "high": "6", "unit": "%", "qualifier": "exact"}


def test_comparisons_are_made_where_they_are_not_given() -> None:
    given = years_of_a_county()
    assert render_comparison(given) == render_comparison(given, MADE)
    with pytest.raises(ComparisonError):
        render_comparison(given[:1])


def test_comparisons_of_other_reports_are_refused() -> None:
    with pytest.raises(ValueError, match="comparison of each report with the next"):
        render_comparison(years_of_a_county(), MADE[:1])
    with pytest.raises(ValueError, match="comparison of each report with the next"):
        render_comparison(years_of_a_county()[1:], MADE[:1])


def test_the_page_holds_every_report_once() -> None:
    page = render_comparison(years_of_a_county(), language="en")
    assert page.count('<script type="application/json" id="report-') == 3
    assert "<title>Year by year</title>" in page
    known = frame(page)
    assert (known["table"], len(known["comparisons"])) == (False, 2)  # type: ignore[arg-type]


def test_words_of_a_hostile_report_stay_data() -> None:
    reports = [parse(HOSTILE), parse(HOSTILE + "三、2023年安排\n（一）<script>整治。\n")]
    made = compare_years(reports, force=True)
    page = render_comparison([("<b>", reports[0]), ("</script>", reports[1])], made)
    page.encode("utf-8")
    assert page.count("<script") == 4


def test_a_note_is_given_in_either_language() -> None:
    reports = [READ[0], READ[2]]
    (data,) = comparisons_data(reports, compare_years(reports))
    (note,) = data["notes"]
    assert note["severity"] == "warning"
    assert re.search("[a-z]", note["en"])
    assert re.search("[\u4e00-\u9fff]", note["zh"])


def test_a_page_has_the_sentence_that_denies_a_plan_and_how_sure_a_difference_is() -> None:
    form = "石湾县人民政府{}年法治政府建设年度报告\n一、主要成效\n（一）{}\n二、{}年打算\n（一）{}\n"
    reports = [
        parse(form.format(2021, "受理行政复议案件超过2500件。", 2022, "建成行政复议听证室，推行听证审理。")),
        parse(form.format(2022, "受理行政复议案件2356件。行政复议听证室未能建成。", 2023, "办班。")),
    ]
    (data,) = comparisons_data(reports, compare_years(reports))
    (plan,) = data["plans"]
    assert utf16(reports[1], plan["notDone"]["closest"]) == "行政复议听证室未能建成。"
    (change,) = data["indicators"]
    assert (change["difference"], change["differenceQualifier"], change["againstQualifier"]) == ("-144", "under", None)
