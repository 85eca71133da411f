"""Where line breaks are lost, a heading ends before words that plainly begin a sentence of the text."""

from __future__ import annotations

import re

import pytest

from lawreport_parser import parse
from lawreport_parser.grammars import Terminals, read_grammar

#: Heading and text with nothing, or a blank, between them: the place of the break is marked with |.
PLAIN = [
    "2024年工作总结|过去一年，我们守护灯塔二十座，无一熄灭。",
    "2025年工作思路|2025年，我局将修缮栈桥，添置救生船。",
    "2025年看护工作思路|2025年，渔政站将修缮栈桥，添置救生船。",
    "编制目的|为规范灯塔看护，制定本预案。",
    "编制依据|根据《灯塔条例》《渔港条例》等，制定本预案。",
    "适用范围|本预案适用于石湾海域的灯塔，不含浮标。",
    "指导思想|以习近平新时代中国特色社会主义思想为指导，看护好灯塔。",
    "发展目标|到2027年，灯塔全部修缮，栈桥全部加固。",
    "2024年重点工作|今年是修缮栈桥的关键一年，渔民期待。",
    "履行第一责任人职责情况|局党组书记、局长每季度登塔，现场办公。",
    "存在问题及原因分析|一年来，虽然修缮了栈桥，但是仍有朽木。",
    "存在的短板|从检查情况看，还有三座灯塔失修。",
    "工作要求|各渔村要定期登塔，做好记录。",
    "2025年工作打算|2025年我局将修缮栈桥，添置救生船。",
    "今年以来工作情况|今年以来，全县栽种果树三万株，成活率较高。",
    "主要工作开展情况|近年来，我市修缮桥梁四十座，群众出行更便利。",
    "履行职责情况|我局坚持把看护灯塔放在首位，定期研究。",
    "存在的主要问题|目前，灯塔看护人员年龄偏大，新人不愿上岛。",
    "下一步工作措施|下一步，我们将增加津贴，吸引新人。",
    "案件办理情况|截至12月底，共受理木船登记三百件，办结二百九十件。",
    "宣传教育工作|2024年以来，各渔村举办讲座五十场，听众踊跃。",
    "基本概况|2023年共修补渔网六百张，发放救生衣千余件。",
    "主要做法|为进一步看护好灯塔，我局与渔村签订协议。",
    "工作开展情况|根据海岸巡护计划，我县组织渔民分段值守。",
    "主要做法|坚持把灯塔交给渔民看护，每月通报一次。",
    "“平安渔港”建设进展|2024年1月至10月，我区新建码头三处，改造两处。",
    "明年工作安排|明年，我镇将继续疏浚航道，重点是北湾。",
    "工作成效及经验|一年来，在渔民的支持下，栈桥修缮一新。",
    "强化灯塔看护|2024年，我局增设看护点八处，轮流值守。",
    "2024年工作回顾　|2024年是渔港建设的关键一年，全镇上下齐心。",
    "法规制度建设情况|过去的一年，我们制定看护办法五部，修订两部。",
    "第一责任人履职情况|本单位主要负责人每季度登塔一次，现场办公。",
    "当前存在的困难和不足|虽然灯塔已经修好，但是看护人员仍然不足。",
]
#: Headings, or first sentences, in which such words do not begin a sentence of the text: heading, then the text.
NOT_PLAIN = [
    ("2024年工作总结和2025年工作安排", ""),
    ("2024年工作总结、2025年工作安排", ""),
    ("2024年工作总结暨2025年工作思路", ""),
    ("2024年工作情况2025年工作安排", ""),
    ("今年以来工作情况", ""),
    ("近年来存在的问题", ""),
    ("为民办实事情况", ""),
    ("落实为渔民办实事工作为民排忧情况", ""),
    ("2024年以来我局重点工作情况", ""),
    ("截至2024年底的灯塔看护情况", ""),
    ("关于2024年工作情况的说明", ""),
    ("上级检查反馈问题我局整改情况", ""),
    ("存在问题近年来有所减少", "灯塔仍需看护。"),
    ("以做好看护工作为推动，修缮栈桥", "添置木船。"),
    ("围绕重点工作我局修缮栈桥，成效明显", "添置木船。"),
    ("到规划目标2025年，建成渔港十处", "添置木船。"),
    ("主要任务全面完成，渔民满意", "添置木船。"),
    ("重点工作全县领先，渔民满意", "添置木船。"),
    ("有关情况按照规定公开，接受监督", "添置木船。"),
    ("看护工作为全县作出示范，渔民满意", "添置木船。"),
    ("上级要求我局修缮栈桥，按期完成", "添置木船。"),
    ("推进“看护工作2024年，人人有责”活动，渔民满意", "添置木船。"),
    ("看护工作2024年度考核优秀，渔民满意", "添置木船。"),
    ("推行看护责任制五年来，渔民满意", "添置木船。"),
    ("我局2024年，修缮栈桥", "添置木船。"),
    ("系统总结2024年，谋划2025年", "添置木船。"),
    ("合理确定目标到期年限，分步实施", "添置木船。"),
    ("不折不扣落实要求各部门协同，合力看护", "添置木船。"),
    ("明确适用范围和看护标准，分级实施", "添置木船。"),
    ("健全以问题为导向、以目标为引领的机制，全面提升", "添置木船。"),
    ("办理情况2024年共性问题突出，渔民不满", "添置木船。"),
]


def first_of(words: str) -> tuple[str | None, list[str]]:
    """Return heading and text of the first section, of a report without line breaks that begins with `words`."""
    text = f"一、{words}二、晾晒木船。栽种果园。三、缝补渔网。疏浚航道。"
    report = parse(text)
    section = report.sections[0]
    if section.heading is not None:
        assert section.heading.span.of(text) == section.heading.text
    assert [each.marker.text for each in report.sections] == ["一、", "二、", "三、"]
    return section.heading and section.heading.text, [paragraph.text for paragraph in section.body]


@pytest.mark.parametrize("words", PLAIN)
def test_it_ends_before_words_that_plainly_begin_a_sentence(words: str) -> None:
    heading, body = words.split("|")
    assert first_of(heading + body) == (heading.strip("　"), [body])


@pytest.mark.parametrize("words", PLAIN)
def test_it_says_that_text_follows_on_its_line(words: str) -> None:
    section = parse(f"一、{words.replace('|', '')}\n二、晾晒木船。栽种果园。").sections[0]
    assert section.heading is not None
    assert section.heading.run_in


@pytest.mark.parametrize(("heading", "body"), NOT_PLAIN)
def test_such_words_inside_a_heading_are_part_of_it(heading: str, body: str) -> None:
    assert first_of(f"{heading}。{body}" if body else heading) == (heading, [body] if body else [])
    assert first_of(f"{heading}。修缮栈桥。")[0] == heading


def test_a_text_without_its_own_heading_has_none() -> None:
    assert first_of("2024年，我局修缮栈桥二十座，疏浚航道三十处，添置救生船五艘，发放救生衣一千余件，渔民满意。") == (
        None,
        ["2024年，我局修缮栈桥二十座，疏浚航道三十处，添置救生船五艘，发放救生衣一千余件，渔民满意。"],
    )


def test_a_long_text_behind_it_changes_nothing() -> None:
    words = "2024年，" + "我局修缮栈桥、疏浚航道、添置木船；" * 4000
    assert first_of(f"工作总结{words}") == ("工作总结", [words])


@pytest.mark.parametrize("terminal", ["_PART_NAME", "_TOPIC", "_OF_RULES"])
def test_the_sieve_lets_the_last_word_of_every_such_heading_through(terminal: str) -> None:
    definition = re.search(rf"^{terminal}: (.*(?:\\\n.*)*)", read_grammar("outline"), re.MULTILINE)
    assert definition is not None
    words = re.sub(r"\(\?=(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", " ", definition[1])
    words = re.sub(r"存在[^)]*\]\)\?|\(\?:编制[^)]*\)", "", words)
    found = re.findall("[一-鿿]+", words)
    assert len(found) > 5
    patterns = Terminals("outline")
    assert all(patterns.NAMES_PART.search(f"{word}我") for word in found), found
    marks = ("", *"。！？｡!?；;：:，,…")
    assert not any(patterns.TEXT_BEGINS.search(f"{word}{mark}") for word in found for mark in marks), found
