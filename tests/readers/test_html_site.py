"""What a site puts around and beside the text of a page goes, and the text stays."""

from __future__ import annotations

from datetime import date

import pytest

from lawreport_parser import parse_bytes
from lawreport_parser.readers.content import Extracted
from lawreport_parser.readers.html.page import read_html

pytest.importorskip("lxml", reason="needs the extra 'html'")

BODY = [
    "2023年，我县坚持依法行政，扎实推进法治政府建设。",
    "一、主要举措",
    "（一）学法九次，研究议题四十一个，清理文件三件。",
    "二、存在的问题",
    "执法力量不足，普法方式单一，个别部门重视不够。",
    "石湾县人民政府",
    "2024年1月26日",
]


def read(body: str, head: str = "") -> Extracted:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def blocks(lines: list[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


SENTENCES = [
    "您访问的链接即将离开“石湾县人民政府”网站，是否继续？",
    "建议使用1366*768分辨率浏览本站，以获得最佳浏览效果！",
    "为了更好的体验，请您使用谷歌或者火狐浏览器浏览本网站！",
    "您的浏览器版本过低，可能无法正常显示，请升级！",
    "扫一扫在手机打开当前页，随时随地关注！",
    "未经石湾县人民政府办公室书面授权，不得转载。",
    "您的邮箱地址不会被公开。必填项已用 * 标注",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("before", [True, False])
def test_what_a_site_says_to_its_visitors_goes_and_leaves_the_footer_rules_on(sentence: str, before: bool) -> None:
    footer = "<div><div>主办：石湾县人民政府办公室</div><div>网站标识码：1311000001</div></div>"
    popup = f"<div><div>{sentence}</div></div>"
    found = read((popup if before else "") + blocks(BODY) + footer + ("" if before else popup))
    assert (found.text.split("\n"), found.notes) == (BODY, [])


@pytest.mark.parametrize(
    "sentence", ["欢迎社会各界监督我们的各项工作，好不好由您说！", "本网站由石湾县电子政务中心维护。地址：石湾路1号。"]
)
def test_another_sentence_in_a_footer_stays_and_leaves_the_footer_rules_on(sentence: str) -> None:
    footer = ["主办：石湾县人民政府办公室", sentence, "网站标识码：1311000001", "冀ICP备05018304号"]
    assert read(blocks(BODY) + blocks(footer, "div")).text.split("\n") == [*BODY, sentence]


@pytest.mark.parametrize(
    "sentence",
    ["您访问的链接即将离开本网站，是否继续？", "浏览政务网站的分辨率要求是1366，是否继续？"],
)
def test_such_a_sentence_within_the_text_stays(sentence: str) -> None:
    lines = [*BODY[:3], sentence, *BODY[3:]]
    assert read(blocks(lines)).text.split("\n") == lines


@pytest.mark.parametrize("heading", ["关联稿件：", "关联稿件", "相关政策", "热点推荐", "猜你喜欢"])
@pytest.mark.parametrize("tag", ["h3", "div"])
def test_what_stands_over_a_list_of_links_goes_with_them(heading: str, tag: str) -> None:
    links = "".join(f"<li><a href='/{number}.html'>石湾县召开第{number}次会议</a></li>" for number in range(3))
    listed = f"<{tag}>{heading}</{tag}><ul>{links}</ul>"
    assert read(listed + blocks(BODY)).text.split("\n") == BODY
    assert read(blocks(BODY) + listed).text.split("\n") == BODY


@pytest.mark.parametrize("line", ["石湾县司法局", "附件：", "石湾县2023年法治政府建设年度报告"])
def test_what_belongs_to_the_text_stays_over_links(line: str) -> None:
    links = "".join(f"<li><a href='/{number}.html'>第{number}页</a></li>" for number in range(3))
    text = read(blocks(BODY[:5]) + f"<div>{line}</div><ul>{links}</ul>").text
    assert line in text.split("\n")


def test_hidden_text_without_a_marker_does_not_bring_back_the_page() -> None:
    menu = "<div class=nav><a href='/'>首页</a><a href='/zw'>政务公开</a></div>"
    help_text = "".join(
        f"<p>第{number}个按钮让工具条一直停在页面上方，再按一次就恢复原来的样子。</p>" for number in range(60)
    )
    found = read(f"{menu}<div style='display:none'>{help_text}</div>{blocks(BODY)}")
    assert found.text.split("\n") == BODY
    assert [code for code, _ in found.notes] == ["doubtful-text"]
    assert "characters of text that the page hides were left out" in found.notes[0][1]


def test_hidden_text_with_a_marker_comes_back_without_the_navigation() -> None:
    menu = "<div class=nav><a href='/'>首页</a><a href='/zw'>政务公开</a></div>"
    dialog = "<div style='display:none'><p>向上滑动看下一个</p></div>"
    found = read(f"{menu}{blocks(BODY[:3])}<div style='display:none'>{blocks(BODY[3:])}</div>{dialog}")
    assert found.text.split("\n") == BODY
    assert [code for code, _ in found.notes] == ["extraction-fallback"]


def test_a_page_that_shows_its_text_twice_gives_it_once() -> None:
    lines = [*BODY[:3], "（二）规范执法，办理案件四十八件，应诉三十件，胜诉二十七件。" * 16, *BODY[3:]]
    title = "<h1>石湾县2023年法治政府建设情况的报告</h1>"
    copy = f"<div class=m><div>石湾政务</div>{title}<div>2024-01-26 司法局</div>{blocks(lines)}</div>"
    text = read(f"<div>{title}{blocks(lines)}</div>{copy}").text.split("\n")
    assert [line for line in text if line in lines] == lines
    assert text.count("石湾县2023年法治政府建设情况的报告") == 1


def test_lines_that_come_again_are_no_copy() -> None:
    lines = [
        line
        for part in "一二三四五六七"
        for line in (f"{part}、工作", "加强领导，落实责任，按期完成各项任务，及时报告情况。")
    ]
    assert read(blocks(lines)).text.split("\n") == lines


def test_a_date_of_issue_beside_one_of_publication_in_the_head_is_that_of_writing() -> None:
    page = "<div>发文日期：2024-01-26　来源：石湾县司法局</div>" + blocks(BODY[:5])
    meta = "<meta name=PubDate content='2024-02-01 08:30'>"
    for head, expected in ((meta, (date(2024, 1, 26), date(2024, 2, 1))), ("", (None, date(2024, 1, 26)))):
        header = parse_bytes(f"<html><head>{head}</head><body>{page}</body></html>".encode()).header
        assert (header.written_date, header.published_date) == expected


WORD_BLOCK = (
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->"
    "<xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml>"
)


@pytest.mark.parametrize("name", ["a.doc", "a.html", "a.htm", ""])
@pytest.mark.parametrize("place", ["head", "body"])
def test_a_page_that_word_saved_is_a_page(name: str, place: str) -> None:
    parts = {"head": "", "body": ""} | {place: WORD_BLOCK}
    page = f"<html xmlns:w='urn:x'><head>{parts['head']}</head><body>{parts['body']}{blocks(BODY)}</body></html>"
    report = parse_bytes(page.encode(), name=name)
    assert report.text.split("\n") == BODY


def test_a_list_in_a_region_that_holds_the_text_keeps_its_numbers() -> None:
    page = f"<div id=header>{blocks(BODY[:2])}<ol><li>学法九次</li><li>清理文件三件</li></ol>{blocks(BODY[3:])}</div>"
    assert "1. 学法九次\n2. 清理文件三件" in read(page).text


@pytest.mark.parametrize("line", ["群众扫描二维码即可评价窗口的服务。", "取消", "本县网站未经授权不得转载的情况减少。"])
def test_lines_of_the_text_that_look_like_those_of_a_site_stay(line: str) -> None:
    lines = [*BODY[:5], line, *BODY[3:]]
    assert read(blocks(lines)).text.split("\n") == lines
    if line != "取消":
        assert line in read(blocks([*BODY[:5], line, *BODY[5:]])).text.split("\n")


SHEET = "<style>.m-only, #box { display: none }<!-- .nav a{color:red} --> @media screen {.pc {display:none}}</style>"


def test_what_a_plain_rule_of_the_page_hides_is_hidden() -> None:
    site = "<div class='x m-only'><p>石湾政务发布</p></div><div id=box><p>请您关注石湾发布。</p></div>"
    assert read(site + blocks(BODY), SHEET).text.split("\n") == BODY
    for rule in (
        "<style>.a .m-only{display:none}</style>",
        SHEET + "<style>.b{} .m-only{display:none} .m-only{display:block}</style>",
    ):
        assert "乙" in read(f"<p class=m-only>甲、乙</p>{blocks(BODY)}", rule.replace(SHEET, "")).text
    assert "乙" in read(f"<p class=pc>甲、乙</p>{blocks(BODY)}", SHEET).text


def test_a_report_that_a_rule_hides_is_not_lost() -> None:
    found = read(f"<p>请打开详情。</p><div class=m-only>{blocks(BODY)}</div>", SHEET)
    assert found.text.split("\n") == ["请打开详情。", *BODY]
    assert [code for code, _ in found.notes] == ["extraction-fallback"]


def test_the_name_of_a_site_over_the_title_goes() -> None:
    title = "石湾县人民政府2023年法治政府建设情况的报告"
    page = f"<div>石湾政务</div><div>石政发〔2024〕8号</div><div>{title}</div>{blocks(BODY)}"
    kept = ["石政发〔2024〕8号", title, *BODY]
    assert read(page, f"<title>{title}_石湾县</title>").text.split("\n") == kept
    assert read(page).text.split("\n") == ["石湾政务", *kept]
    # The first line of a title that the page sets on two.
    parted = page.replace("石湾政务", "石湾县政府").replace(title, title[7:])
    assert read(parted, f"<title>{title}</title>").text.split("\n")[0] == "石湾县政府"


def test_lists_of_navigation_have_no_numbers() -> None:
    trail = "<ol class=breadcrumb><li><a href='/'>首页</a></li><li><a href='/g'>公开</a></li><li>详情</li></ol>"
    assert read(trail + blocks(BODY)).text.split("\n") == BODY


@pytest.mark.parametrize(
    "site",
    [
        "<marquee>热烈庆祝我县义务教育均衡发展通过国家认定</marquee>",
        "<div role=complementary><a href='javascript:;'>分享</a><a href='javascript:;'>收藏</a></div>",
        "<div><a>继续访问</a><a>放弃</a></div>",
        "<p>[<a href='javascript:history.back()'>返 回</a>] [<a href='#'>打 印</a>]</p>",
        "<a href='#main'>跳转到主要内容区</a>",
        "<ul class=tabs><li>政策原文<li>政策解读</ul>",
        "<div class=bshare-custom><span>0</span></div>",
        "<form class=survey><p>您对本条信息的满意度评价</p><label><input type=radio>非常满意</label></form>",
        "<div class=robot><p>您好，我是智能问答机器人，请问有什么可以帮您？</p><ul><li>如何落户？</ul></div>",
        "<ul><li>政务微信<li>政务微博<li>移动客户端</ul>",
        "<div id=hd><p>电子版 · 2025年第2期</p></div>",
        "<p>共1页 第1页 <a href='#'>上一页</a></p>",
        "<div>点赞 (36)</div><div>评论 (0)</div>",
        "<div>正在加载，请稍候……</div>",
    ],
)
def test_other_parts_of_a_site_go(site: str) -> None:
    assert read(site + blocks(BODY)).text.split("\n") == BODY
    assert read(blocks(BODY) + site).text.split("\n") == BODY
