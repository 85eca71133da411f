"""How indicators changed: actual against actual, and the earlier target against the later actual."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lawreport_parser.comparison.changes import indicator_changes
from lawreport_parser.comparison.model import IndicatorChange
from lawreport_parser.diagnostics import languages
from lawreport_parser.indicators.model import Indicator
from lawreport_parser.spans import Span


def figure(
    value: str, time: str = "actual", unit: str | None = "件", high: str | None = None, **more: Any
) -> Indicator:
    given: dict[str, Any] = {
        "code": "review.cases",
        "qualifier": "exact",
        "section_id": None,
        "span": Span(0, 1),
    } | more
    return Indicator(value=Decimal(value), high=Decimal(high) if high else None, unit=unit, time=time, **given)  # type: ignore[arg-type]


def change(earlier: list[Indicator], later: list[Indicator]) -> IndicatorChange:
    changes, notes = indicator_changes(earlier, later)
    assert notes == []
    (found,) = changes
    return found


def test_a_count_changes_by_a_difference_and_a_percentage() -> None:
    found = change([figure("80")], [figure("53")])
    assert (found.difference, found.change_percent) == (Decimal("-27"), Decimal("-33.75"))
    assert (found.target, found.against_target, found.met) == (None, None, None)


def test_units_that_count_the_same_things_are_compared_in_that_of_the_codebook() -> None:
    cases = figure("562", unit="起", code="enforcement.cases")
    found = change([cases], [figure("601", code="enforcement.cases")])
    assert (found.unit, found.difference, found.change_percent) == ("件", Decimal("39"), Decimal("6.94"))
    assert change([cases], [figure("600", unit="起", code="enforcement.cases")]).unit == "起"
    twice = [cases, figure("562", code="enforcement.cases")]
    assert change(twice, [figure("601", code="enforcement.cases")]).difference == Decimal("39")


def test_units_of_a_code_that_no_codebook_has_are_compared_as_they_are() -> None:
    _, (note,) = indicator_changes([figure("80", unit="起")], [figure("53")])
    assert note.code == "unclear-indicator"


def test_a_share_changes_by_points() -> None:
    found = change([figure("5.4", unit="%")], [figure("6.1", unit="%")])
    assert (found.difference, found.change_percent) == (Decimal("0.7"), None)


def test_no_percentage_of_nothing() -> None:
    assert change([figure("0")], [figure("3")]).change_percent is None


def test_a_target_stands_against_what_came_of_it() -> None:
    target = figure("6", "target", "%", qualifier="at_least")
    assert change([target], [figure("5.8", unit="%")]).met is False
    assert change([target], [figure("6.0", unit="%")]).met is True
    assert change([target], [figure("6.3", unit="%")]).against_target == Decimal("0.3")
    limit = figure("5.5", "target", "%", qualifier="at_most")
    assert change([limit], [figure("5.2", unit="%")]).met is True
    between = figure("5", "target", "%", high="6")
    assert change([between], [figure("5.2", unit="%")]).met is True
    assert change([between], [figure("6.2", unit="%")]).met is False
    assert change([between], [figure("5.2", unit="%")]).against_target is None


def test_no_verdict_where_the_words_of_the_target_give_none() -> None:
    for qualifier in ("exact", "about", "nearly"):
        assert change([figure("6", "target", "%", qualifier=qualifier)], [figure("7", unit="%")]).met is None
    about = figure("6", unit="%", qualifier="about")
    assert change([figure("6", "target", "%", qualifier="at_least")], [about]).met is None


def test_a_difference_is_as_sure_as_its_figures() -> None:
    def told(before: str, after: str) -> tuple[str | None, str | None]:
        found = change([figure("40", qualifier=before)], [figure("50", qualifier=after)])
        assert (found.difference is None) == (found.difference_qualifier is None) == (found.change_percent is None)
        return (None if found.difference is None else str(found.difference)), found.difference_qualifier

    assert told("exact", "exact") == ("10", "exact")
    assert told("over", "exact") == ("10", "under")
    assert told("at_least", "exact") == ("10", "at_most")
    assert told("at_most", "exact") == ("10", "at_least")
    assert told("exact", "over") == ("10", "over")
    assert told("exact", "at_least") == ("10", "at_least")
    assert told("exact", "at_most") == ("10", "at_most")
    assert told("nearly", "exact") == told("exact", "about") == told("about", "nearly") == ("10", "about")
    assert told("at_most", "over") == ("10", "over")
    assert told("over", "at_most") == ("10", "under")
    # Over 50 may be any number more than over 40, and less.
    for before, after in (("over", "over"), ("at_least", "over"), ("at_most", "at_most"), ("about", "over")):
        assert told(before, after) == (None, None)


def test_a_target_that_is_a_limit_counts_as_that_limit() -> None:
    target = figure("98", "target", "%", qualifier="at_least")
    found = change([target], [figure("98.6", unit="%")])
    assert (found.against_target, found.against_target_qualifier, found.met) == (Decimal("0.6"), "exact", True)
    found = change([target], [figure("99", unit="%", qualifier="over")])
    assert (found.against_target, found.against_target_qualifier, found.met) == (Decimal("1"), "over", True)
    found = change([figure("60", "target", qualifier="about")], [figure("58")])
    assert (found.against_target, found.against_target_qualifier, found.met) == (Decimal("-2"), "about", None)


def test_a_figure_that_is_a_limit_itself_never_says_that_a_target_was_missed() -> None:
    def met(target: str, wanted: str, value: str, given: str) -> bool | None:
        return change([figure(target, "target", "%", qualifier=wanted)], [figure(value, unit="%", qualifier=given)]).met

    assert met("6", "at_least", "6.2", "over") is True
    assert met("6", "at_least", "5.5", "over") is None
    assert met("6", "at_least", "7", "at_most") is None
    assert met("6", "over", "6", "over") is True
    assert met("6", "over", "6", "at_least") is None
    assert met("6", "over", "6", "exact") is False
    assert met("5", "at_most", "4.8", "at_most") is True
    assert met("5", "at_most", "5.5", "at_most") is None
    assert met("5", "at_most", "5.5", "over") is None


def test_several_values_or_units_are_left_out_and_noted() -> None:
    changes, notes = indicator_changes([figure("80"), figure("81")], [figure("53")])
    assert [note.code for note in notes] == ["unclear-indicator"]
    assert [(each.earlier, each.difference) for each in changes] == [(None, None)]
    changes, notes = indicator_changes([figure("80")], [figure("5", unit="%")])
    assert changes == []
    assert "review.cases: the later report" in notes[0].message


def test_the_same_value_twice_is_clear() -> None:
    assert change([figure("80"), figure("80")], [figure("53")]).difference == Decimal("-27")


def test_codes_come_in_their_order() -> None:
    changes, _ = indicator_changes([figure("1", code="b")], [figure("2", code="a")])
    assert [each.code for each in changes] == ["a", "b"]


def test_a_note_names_the_indicator_in_chinese_in_its_chinese_half() -> None:
    given = [figure(value, code="reconsideration.accepted") for value in ("53", "55")]
    _, [found] = indicator_changes(given, [])
    english, chinese = languages(found.message)
    assert english.startswith("reconsideration.accepted: the earlier report")
    assert chinese.startswith("受理行政复议案件：前一份报告")
