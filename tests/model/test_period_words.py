import time

import pytest

from planpress.model.period_words import normal_form


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("１１４年　０６ 月 ３０ 日 以前", "114年6月30日前"),
        ("中華民國一一四年六月三十日之前", "114年6月30日前"),
        ("民國114年6月", "114年6月"),
        ("114/06/30前", "114年6月30日前"),
        ("114.6.30前", "114年6月30日前"),
        ("114/06前", "114年6月前"),
        ("一百件前", "一百件前"),
        ("第一季至第三季", "第1季-第3季"),
        ("第一、三季", "第1、3季"),
        ("廿日前", "20日前"),
        ("每週一、三", "每週一、三"),
        ("每星期天", "每週日"),
        ("每周一次", "每週1次"),
        ("十周年", "十周年"),
        ("每兩個月一次", "每2個月1次"),
        ("自7月1日起至12月31日止", "7月1日-12月31日"),
        ("即日起至12月31日止", "即日起-12月31日"),
        ("5月及10月", "5月、10月"),
        ("隨時參與", "隨時參與"),
        ("年度結束前", "年底前"),
        ("本年度6月", "6月"),
        ("1/2", "1/2"),
        ("1.5倍", "1.5倍"),
        ("", ""),
    ],
)
def test_a_period_in_its_normal_form(text: str, words: str) -> None:
    assert normal_form(text) == words


@pytest.mark.parametrize("text", ["一、" * 100, "1-" * 100, "年月日" * 60, "每週一、" * 50, "至" * 200])
def test_no_words_take_long(text: str) -> None:
    start = time.process_time()
    normal_form(text)
    assert time.process_time() - start < 1
