"""A name of several places is one of them only where the page tells which: else there is none, and a diagnostic."""

from __future__ import annotations

import pytest

from lawreport_parser.regions import find_region

GULOU = {"南京市": "320106", "徐州市": "320302", "福州市": "350102", "开封市": "410204"}


def code(issuer: str | None, **more: str) -> str | None:
    region = find_region(issuer, **more)
    return region.code if region is not None else None


@pytest.mark.parametrize("city", GULOU)
def test_a_larger_place_tells(city: str) -> None:
    assert code(f"{city}鼓楼区司法局") == GULOU[city]
    assert code("鼓楼区司法局", title=f"{city}鼓楼区司法局2023年法治政府建设年度报告") == GULOU[city]
    assert code("鼓楼区司法局", title="鼓楼区2023年法治政府建设年度报告", source=f"{city}鼓楼区人民政府") == GULOU[city]
    assert code("鼓楼区司法局", source=f"{city[:-1]}鼓楼") == GULOU[city]
    assert code("鼓楼区人民政府", addressee=f"{city}人民政府") == GULOU[city]
    assert code("鼓楼区人民政府", text=f"2023年，在{city}委、{city}政府的坚强领导下，全区……") == GULOU[city]
    assert code("鼓楼区人民政府", text=f"现将{city}鼓楼区2023年法治政府建设情况报告如下。") == GULOU[city]
    assert code("区司法局", title=f"{city}鼓楼区2023年工作总结") == GULOU[city]
    assert code(None, title=f"关于{city}鼓楼区2023年度法治政府建设情况的报告") == GULOU[city]


@pytest.mark.parametrize(
    ("issuer", "number", "expected"),
    [
        ("鼓楼区人民政府", "徐鼓政发〔2021〕3号", "320302"),
        ("永定区人民政府", "龙永政〔2022〕3号", "350803"),
        ("江北区人民政府", "渝江北府发〔2022〕4号", "500105"),
        ("朝阳区人民政府", "京朝政发〔2022〕4号", "110105"),
        ("鼓楼区人民政府", "鼓政发〔2021〕3号", None),
        ("鼓楼区人民政府", "宁鼓政发〔2021〕3号", None),
        ("县司法局", "滑县司发〔2021〕3号", None),
        ("区司法局", "海门司发〔2021〕3号", "320614"),
        ("市人民政府", "海门政发〔2018〕3号", "320684"),
    ],
)
def test_letters_of_the_document_number(issuer: str, number: str, expected: str | None) -> None:
    assert code(issuer, document_number=number) == expected


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"title": "鼓楼区2023年法治政府建设年度报告"},
        {"source": "新华社"},
        {"addressee": "市人民政府"},
        {"text": "会议在南京市召开。"},
        {"text": "赴南京市、福州市考察，学习南京市、福州市经验，与南京市结对，邀请南京市专家。"},
        {"text": "2023年，赴南京市鼓楼区考察学习，并与南京市鼓楼区、南京市签约。"},
        {"text": "南京市鼓楼区来我区考察。南京市鼓楼区司法局一行来访。"},
        {"text": "南京市、徐州市参加。南京市、徐州市、开封市代表发言。"},
        {"text": "老城区改造、主城区建设、国务院要求、省委、市委坚强领导下"},
    ],
)
def test_what_does_not_tell(more: dict[str, str]) -> None:
    assert code("鼓楼区人民政府", **more) is None


@pytest.mark.parametrize(("year", "expected"), [(2023, None), (2025, None), (2026, "330205"), (None, None)])
def test_a_name_that_another_place_had_until_lately_is_open(year: int | None, expected: str | None) -> None:
    region = find_region("江北区人民政府", year=year)
    assert (region.code if region is not None else None) == expected


def test_a_place_that_nobody_knows_is_none_whatever_else_the_page_says() -> None:
    more = {"title": "北京市朝阳区2023年报告", "text": "北京市。北京市。在北京市委领导下。"}
    assert code("石湾市朝阳区司法局", **more) is None
    assert code("石湾县人民政府", **more) is None
    assert code("国务院", **more) is None
    assert code("武汉大学", **more) is None


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"title": "海门区悦来镇2023年法治政府建设情况报告"}, "320614"),
        ({"text": "现将海门区悦来镇2023年法治政府建设情况报告如下"}, "320614"),
        ({"source": "海门区人民政府"}, "320614"),
        ({"addressee": "海门区人民政府"}, "320614"),
        ({"text": "海门区部署……，海门区考核……，海门区督查……"}, "320614"),
        ({"title": "宝山区悦来镇2023年报告"}, None),
        ({"title": "上海市宝山区悦来镇2023年报告"}, "310113"),
        ({"addressee": "南通市人民政府"}, None),
        ({"text": "赴海门区悦来镇考察"}, "320614"),
        ({"text": "安阳县悦来镇、海门区悦来镇"}, None),
        ({}, None),
    ],
)
def test_a_township_has_the_county_that_the_page_names(more: dict[str, str], expected: str | None) -> None:
    assert code("悦来镇人民政府", **more) == expected


@pytest.mark.parametrize(
    ("issuer", "more", "expected"),
    [
        ("区司法局", {"source": "海门区人民政府"}, "320614"),
        ("县人民政府办公室", {"source": "如东县人民政府网"}, "320623"),
        ("省司法厅", {"source": "安徽省司法厅"}, "340000"),
        ("自治区司法厅", {"source": "广西壮族自治区司法厅"}, "450000"),
        ("市司法局", {"source": "海门区人民政府"}, None),
        ("司法局", {"source": "江苏省司法厅"}, None),
        ("司法局", {"source": "海门区司法局"}, "320614"),
        ("党政办公室", {"title": "海门区悦来镇2023年工作总结"}, "320614"),
        ("镇人民政府", {"title": "海门区悦来镇2023年工作总结"}, "320614"),
        ("镇人民政府", {"title": "海门区2023年工作总结"}, None),
        ("区司法局", {"addressee": "海门区人民政府"}, None),
        ("区司法局", {"text": "海门区深入推进……海门区坚持……海门区完成……"}, "320614"),
        ("市司法局", {"text": "赴深圳市、杭州市考察。深圳市、杭州市、深圳市"}, None),
        ("区司法局", {"title": "关于赴海门区考察的报告"}, None),
    ],
)
def test_a_short_name_has_the_place_of_its_level_that_the_page_names(
    issuer: str, more: dict[str, str], expected: str | None
) -> None:
    assert code(issuer, **more) == expected


def test_the_office_of_a_township_has_its_level() -> None:
    for issuer in ("镇人民政府", "党政办公室"):
        region = find_region(issuer, title="海门区悦来镇2023年工作总结")
        assert region is not None
        assert (region.name, region.level) == ("悦来镇", "township")
