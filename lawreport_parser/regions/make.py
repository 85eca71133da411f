"""Makes `divisions.tsv` from published tables of division codes, one for each year: what was in force, and how long.

`python -m lawreport_parser.regions.make FOLDER SOURCE… > lawreport_parser/regions/divisions.tsv`

Every file of the folder is a table; its name begins with its year (`2020.txt`, `201904.csv`), and the last of a year
counts. A line that holds a six-digit code and behind it a name is a row of it, whatever stands between. `SOURCE…` are
lines for the head of the file: what the tables are, their versions, licences and days.

A row of the result is `code name first last short`, with tabs between: the first and the last year in which the code
had this name, `last` empty where it still has, and short names, with blanks between (凉山州, 广西). Zones that only
the statistics know (开发区, codes 71 to 79 of a city), and words that head a list of divisions (市辖区), are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from lawreport_parser.grammars import Terminals

__all__ = ["NATIONS", "divisions", "read_table", "short_name"]

_REGIONS: Final = Terminals("regions")
#: Divisions that were no more in this year are of no use: there are no such reports on the web.
_SINCE: Final = 1999
#: So many tables in a row may miss a division that is still there.
_MAY_MISS: Final = 2
#: Peoples by which autonomous divisions are named; the short name leaves them out.
NATIONS: Final = (
    "蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 "
    "哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 "
    "土族 达斡尔族 达斡尔 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 阿昌族 普米族 塔吉克族 塔吉克 "
    "怒族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族 各族"
)
_NATIONS: Final = sorted(NATIONS.split(), key=len, reverse=True)
#: Whose own name is that of a people: 东乡族自治县 is 东乡县.
_PEOPLE: Final = "族"


#: Short names in common use that follow no rule; 科右前旗 and the like are in official use.
COMMON: Final = {
    "前郭尔罗斯蒙古族自治县": "前郭县",
    "喀喇沁左翼蒙古族自治县": "喀左县",
    "杜尔伯特蒙古族自治县": "杜蒙县",
    "莫力达瓦达斡尔族自治旗": "莫旗",
    "巴音郭楞蒙古自治州": "巴州",
    "克孜勒苏柯尔克孜自治州": "克州",
    "博尔塔拉蒙古自治州": "博州",
    "塔什库尔干塔吉克自治县": "塔县",
    "锡林郭勒盟": "锡盟",
    "阿拉善盟": "阿盟",
    "科尔沁右翼前旗": "科右前旗",
    "科尔沁右翼中旗": "科右中旗",
    "科尔沁左翼中旗": "科左中旗",
    "科尔沁左翼后旗": "科左后旗",
    "察哈尔右翼前旗": "察右前旗",
    "察哈尔右翼中旗": "察右中旗",
    "察哈尔右翼后旗": "察右后旗",
    "土默特左旗": "土左旗",
    "土默特右旗": "土右旗",
    "东乌珠穆沁旗": "东乌旗",
    "西乌珠穆沁旗": "西乌旗",
    "达尔罕茂明安联合旗": "达茂旗",
    "新疆维吾尔自治区": "新疆自治区",
    "广西壮族自治区": "广西自治区",
    "宁夏回族自治区": "宁夏自治区",
}


def short_name(name: str) -> str | None:
    """Return the short name of an autonomous division, without its peoples: 凉山州, 管城区, 广西; None for others."""
    ending = _REGIONS.AUTONOMOUS.search(name)
    if ending is None:
        return None
    stem, unit = name[: ending.start()], ending["unit"] or ending["district"] or ""
    while (nation := next((each for each in _NATIONS if stem.endswith(each)), None)) is not None:
        if len(stem) - len(nation) < (1 if unit else 2):
            return stem.removesuffix(_PEOPLE) + unit
        stem = stem.removesuffix(nation)
    return stem + unit


def _short_names(name: str) -> str | None:
    return " ".join(each for each in (short_name(name), COMMON.get(name)) if each) or None


def read_table(text: str) -> dict[str, str]:
    """Return the names of a published table by their codes."""
    table = {}
    for row in _REGIONS.TABLE_ROW.finditer(text):
        code, name = row["code"], row["name"]
        if _REGIONS.NO_DIVISION.fullmatch(name):
            continue
        if _REGIONS.NO_CODE.fullmatch(code) or (_REGIONS.CITY_CODE.fullmatch(code) and _REGIONS.NO_CITY.search(name)):
            continue
        table[code] = name
    # 嘉峪关市 has no counties; some tables put one in.
    return {code: name for code, name in table.items() if code.endswith("00") or table.get(f"{code[:4]}00") != name}


def divisions(tables: Mapping[int, Mapping[str, str]]) -> Iterator[tuple[str, str, int, int | None, str | None]]:
    """Yield the rows: code, name, first year, last year or None, short name; by code, then by year.

    What one or two tables leave out between others that have it was not gone: tables are closed on different days.
    A name that a code has while it has another one all the time is a misprint.
    """
    years = sorted(tables)
    held: dict[tuple[str, str], list[int]] = {}
    for at, year in enumerate(years):
        for row in tables[year].items():
            held.setdefault(row, []).append(at)
    rows = []
    for (code, name), places in held.items():
        first = previous = places[0]
        for at in [*places[1:], len(years) + _MAY_MISS + 1]:
            if at > previous + 1 + _MAY_MISS:
                last = None if previous == len(years) - 1 else years[previous + 1] - 1
                if last is None or last >= _SINCE:
                    rows.append((code, name, years[first], last, _short_names(name)))
                first = at
            previous = at
    spans: dict[str, list[tuple[int, int]]] = {}
    for code, _, begin, end, _ in rows:
        spans.setdefault(code, []).append((begin, end or years[-1]))
    yield from sorted(
        (
            row
            for row in rows
            if not any(
                a <= row[2] and (row[3] or years[-1]) <= b and (a, b) != (row[2], row[3] or years[-1])
                for a, b in spans[row[0]]
            )
        ),
        key=lambda row: (row[0], row[2]),
    )


def _written(rows: Iterable[tuple[object, ...]], sources: Iterable[str]) -> Iterator[str]:
    yield from (f"# {line}" for line in sources)
    yield "# code\tname\tfirst\tlast\tshort"
    for row in rows:
        yield "\t".join("" if value is None else str(value) for value in row).rstrip()


def _main(folder: str, *sources: str) -> None:
    tables = {int(path.name[:4]): read_table(path.read_text("utf-8")) for path in sorted(Path(folder).iterdir())}
    print("\n".join(_written(divisions(tables), sources)))


if __name__ == "__main__":
    _main(*sys.argv[1:])
