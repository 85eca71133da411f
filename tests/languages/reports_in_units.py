"""Texts in which the units differ, and what a program in any language must find in their reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lawreport_parser import Report

ROOT: Final = Path(__file__).parents[2]

#: By what stands in headings, bodies and before them: characters beyond the basic plane, combining marks, both.
TEXTS: Final = {
    "plain": "一、主要成效\n（一）强化学习。学法8次。\n二、存在问题\n一是宣传不够；二是人员不足。\n",
    "ascii only": "1. Done\nAll done.\n2. Problems\nNone.\n",
    "astral": (
        "发布日期：2025-01-24\n𠮷水县2024年法治政府建设情况报告\n市人民政府：\n"
        "2024年，𠮷水县依据《法治政府建设实施纲要（2021—2025年）》推进工作😀。\n"
        "一、𠮷水县的主要成效𪚥\n（一）强化学习😀😀。全年学法8次，𠮷水镇办理行政复议案件223件，占94.1%。\n"
        "（二）𣲗河治理\r\n一是𠮷宣传；是补上😀的；三是𬭚机制。\n"
        "二、存在的𠮷问题\n（一）𠮷人员不足。缺口约20人😀。\n（二）经费𡒄紧张。\n"
        "三、下一步打算\n2025年6月底前，𠮷充实队伍。\n𠮷水县人民政府\n2025年1月16日\n网站标识码：9900000009😀\n"
    ),
    "combining marks": (
        "e\u0301县2024年法治政府建设情况报告\n一、ガ\u3099主要成效a\u030a\u0323\n（一）e\u0301强化o\u0308学习。n\u0303学法8次。\n"
        "二、存在u\u0308问题\n一是\u0301宣传不够；二是人员a\u0301不足。\n"
    ),
    "variants, flags and families": (
        "一、葛\U000e0100主要成效🇨🇳\n👨‍👩‍👧‍👦学法8次❤\ufe0f。\n二、👩🏽‍⚖️存在问题\n一是辻\U000e0101宣传不够👍🏿；二是人员不足🏳️‍🌈。\n"
    ),
    "one line": "𠮷一、主要成效（一）强化😀学习。学法8次。二、存在问题一是𠮷宣传不够；二是人员不足。",
}

#: What JSON can only escape. Halves of a pair that stand in order would be one character.
SURROGATES: Final = {
    "a lone high surrogate": "一、主要\ud800成效\n学法8次。\n二、存在问题\n一是𠮷\ud800宣传不够；二是人员\udbff不足。",
    "a lone low surrogate": "一、\udc00主要成效\n学法8次。\n二、存在问题\n一是宣传\udfff不够😀；二是人员不足。",
    "halves in the wrong order": (
        "一、主要成效\udc00\ud800\n学法8次。\n二、存在\ude00\ud83d问题\n人员不足\ud83d，经费\ude00紧张。"
    ),
}


def examples() -> dict[str, str]:
    """Return the texts of the example reports."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(ROOT.glob("examples/reports/*.txt"))}


def pieces(dump: Any) -> Iterator[tuple[str, int, int]]:
    """Yield the words and the span of every object that has both."""
    if isinstance(dump, list):
        for each in dump:
            yield from pieces(each)
    elif isinstance(dump, dict):
        if "text" in dump and "span" in dump:
            yield dump["text"], dump["span"]["start"], dump["span"]["end"]
        for each in dump.values():
            yield from pieces(each)


def spans(dump: Any, where: str = "") -> Iterator[tuple[str, int, int]]:
    """Yield the place and the offsets of every span, and of every row that has them."""
    if isinstance(dump, list):
        for at, each in enumerate(dump):
            yield from spans(each, f"{where}[{at}]")
    elif isinstance(dump, dict):
        if isinstance(dump.get("start"), int):
            yield where, dump["start"], dump["end"]
        for name, each in dump.items():
            yield from spans(each, f"{where}.{name}")


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def printed(report: Report) -> str:
    """Return what the example programs print of a report, computed here without any of their code."""

    def at(offset: int) -> int:
        return utf16_length(report.text[:offset])

    count = sum(1 for _ in pieces(report.model_dump(mode="json")))
    lines = [f"{report.header.title or '(no title)'}, year {report.header.year or 'unknown'}"]
    lines += [f"spans: {count} exact in UTF-16", "sections:"]
    for section in report.walk():
        opening = section.heading.text if section.heading else section.body[0].text if section.body else ""
        role = f" [{', '.join(section.roles)}]" if section.depth == 1 and section.roles else ""
        number = f"{section.marker.text} " if section.marker.text else ""
        lines.append(f"{'  ' * section.depth}{number}{opening}{role}")
    lines.append("problems:")
    lines += [f"  {at(item.span.start)}-{at(item.span.end)} {item.text}" for item in report.problems]
    return "".join(f"{line}\n" for line in lines)


def broken_reports(report: Report) -> dict[str, tuple[str, str]]:
    """Return JSON that the example programs must refuse: name → the JSON, and a word of the complaint."""

    def changed(change: Any) -> str:
        data = json.loads(report.to_json(offsets="utf16"))
        change(data)
        return json.dumps(data)

    return {
        "codepoint": (report.to_json(), "--offsets utf16"),
        "utf8": (report.to_json(offsets="utf8"), "--offsets utf16"),
        "shifted": (changed(lambda data: data["sections"][0]["marker"]["span"].update(start=0)), "stands"),
        "beyond": (changed(lambda data: data["problems"][0]["span"].update(end=10**6)), ""),
        "lacking": (changed(lambda data: data["sections"][0].pop("marker")), "no report"),
        "mistyped": (changed(lambda data: data["sections"][0].update(depth={})), "no report"),
        "version": (changed(lambda data: data.update(schema_version="2.0")), "schema version 2.0"),
        "none": ("{", ""),
    }


def write(folder: Path, reports: dict[str, str]) -> list[Path]:
    """Write the JSON of reports into files of their own."""
    paths = [folder / f"{number}.json" for number in range(len(reports))]
    for path, written in zip(paths, reports.values(), strict=True):
        path.write_text(written, encoding="utf-8")
    return paths


def complaints_of(errors: str, folder: Path) -> list[str]:
    """Divide what an example program wrote on standard error: a complaint begins with the name of its file."""
    return re.split(rf"^(?={re.escape(str(folder))})", errors, flags=re.MULTILINE)[1:]
