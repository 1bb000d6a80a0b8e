from pathlib import Path

import pytest
from markupsafe import Markup

from planpress.pages.phrases import phrases, simplified_phrases, with_breaks, with_phrased_headings

CHECKED = Path(__file__).with_name("phrases.txt").read_text("utf-8").split()
"""Headings and names of the real offices and the examples, their phrases divided and read by a person."""


def test_headings_end_their_lines_between_phrases() -> None:
    assert ["|".join(phrases(line.replace("|", ""))) for line in CHECKED] == CHECKED


@pytest.mark.parametrize(
    ("heading", "never"),
    [
        ("機關為民眾做什麼", "什|麼"),
        ("台灣自來水公司第一區管理處", "管|理"),
        ("提高服務行為友善性", "行|為"),
        ("山區服務所負責的事項", "服務|所"),
        ("積極回應用戶意見", "回|應"),
    ],
)
def test_no_word_is_cut(heading: str, never: str) -> None:
    divided = "|".join(phrases(heading))
    assert divided.replace("|", "") == heading
    assert never not in divided


def test_simplified_characters_are_divided_like_the_traditional_ones() -> None:
    assert simplified_phrases("提高服务满意度") == ("提高", "服务", "满意度")
    assert simplified_phrases("服务行为友善及专业度") == ("服务行为", "友善", "及专业度")


def test_markup_and_what_is_short_or_not_chinese_stay_as_they_are() -> None:
    assert with_breaks("<i>停電通知</i> AMI & App", "zh-Hant") == "&lt;i&gt;停電通知&lt;/i&gt; AMI &amp; App"
    assert with_breaks(Markup('<a title="提升服務品質">提升服務品質</a>'), "zh-Hant") == (
        '<a title="提升服務品質">提升<wbr>服務<wbr>品質</a>'
    )
    assert with_breaks("Publicity for electronic bills", "en") == "Publicity for electronic bills"


def test_only_headings_are_divided_and_only_once() -> None:
    html = '<h2 id="a">提升服務品質</h2><p>提升服務品質</p><div role="heading" aria-level="7">提升服務品質</div>'
    divided = with_phrased_headings(html, "zh-Hant")
    assert divided == html.replace("質</h2>", "質</h2>").replace(
        ">提升服務品質</h2>", ">提升<wbr>服務<wbr>品質</h2>"
    ).replace(">提升服務品質</div>", ">提升<wbr>服務<wbr>品質</div>")
    assert with_phrased_headings(divided, "zh-Hant") == divided
