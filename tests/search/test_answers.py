"""What the search answers over the five real plans, by the engine that readers run, against literal truth."""

import json
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import opencc
import pytest

from benchmarks.everyday import answered
from planpress.editions.folding import fold
from planpress.source.content.synonyms import read_vocabulary
from tests.programs import node
from tests.real_site import ROOT
from tests.search.indexed import texts_of

SCRIPTS = ROOT / "theme" / "site" / "assets" / "search"

HAN = re.compile("[\u4e00-\u9fff]+")
BLANKS = re.compile("(?<=[\u4e00-\u9fff]) +| +(?=[\u4e00-\u9fff])")
CHINESE = [
    "停電",
    "電子帳單",
    "无障碍",
    "無障礙",
    "繳費",
    "缴费",
    "電表",
    "停電通知",
    "弱勢族群",
    "ＡＰＰ",
    "app",
    "KIOSK",
    "行動支付",
    "單一窗口",
    "台灣",
    "臺灣",
    "客服中心",
    "用戶",
    "网路柜台",
    "到府服務",
    "節電",
    "節約用電",
    "智慧電表",
    "電子化",
    "無紙化",
    "超商",
    "信用卡",
    "志工",
    "滿意度",
    "問卷",
    "宣導",
    "偏遠",
    "水質",
    "漏水",
    "抄表",
    "過戶",
    "QR",
    "LINE",
    "AMI",
    "企業用戶",
    "一次告知",
    "標準作業流程",
    "個人資料",
    "資訊安全",
    "櫃檯",
    "服務中心",
    "媒體",
    "新聞",
    "颱風",
    "災害",
    "搶修",
    "維護",
    "教育訓練",
    "考核",
    "獎勵",
    "性別",
    "新住民",
    "高齡",
    "身心障礙",
    "外語",
    "英語",
    "跨機關",
    "戶政",
    "校園",
    "社區",
    "里長",
    "環境",
    "綠美化",
]
ENGLISH = [
    "outage",
    "outages",
    "bill",
    "bills",
    "payment",
    "app",
    "customer",
    "customers",
    "barrier",
    "disabled",
    "emergency",
    "meter",
    "KIOSK",
]


def answers(site: Path, tag: str, queries: list[str]) -> dict[str, set[str]]:
    """The texts that the engine finds, by query."""
    command = [node(), str(Path(__file__).with_name("answers.mjs")), str(SCRIPTS), str(site / "search"), tag]
    result = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=True)
    return {each["query"]: set(each["texts"]) for each in json.loads(result.stdout)}


def plain(text: str, simplify: opencc.OpenCC) -> str:
    words = str(simplify.convert(unicodedata.normalize("NFKC", text).lower())).replace("账", "帐").replace("着", "著")
    return BLANKS.sub("", words)


def words_that_differ(site: Path) -> list[list[str]]:
    """Two characters of a text that its conversion writes otherwise: as they are there, in the conversion, by themselves."""
    simplify = opencc.OpenCC("tw2s")
    found: dict[str, list[str]] = {}
    for text in sorted(all_texts(site, "zh-Hant")):
        converted = simplify.convert(text)
        assert len(converted) == len(text)
        for at in range(len(text) - 1):
            word, other = text[at : at + 2], converted[at : at + 2]
            if word != other and HAN.fullmatch(word):
                found.setdefault(word, [word, simplify.convert(word)]).append(other)
    return [list(dict.fromkeys(words)) for words in found.values()]


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["zh-Hant", "zh-Hans"])
def test_whatever_a_page_shows_is_found_in_either_script_on_either_edition(real_site: Path, tag: str) -> None:
    words = [["計畫", "计划"], ["回覆", "回复"], ["瞭解", "了解"], ["藉由", "借由"], *words_that_differ(real_site)]
    assert len(words) > 2_000
    command = [node(), str(Path(__file__).with_name("alike.mjs")), str(SCRIPTS), str(real_site / "search"), tag]
    result = subprocess.run(command, input=json.dumps(words), capture_output=True, text=True, check=True)
    assert json.loads(result.stdout) == []


def all_texts(site: Path, tag: str) -> set[str]:
    files = (site / "search").glob(f"{tag}-*.json")
    return {text for file in files for text in texts_of(json.loads(file.read_text("utf-8")))}


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["zh-Hant", "zh-Hans"])
def test_chinese_finds_every_text_that_has_the_words_and_no_other(real_site: Path, tag: str) -> None:
    simplify = opencc.OpenCC("t2s")
    texts = {text: plain(text, simplify) for text in all_texts(real_site, tag)}
    truth = {query: {text for text, own in texts.items() if plain(query, simplify) in own} for query in CHINESE}
    assert answers(real_site, tag, CHINESE) == truth
    assert sum(bool(found) for found in truth.values()) >= 60


def scores(found: Mapping[str, set[str]], truth: Mapping[str, set[str]]) -> tuple[float, float]:
    """Recall and precision over all queries."""
    right = sum(len(found[query] & truth[query]) for query in truth)
    return right / sum(map(len, truth.values())), right / sum(map(len, found.values()))


@pytest.mark.slow
def test_english_loses_no_exact_word(real_site: Path) -> None:
    texts = {text: text.lower().replace("-", " ").split() for text in all_texts(real_site, "en")}
    truth = {
        query: {text for text, words in texts.items() if any(word.startswith(query.lower()) for word in words)}
        for query in ENGLISH
    }
    found = answers(real_site, "en", ENGLISH)
    assert all(truth[query] <= found[query] for query in ENGLISH)
    recall, precision = scores(found, truth)
    assert recall == 1
    assert precision > 0.75, precision
    assert found["outage"] == found["outages"] | found["outage"]


@pytest.mark.slow
def test_words_phrases_exclusion_or_and_fields(real_site: Path) -> None:
    queries = ["行動支付 繳費", "繳費", "行動支付", '"單一窗口" -停電', "單一窗口", "停電", "停電 OR 節電", "節電"]
    queries += ["office:kinmen 繳費", "機關:金門 繳費", "year:114 繳費", "部門:業務組 繳費", "繳費 -office:kinmen"]
    found = answers(real_site, "zh-Hant", queries)
    assert found["行動支付 繳費"] >= found["行動支付"] & found["繳費"] != set()
    assert found['"單一窗口" -停電'] == found["單一窗口"] - found["停電"]
    assert found["停電 OR 節電"] == found["停電"] | found["節電"]
    assert found["office:kinmen 繳費"] == found["機關:金門 繳費"] == found["year:114 繳費"] != set()
    assert found["office:kinmen 繳費"] | found["繳費 -office:kinmen"] == found["繳費"]
    assert found["部門:業務組 繳費"] < found["繳費"]


@pytest.mark.slow
def test_everyday_questions_have_a_right_answer_among_the_first_five(real_site: Path) -> None:
    asked = json.loads(Path(__file__).with_name("everyday.json").read_text("utf-8"))
    found = [*answered(real_site, asked)]
    for languages in (("zh-Hant", "zh-Hans"), ("en",)):
        hits = [hit for query, hit in found if query["lang"] in languages]
        missed = [query["query"] for query, hit in found if query["lang"] in languages and not hit]
        assert len(hits) >= 20
        assert sum(hits) / len(hits) >= 0.95, missed


@pytest.mark.slow
def test_our_synonyms_find_something_in_both_languages(real_site: Path) -> None:
    vocabulary, _ = read_vocabulary(ROOT)
    assert len(vocabulary.synonyms) > 50
    for tag, english in (("zh-Hant", False), ("en", True)):
        texts = fold("\n".join(all_texts(real_site, tag)))
        unfound = [
            each.all_words()[0]
            for each in vocabulary.synonyms
            if not any(fold(word) in texts for word in each.found_by(english=english))
        ]
        assert unfound == []
