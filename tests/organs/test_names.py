"""Names of organs of all kinds and places: which are full, which short, which are none."""

# ruff: noqa: E501, SIM905 — tables of names
from __future__ import annotations

from pathlib import Path

import pytest

from lawreport_parser.organs import (
    ENDINGS,
    MINISTRIES,
    NO_ORGANS,
    STATE_ORGANS,
    TITLES_OF_OFFICE,
    Ending,
    is_full,
    is_organ,
    is_place,
    joint_names,
    kind_of,
    names_person,
    organ_at,
)

TABLE = Path(__file__).with_name("names.tsv")
ROWS = [tuple(line.split("\t")) for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
NAMES = [name for name, expected in ROWS if expected != "none"]
WORDS = [(row, word) for row in ENDINGS for word in row.words.split()]
#: A short name with an ending whose own letters or neighbours would make another word of 石湾.
SUBJECTS = {"group": "防汛", "school": "职业", "company": "水务"}


def rank(name: str) -> str:
    return "full" if is_full(name) else "short" if is_organ(name) else "none"


def test_names_are_what_the_table_says() -> None:
    assert [(name, rank(name)) for name, _ in ROWS] == ROWS


def test_the_table_is_large_and_has_no_doubles() -> None:
    assert len(ROWS) >= 400
    assert len({name for name, _ in ROWS}) == len(ROWS)


def test_a_name_is_found_where_it_begins() -> None:
    wrong = [name for name in NAMES if organ_at(f"一、{name}", 2, 2 + len(name)) != (2, 2 + len(joint_names(name)[0]))]
    assert wrong == []


@pytest.mark.parametrize(
    "words", ["2024年度法治政府建设情况报告", "关于印发方案的通知", "深入贯彻各项决定，县公安局", "：", "\n"]
)
def test_a_name_ends_before_what_follows(words: str) -> None:
    wrong = [name for name in NAMES if organ_at(name + words, 0, len(name + words)) != (0, len(joint_names(name)[0]))]
    assert wrong == []


def _with_ending(row: Ending, word: str) -> str:
    if word.startswith("委"):
        return f"石湾市{word}"
    if row.subject == "none" or word.startswith(("人民", "街道", "居民", "村民")):
        return f"石湾市{'友谊路' if word.startswith('街道') else ''}{word}"
    return f"石湾市{SUBJECTS.get(row.kind, '青山')}{word}"


def test_every_ending_of_the_table_ends_a_name() -> None:
    for row, word in WORDS:
        name = _with_ending(row, word)
        assert is_full(name), name
        assert organ_at(name, 0, len(name)) == (0, len(name)), name
        assert kind_of(name) in {row.kind, "party"}, name


#: Letters beside an ending make another word of it.
OTHER_WORDS = """
    石湾市局长 石湾市大局 石湾市全局 石湾市格局 石湾市青山场所 石湾市青山住所 石湾市所有 石湾市网站 石湾市车站点 石湾市党委书记 石湾市委员
    石湾市委托 石湾市办公 石湾市办事 石湾市督办 石湾市主办 石湾市承办 石湾市中学生 石湾市大学生 石湾市中心城区 石湾市中心工作 石湾市客厅
    石湾市政府网 石湾市人大代表 石湾市政府信息 石湾市法治政府 石湾市医院感染 石湾市小学教育 石湾市所属 石湾市有关部门 石湾市各级
""".split()


def test_letters_beside_an_ending_make_another_word_of_it() -> None:
    assert [words for words in OTHER_WORDS if is_organ(words)] == []


def test_an_ending_stands_bare_where_its_row_says_so() -> None:
    for row, word in WORDS:
        if row.bare:
            assert rank(word) == "short", word
        elif len(word) < 3:
            assert rank(word) == "none", word


def test_a_ministry_is_full_without_a_place() -> None:
    for subject in MINISTRIES.split():
        assert is_full(f"{subject}部"), subject
        assert not is_organ(f"{subject}部门"), subject
        assert not is_full(f"{subject}部长"), subject


def test_an_organ_of_the_state_is_full_as_it_stands() -> None:
    assert [name for name in " ".join(STATE_ORGANS.values()).split() if not is_full(name)] == []


def test_words_of_pages_are_no_organs() -> None:
    assert [words for words in NO_ORGANS.split() if is_organ(words)] == []


def test_who_bears_a_title_is_a_person() -> None:
    for title in TITLES_OF_OFFICE.split():
        for words in (
            title,
            f"{title}王某",
            f"{title}李某某",
            f"副{title}",
            f"王某某{title}",
            f"石湾县人民政府{title}王某",
        ):
            assert names_person(words), words
            assert not is_organ(words), words


def test_an_organ_is_no_person() -> None:
    assert [name for name in NAMES if names_person(name)] == []


@pytest.mark.parametrize(
    "words", ["县长王某", "市长李某某", "国务院总理温某某", "县委书记、县长王某", "石湾市司法局局长"]
)
def test_officers_are_persons(words: str) -> None:
    assert names_person(words)


@pytest.mark.parametrize(
    "words", ["石湾县", "省长负责制", "政协委员提案", "法治政府", "各级政府", "王某某", "一二三四", "", "报告"]
)
def test_other_words_are_no_persons_with_a_title(words: str) -> None:
    assert not names_person(words)


PLACES = """
    石湾省 石湾市 石湾市青山区 甲省乙市丙区 镇江市 镇海区 镇远县 日照市 本溪市 全椒县 全州县 和县 滑县 市中区 市北区 乡宁县 里水镇 万年县
    杭州市 通州区 德州市德城区 景德镇市 沙市区 津市市 新市区 桐乡市 萍乡市湘东区 和平区 和田地区 同江市 会同县 于都县 成都市 都江堰市 无为市
    广西壮族自治区 延边朝鲜族自治州 莫力达瓦达斡尔族自治旗 积石山保安族东乡族撒拉族自治县 克孜勒苏柯尔克孜自治州 阿鲁科尔沁旗 锡林郭勒盟
    神农架林区 六枝特区 雄安新区 平潭综合实验区 石湾经济技术开发区 石湾高新区 石湾工业园区 友谊路街道 白石回族乡 巴彦苏木 青山镇
    新疆生产建设兵团第八师 香港特别行政区 城区 郊区 芒市 荥经县 天全县 万全区 图们市 那曲市 即墨区 且末县 项城市 新建区 浦东新区
""".split()


def test_a_place_is_known_by_its_shape() -> None:
    for place in PLACES:
        assert is_place(place), place
        assert is_full(f"{place}司法局"), place


@pytest.mark.parametrize(
    "words",
    "全市 我县 本市 各区 城市 乡镇 县区 全县 市场 区域 社区 上级 近年来石湾县 2024年 修订省 由石湾县 受石湾县".split(),
)
def test_phrases_are_no_places(words: str) -> None:
    assert not is_place(words)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("石湾县委、石湾县人民政府", ("石湾县委", "石湾县人民政府")),
        ("石湾县司法局和石湾县公安局", ("石湾县司法局", "石湾县公安局")),
        ("石湾县司法局石湾县公安局", ("石湾县司法局", "石湾县公安局")),
        ("石湾县人民政府石湾县司法局", ("石湾县人民政府", "石湾县司法局")),
        ("中共石湾县委教育工作委员会石湾县教育局", ("中共石湾县委教育工作委员会", "石湾县教育局")),
        ("石湾县委县政府", ("石湾县委县政府",)),
        ("石湾县民政局（县老龄办）", ("石湾县民政局（县老龄办）",)),
        ("石湾县民政局(县老龄办)", ("石湾县民政局(县老龄办)",)),
        ("石湾县司法局、", ()),
        ("石湾县司法局、各部门", ()),
    ],
)
def test_joint_names_are_taken_apart(words: str, names: tuple[str, ...]) -> None:
    assert joint_names(words) == names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("石湾县人民政府", "government"),
        ("石湾县人民政府办公室", "office"),
        ("石湾县司法局", "bureau"),
        ("石湾市规划和自然资源局和平分局", "branch"),
        ("石湾市发展和改革委员会", "commission"),
        ("中共石湾市委", "party"),
        ("石湾县人民法院", "court"),
        ("友谊路街道", "street"),
        ("友谊路街道办事处", "street"),
        ("石湾水务集团有限公司", "company"),
        ("石湾大学", "school"),
        ("国务院", "government"),
        ("司法部", "bureau"),
        ("法治政府", None),
    ],
)
def test_kind_is_that_of_the_last_part(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind
