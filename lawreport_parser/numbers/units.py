"""The units that figures are counted in, and what kind of figure each makes.

The tables are data: a unit is added by adding it here. Scale words (万, 亿) are no units, they belong to the number.
"""

from __future__ import annotations

from string import ascii_letters
from typing import Final, Literal

__all__ = ["ARABIC_UNITS", "FOLLOWERS_THAT_REFUSE", "PER_UNITS", "UNITS", "QuantityKind"]

QuantityKind = Literal[
    "count",
    "percent",
    "percentage_point",
    "permille",
    "money",
    "multiple",
    "fraction",
    "duration",
    "length",
    "area",
    "other",
]

_ROWS: Final[tuple[tuple[QuantityKind, str], ...]] = (
    (
        "count",
        "件 件次 起 宗 例 桩 人 人次 名 位 员 户 户次 家 家次 个 项 项次 条 条次 份 份次 次 场 场次 期 批 批次 轮 轮次",
    ),
    (
        "count",
        "部 部分 篇 篇次 则 集 章 首 册 本 张 幅 块 面 封 枚 支 只 台 台次 套 套次 辆 辆次 艘 艘次 架 架次 座 所",
    ),
    ("count", "对 副 双 组 队 班 班次 类 种 款 片 段 节 堂 门 页 字 卷 盒 箱 瓶 袋 头 匹 羽 尾 株 棵 颗 粒 根 顶 道"),
    (
        "count",
        "间 处 处次 宗次 单 笔 大 大类 盏 通 列 标段 县 区 乡 镇 村 县区 县市 市县 乡镇",
    ),
    (
        "count",
        "车次 趟 部门 部委 课次 人份 床 席 栋 幢 扇 项目",
    ),
    (
        "count",
        "票 辑 讲 眼 届 遍 方面 大项 省份 省 市 省市 省区市 市州 州市 盟市 区县 街道 社区",
    ),
    ("percent", "% ％"),
    ("percentage_point", "个百分点 百分点"),
    ("permille", "‰"),
    ("money", "元 美元 港元 欧元 日元 英镑 块钱"),
    ("multiple", "倍"),
    ("duration", "年 周年 学年 个年度 个月 个季度 周 个星期 个礼拜 天 日 个工作日 工作日 个自然日 自然日 小时 个小时"),
    ("duration", "分钟 秒 秒钟 课时 个课时 学时 个学时 人天"),
    ("length", "公里 千米 米 厘米 毫米 海里 延米 km cm mm"),
    ("area", "平方米 平方公里 平方千米 平米 ㎡ m² km² 亩 公顷 顷"),
    (
        "other",
        "吨 公斤 千克 克 斤 升 毫升 立方米 立方 学分 千瓦 兆瓦 千瓦时 千瓦小时 度 千伏 摄氏度 ℃ 岁 周岁 分",
    ),
    ("other", "微克/立方米 毫克/立方米 毫克/升 微克/升 毫克/千克 kg kW kWh kV MW TB GB MB"),
)

#: Every unit and the kind of its figures.
UNITS: Final[dict[str, QuantityKind]] = {unit: kind for kind, row in _ROWS for unit in row.split()}

#: What may stand behind the stroke of a unit such as 元/吨, 人/万人, 元/月; its kind is `other`.
PER_UNITS: Final = frozenset([*UNITS, "月", "季", "季度", "h"])

_METRIC: Final = ("kg", "km", "m²", "km²", "cm", "mm", "kW", "kWh", "kV", "MW", "TB", "GB", "MB")

#: Units that count behind Arabic figures alone: 8县 are counted, 三区 and 两镇 may be a name.
ARABIC_UNITS: Final = frozenset(
    [
        *["县", "区", "乡", "镇", "村", "县区", "县市", "市县", "乡镇", "列", "通", "集", "讲", "眼", "届", "省", "市"],
        *["省市", "省区市", "市州", "州市", "盟市", "区县", "街道", "社区", *_METRIC],
    ]
)

#: Characters that, standing after a unit, show that the unit is the start of another word: 3人大, 八部规章 but 八部署.
FOLLOWERS_THAT_REFUSE: Final[dict[str, str]] = dict.fromkeys(_METRIC, ascii_letters + "0123456789²³") | {
    "人": "大民社均类口",
    "员": "工会",
    "家": "庭",
    "部": "署队分",
    "处": "理罚置室长级分",
    "条": "例",
    "名": "单称录牌义额词",
    "次": "年日月序要生级",
    "起": "来草诉到步点",
    "例": "如会行外",
    "份": "额",
    "期": "间限望待",
    "面": "对向临积",
    "位": "于置列居一",
    "分": "别之类局管为级工析布配解批享公赛门属数",
    "段": "落",
    "节": "点约能日假",
    "门": "类店户峡县",
    "字": "号第",
    "班": "子长组",
    "队": "伍员长",
    "组": "织成建长",
    "所": "有属在需谓长",
    "间": "接断隔",
    "单": "位独一项元",
    "双": "方",
    "对": "于象照口",
    "头": "条",
    "道": "路德理",
    "大": "力幅量会员",
    "则": "要须",
    "集": "中体团合成约",
    "章": "程",
    "首": "先次要批届位都府",
    "通": "过知信道报告用常",
    "列": "车入为出席举",
    "县": "级委域城",
    "区": "别分域级间划块委",
    "镇": "级委街",
    "村": "级民委庄居务",
    "乡": "村级土亲贤",
    "类": "似别型",
    "种": "植类",
    "款": "项",
    "席": "位",
    "度": "假",
    "年": "级度代底初末中龄报均",
    "日": "常益前起至—",
    "周": "边期转末",
    "天": "然",
    "元": "旦素化区",
    "克": "服",
    "米": "粮",
    "升": "级",
    "根": "据本",
    "本": "次级市区县地人着科级单",
    "台": "账风阶县区",
    "封": "闭",
    "片": "区",
    "场": "所景",
    "轮": "训换岗",
    "项": "目",
    "顶": "层",
    "块": "状",
    "支": "持部撑",
    "只": "有要是能",
    "套": "取",
    "顷": "刻",
    "票": "据房务面价决选证号源箱根",
    "讲": "话解座述课师堂台稿好法究政学评习授坛规团求清",
    "眼": "见镜睛科光前界下中底里",
    "遍": "布及地历访",
    "方面": "军",
    "大项": "目",
    "人天": "天气然",
    "省": "级委直内外道厅政会际域局院长时钱力心略电去下却油事属府辖高公司纪财",
    "市": "级场委民直政长值辖属本内外局价监容面域立司公府南北东西里中人法院财纪",
    "街道": "办党社工司",
    "社区": "矫居工民服网干卫党治书医教养警法律文",
}
