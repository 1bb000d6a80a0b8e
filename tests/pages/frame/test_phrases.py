from pathlib import Path

import pytest
from markupsafe import Markup

from planpress.pages.frame.phrases import (
    phrases,
    simplified_phrases,
    with_address_breaks,
    with_breaks,
    with_phrased_headings,
    with_whole_days,
)

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
        ("示範自來水公司第一服務處", "自來水|公司"),
        ("示範自來水公司第一服務處", "第一|服務處"),
        ("網站服務項目自我檢核表", "服務|項目"),
        ("提升服務效能執行計畫", "執行|計畫"),
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


@pytest.mark.parametrize(
    ("title", "divided"),
    [
        ("示範處114年度計畫", '示範處<span class="unbroken apart">114年度</span>計畫'),
        ("114年度（2025）", '<span class="unbroken">114年度（2025）</span>'),
        ("（114年度）", '（<span class="unbroken">114年度</span>）'),
        ("113年9月實地考核", "113年9月實地<wbr>考核"),
        ("Office 2025 (ROC year 114) plan", 'Office <span class="unbroken">2025 (ROC year 114)</span> plan'),
    ],
)
def test_a_year_is_whole_and_parted_from_the_chinese_before_it(title: str, divided: str) -> None:
    assert with_breaks(title, "zh-Hant") == divided


def test_an_english_heading_ends_its_lines_between_words() -> None:
    html = "<h1>Office: the 2025 (ROC year 114) plan</h1>"
    assert with_phrased_headings(html, "en") == html


def test_a_day_is_whole_in_running_text_once_and_never_within_a_tag() -> None:
    html = '<p title="中華民國114年1月6日">中華民國114年1月6日查閱，114 年 1 月 6 日函，民國114年2月</p>'
    divided = with_whole_days(html)
    assert divided == (
        '<p title="中華民國114年1月6日">中華民國<wbr><span class="kept apart">114年1月6日</span>查閱，114 年 1 月 6 日函，'
        '民國<wbr><span class="kept apart">114年2月</span></p>'
    )
    assert with_whole_days(divided) == divided


def test_a_first_and_a_last_day_are_whole_each_and_so_is_a_share() -> None:
    html = "<dd>中華民國114年10月1日至31日</dd><dd>中华民国114年1月1日至12月31日</dd><dd>寫明 1,024／1,100項</dd>"
    divided = with_whole_days(html)
    assert divided == (
        '<dd>中華民國<wbr><span class="kept apart">114年10月1日</span>至<wbr><span class="kept apart">31日</span></dd>'
        '<dd>中华民国<wbr><span class="kept apart">114年1月1日</span>至<wbr><span class="kept apart">12月31日</span></dd>'
        '<dd>寫明 <span class="kept">1,024／1,100項</span></dd>'
    )
    assert with_whole_days(divided) == divided


def test_an_address_ends_its_lines_after_a_slash_and_other_names_do_not() -> None:
    assert with_address_breaks("https://a.tw/b/?c&d") == "https://a.tw/<wbr>b/<wbr>?c&amp;d"
    assert with_address_breaks("收費/退費") == "收費/退費"
