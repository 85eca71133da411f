"""Two signatures below a report: the last one with a date is the signature of the whole."""

from __future__ import annotations

import pytest

from lawreport_parser import parse

REPORT = """石湾县人民政府2023年法治政府建设年度报告
一、主要成效
修桥。
二、存在的问题
人手不足。
石湾县人民政府
2024年1月5日
"""


@pytest.mark.parametrize("below", ["石湾县水务局", "附件：巡查清单\n石湾县水务局"])
def test_a_name_alone_below_a_dated_signature_does_not_sign(below: str) -> None:
    signature = parse(REPORT + below).signature
    assert signature is not None
    assert (signature.issuer, str(signature.date)) == ("石湾县人民政府", "2024-01-05")


def test_a_later_signature_with_a_date_signs() -> None:
    signature = parse(REPORT + "石湾县水务局\n2024年2月1日").signature
    assert signature is not None
    assert (signature.issuer, str(signature.date)) == ("石湾县水务局", "2024-02-01")
