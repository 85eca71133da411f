"""The table is made from published tables of several years."""

from __future__ import annotations

from lawreport_parser.regions.make import divisions, read_table, short_name


def test_tables_are_read_in_whatever_form_they_are_published() -> None:
    expected = {"320000": "江苏省", "320614": "海门区"}
    assert read_table("320000 江苏省\n320614 海门区\n") == expected
    assert read_table('code,name\n"320000","江苏省"\n"320614","海门区"\n') == expected
    assert read_table("    '320000': '江苏省',\n    '320614': '海门区',\n") == expected
    assert read_table("320000000000,江苏省,118.7,32.0\n320614000000,海门区,121.1,31.8\n") == expected


def test_what_is_no_division_is_left_out() -> None:
    text = (
        "110000 北京市\n110100 市辖区\n110101 东城区\n130171 石家庄高新技术产业开发区\n133100 雄安新区\n"
        "310115 浦东新区\n419000 省直辖县级行政区划\n419001 济源市\n620200 嘉峪关市\n620201 嘉峪关市\n"
        "810000 香港特别行政区\n810001 中西区\n999900 海域\n"
    )
    assert list(read_table(text)) == ["110000", "110101", "310115", "419001", "620200", "810000"]


def test_a_name_has_the_years_of_the_tables_that_have_it() -> None:
    tables = {
        2017: {"320684": "海门市"},
        2018: {"320684": "海门市"},
        2019: {},
        2020: {"320684": "海门市"},
        2021: {"320614": "海门区"},
        2023: {"320614": "海门区"},
    }
    assert list(divisions(tables)) == [
        ("320614", "海门区", 2021, None, None),
        ("320684", "海门市", 2017, 2020, None),
    ]


def test_a_name_that_a_code_has_beside_another_is_a_misprint() -> None:
    tables = {year: {"341302": "墉桥区" if year == 2002 else "埇桥区"} for year in range(2000, 2006)}
    assert [name for _, name, *_ in divisions(tables)] == ["埇桥区"]


def test_a_name_of_long_ago_is_left_out() -> None:
    tables = {year: {"320625": "海门县"} if year < 1994 else {"320684": "海门市"} for year in range(1990, 2000)}
    assert [name for _, name, *_ in divisions(tables)] == ["海门市"]


def test_short_names_leave_out_the_peoples() -> None:
    expected = {
        "凉山彝族自治州": "凉山州",
        "克孜勒苏柯尔克孜自治州": "克孜勒苏州",
        "双江拉祜族佤族布朗族傣族自治县": "双江县",
        "积石山保安族东乡族撒拉族自治县": "积石山县",
        "龙胜各族自治县": "龙胜县",
        "东乡族自治县": "东乡县",
        "鄂伦春自治旗": "鄂伦春旗",
        "管城回族区": "管城区",
        "内蒙古自治区": "内蒙古",
        "广西壮族自治区": "广西",
        "海门区": None,
    }
    assert {name: short_name(name) for name in expected} == expected
