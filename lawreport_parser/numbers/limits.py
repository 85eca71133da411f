"""Words that qualify a figure, before or behind it: 近, 不超过, 以上; what turns them round: 不得少于."""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["CONTRARY", "LIMITS_AFTER", "LIMITS_BEFORE", "LIMIT_LENGTHS", "NEGATABLE", "Qualifier"]

Qualifier = Literal["exact", "about", "nearly", "over", "at_least", "at_most"]
#: Words before a number that limit it.
LIMITS_BEFORE: Final[dict[str, Qualifier]] = {
    "约": "about", "大约": "about", "大概": "about", "约为": "about", "约有": "about",
    "约占": "about", "约达": "about",
    "近": "nearly", "将近": "nearly", "接近": "nearly",
    "超": "over", "超过": "over", "超出": "over", "逾": "over", "突破": "over", "多于": "over", "大于": "over",
    "高于": "over",
    "不少于": "at_least", "不低于": "at_least", "不小于": "at_least", "至少": "at_least",
    "最少": "at_least", "最低": "at_least",
    "不超过": "at_most", "不多于": "at_most", "不高于": "at_most", "不大于": "at_most", "至多": "at_most",
    "最多": "at_most", "最多跑": "at_most", "最高": "at_most", "未满": "at_most", "不满": "at_most",
    "不足": "at_most", "不到": "at_most", "低于": "at_most", "少于": "at_most", "小于": "at_most",
    "≥": "at_least", "≧": "at_least", "≤": "at_most", "≦": "at_most", "＞": "over", "＜": "at_most",
}  # fmt: skip
CONTRARY: Final[dict[Qualifier, Qualifier]] = {"over": "at_most", "at_most": "at_least"}
NEGATABLE: Final = frozenset(["超", "超过", "超出", "突破", "多于", "大于", "高于", "逾", "低于", "少于", "小于"])
LIMITS_AFTER: Final[dict[str, Qualifier]] = {
    "以上": "at_least", "及以上": "at_least", "以下": "at_most", "及以下": "at_most", "以内": "at_most",
    "之内": "at_most", "内": "at_most", "左右": "about", "上下": "about", "多": "over", "余": "over",
    "（含）以上": "at_least", "(含)以上": "at_least", "（含）以下": "at_most", "(含)以下": "at_most",
}  # fmt: skip
LIMIT_LENGTHS: Final = sorted({len(word) for word in LIMITS_AFTER} - {1}, reverse=True)
