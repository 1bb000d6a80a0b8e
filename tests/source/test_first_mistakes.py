"""What somebody types who comes from Word and Excel and reads only docs/zh-Hant/editing.md: one mistake, one answer."""

import textwrap

import pytest

from planpress.problems import report
from planpress.problems.problem import Problem
from tests.snippets import of_office, plan_problems

HEAD = """\
title: 示範處114年度服務計畫
adopted: 114-01-14
columns: {groups: [面向], measure: 具體作法, who: 承辦部門, when: 執行期間}
sections:
  - heading: 壹、計畫依據
    text: |
      一、依據本公司函辦理。
      二、本計畫自公布日實施。
  - heading: 貳、具體作法
    rows:
      - h1: 一、基礎服務
"""
"""Eleven lines; the rows of a case follow them."""

LAST_YEAR = (
    HEAD.replace("114", "113").replace("函辦理", "113年1月6日業字第1138001255號函辦理")
    + "      - do: 1. 推廣電子帳單。\n        unsure: 原表部門跨列。\n"
)


def rows(text: str) -> str:
    return HEAD + textwrap.indent(text, " " * 6)


def top(line: str) -> str:
    """The plan with one more line, or several, from line 4 on."""
    return HEAD.replace("sections:\n", f"{line}sections:\n")


def adopted(date: str) -> str:
    return HEAD.replace("114-01-14", date)


def legal(text: str) -> str:
    """The plan with another first paragraph, on line 7."""
    return HEAD.replace("一、依據本公司函辦理。", text)


def said(problem: Problem) -> str:
    return f"{report.what(problem, 'zh-Hant')}\n{report.mend(problem, 'zh-Hant')}"


MISTAKES = [
    # Departments.
    (rows("- do: 1. 推廣電子帳單。\n  who: 業物組\n"), "E104", 13, ["不認得的部門", "「業務組」"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務\n"), "E104", 13, ["不認得的部門", "「業務組」"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業 務 組\n"), "E104", 13, ["不認得的部門", "「業務組」"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 本處業務組\n"), "E104", 13, ["不認得的部門", "「業務組」"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 「業務組」\n"), "E104", 13, ["不認得的部門", "「業務組」"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 隨時辦理\n  when: 業務組\n"), "E104", 13, ["不認得的部門", "隨時辦理"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組,電務組\n"), "E150", 13, ["頓號", "who: 業務組、電務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組，電務組\n"), "E150", 13, ["頓號", "who: 業務組、電務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組 電務組\n"), "E150", 13, ["頓號", "who: 業務組、電務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組/電務組\n"), "E150", 13, ["頓號", "who: 業務組、電務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組及電務組\n"), "E150", 13, ["頓號", "who: 業務組、電務組"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組；電務組\n"), "E150", 13, ["頓號", "who: 業務組、電務組"]),
    (
        rows("- do: 1. 推廣電子帳單。\n  who: |\n    業務組\n    電務組\n"),
        "E150",
        14,
        ["頓號", "who: 業務組、電務組"],
    ),
    (rows("- do: 1. 推廣電子帳單。\n  who: [業務組, 電務組]\n"), "E151", 13, ["清單", "who: 業務組、電務組"]),
    (
        rows("- do: 1. 推廣電子帳單。\n  who:\n    - 業務組\n    - 電務組\n"),
        "E151",
        13,
        ["清單", "who: 業務組、電務組"],
    ),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組、\n"), "E105", 13, ["缺部門名稱", "刪去多餘"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: （電務組）業務組\n"), "E152", 13, ["括號", "who: 業務組（電務組）"]),
    (rows("- do: 1. 推廣電子帳單。\n  who:\n"), "E207", 13, ["who", "沒有內容", "刪去這一行"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組 when: 隨時辦理\n"), "E153", 13, ["when", "換行"]),
    (
        rows("- do: 1. 推廣電子帳單。\n  who: 業務組\n- do: 2. 到府服務。\n"),
        "W153",
        14,
        ["沒有承辦部門", "補上 who"],
    ),
    (rows("- say: 說明如下：\n  who: 業務組\n- do: 1. 推廣電子帳單。\n"), "E156", 13, ["say", "標題"]),
    (
        HEAD.replace("一、基礎服務\n", "一、基礎服務\n        who: 業務組\n")
        + "      - do: 1. 推廣電子帳單。\n        who: 電務組\n",
        "W150",
        12,
        ["沒有任何作法適用", "刪去"],
    ),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組。\n"), "E158", 13, ["刪去句末的標點", "who: 業務組"]),
    (
        rows("- do: 1. 推廣電子帳單。\n  who: 業務組\n    電務組\n"),
        "E150",
        13,
        ["頓號", "who: 業務組、電務組"],
    ),
    (
        rows("- do: 1. 推廣電子帳單。\n  who: 業務組（協辦單位：電務組）\n"),
        "E159",
        13,
        ["括號內只寫部門", "who: 業務組（電務組）"],
    ),
    (rows("- do: 1. 推廣電子帳單。\n  who: 同上\n"), "E160", 13, ["刪去這一行", "寫出部門", "標題"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: N/A\n"), "E160", 13, ["刪去這一行"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組、業務組\n"), "W170", 13, ["重複", "who: 業務組。"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 45672\n"), "W172", 13, ["看得懂的期間", "刪去這一行"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 每週八\n"), "W172", 13, ["看得懂的期間"]),
    (rows("- do: 1.\n"), "W171", 12, ["只有編號", "補上文字"]),
    (rows("- h: 一、\n"), "E201", 12, ["「h」", "改為「h1」"]),
    (top("original: plan.pdf\n"), "E206", 4, ["改為「original: {file: plan.pdf}」"]),
    (top("who: 業務組\n"), "E201", 4, ["不認得的鍵「who」", "可用的鍵"]),
    # Periods.
    (rows("- do: 1. 推廣電子帳單。\n  when: 114年13月\n"), "W106", 13, ["13月", "1 至 12"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 114/13/01前\n"), "W106", 13, ["13月", "1 至 12"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 114年10月~5月\n"), "W106", 13, ["10月~5月", "起月在前"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 第5季\n"), "W141", 13, ["第5季", "第4季"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 6月31日前\n"), "W140", 13, ["6月31日", "日期"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 113年6月\n"), "W107", 13, ["113 年", "114 年度"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 2024年6月前\n"), "W107", 13, ["2024 年", "114 年度"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 隋時辦理\n"), "W105", 13, ["誤字", "「隨時辦理」"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: yes\n"), "W124", 13, ["照字面刊出", "刪去"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: 待定\n"), "W123", 13, ["尚待填寫"]),
    (rows("- do: 1. 推廣電子帳單。\n  when: [5月, 10月]\n"), "E203", 13, ["一段文字", "同一行"]),
    # Dates.
    (adopted("2025-01-14"), "E208", 2, ["不是民國日期", "114-01-14"]),
    (adopted("114/01/14"), "E208", 2, ["不是民國日期", "114-01-14"]),
    (adopted("114.1.14"), "E208", 2, ["不是民國日期", "114-01-14"]),
    (adopted("114年1月14日"), "E208", 2, ["不是民國日期", "114-01-14"]),
    (adopted("1140114"), "E208", 2, ["不是民國日期", "114-01-14"]),
    (adopted("民國114-01-14"), "E208", 2, ["不是民國日期", "114-01-14"]),
    (adopted("114-02-30"), "E209", 2, ["114-02-30", "核對"]),
    (adopted("14-01-14"), "E109", 2, ["14 年", "民國紀年"]),
    (adopted(""), "E207", 2, ["adopted", "沒有內容", "刪去這一行"]),
    (HEAD.replace("處114年度", "處113年度"), "E108", 1, ["113 年", "114 年", "更正標題"]),
    (HEAD.replace("處114年度", "處2025年度"), "E108", 1, ["2025 年", "114 年", "更正標題"]),
    (HEAD.replace("114年度", ""), "W108", 1, ["沒有年度", "114年度"]),
    (legal("一、依據本公司114年2月30日函辦理。"), "W125", 7, ["2月30日", "查對"]),
    # Numbers, headings, rows.
    (rows("- do: 1. 推廣電子帳單。\n- do: 3. 到府服務。\n"), "W101", 13, ["跳號", "「2.」"]),
    (rows("- do: 1. 推廣電子帳單。\n- do: 1. 到府服務。\n"), "W102", 13, ["重複", "「2.」"]),
    (rows("- do: 1. 推廣電子帳單。\n- item: 乙. 寄送電子帳單。\n"), "W101", 13, ["跳號", "「甲.」"]),
    (HEAD.replace("貳、", "參、"), "W101", 9, ["跳號", "「貳、」"]),
    (HEAD.replace("二、本", "三、本"), "W101", 8, ["跳號", "「二、」"]),
    (rows("- h3: (一) 電子化\n"), "E106", 12, ["跳到 h3", "h2"]),
    (rows("- h7: (一) 電子化\n"), "E201", 12, ["「h7」", "h6"]),
    (rows("- do: 推廣電子帳單。\n- do: 推廣電子帳單。\n"), "W152", 13, ["相同的一列", "刪去多貼"]),
    (rows("- item: 甲. 寄送電子帳單。\n"), "E101", 12, ["沒有具體作法", "do"]),
    (rows("- do: 1. 推廣電子帳單。\n- say: 以上。\n"), "W109", 13, ["引言", "移到標題"]),
    (rows("- do: 1. 推廣電子帳單。\n  item: 甲. 寄送。\n"), "E214", 13, ["同一列", "另成一列"]),
    (rows("- do: 1. 推廣電子帳單。2. 到府服務。\n"), "W151", 12, ["拆開", "- do: 2. 到府服務。"]),
    (rows("- do: 1. 推廣電子帳單。\n    2. 到府服務。\n"), "W151", 13, ["拆開", "- do: 2. 到府服務。"]),
    (HEAD.replace("函辦理。\n      二、", "函辦理。二、"), "W154", 7, ["換行", "各寫一行"]),
    (rows("- do:\n"), "E207", 12, ["do", "沒有內容"]),
    (rows("-\n- do: 1. 推廣電子帳單。\n"), "E207", 12, ["沒有內容", "刪去這一行"]),
    # Keys and what belongs to them.
    (rows("- do: 1. 推廣電子帳單。\n  whom: 業務組\n"), "E201", 13, ["whom", "「who」"]),
    (rows("- do: 1. 推廣電子帳單。\n  備註: 無紙化\n"), "E201", 13, ["備註", "可用的鍵"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組\n  who: 電務組\n"), "E312", 14, ["「who」重複", "合併"]),
    (HEAD.replace("title: 示範處114年度服務計畫\n", ""), "E202", 1, ["缺少", "title"]),
    (HEAD.replace("measure: 具體作法, ", ""), "E202", 3, ["缺少", "measure"]),
    (HEAD.replace("[面向]", "面向"), "E205", 3, ["groups", "清單"]),
    (top("status: 草稿\n"), "E211", 4, ["草稿", "改為「draft」"]),
    (top("status: Approved\n"), "E211", 4, ["改為「approved」"]),
    (rows("- do: [註] 另行約定。\n"), "E318", 12, ["不能以「[」開頭", "雙引號"]),
    (rows("- say: {1} 另行約定。\n"), "E318", 12, ["不能以「{」開頭", "雙引號"]),
    (rows("- do: |推廣電子帳單。\n"), "E318", 12, ["不能以「|」開頭", "雙引號"]),
    (top("transcription_notes: 原文件缺頁。\n"), "E205", 4, ["清單", "「- 」"]),
    (top("shortcuts: {text: 電子帳單, to: m-1}\n"), "E205", 4, ["清單", "「- 」"]),
    (top("shortcuts:\n  - {text: 電子帳單, to: m-9-9}\n"), "E107", 5, ["不存在", "m-9-9"]),
    (top("shortcuts:\n  - {text: 電子帳單, to: '#m-1'}\n"), "E212", 5, ["#m-1", "格式"]),
    (rows("- do: 1. 推廣電子帳單。\n  sic: 是\n"), "E210", 13, ["true", "false"]),
    (rows("- do: 1. 推廣電子帳單。\n  id: 電子帳單\n"), "E212", 13, ["電子帳單", "m-2-2-1"]),
    (
        rows("- do: 1. 推廣電子帳單。\n  id: m-9\n- do: 2. 到府服務。\n  id: m-9\n"),
        "E103",
        15,
        ["「m-9」重複", "刪去這一行"],
    ),
    (HEAD.replace("務\n", "務\n        unsure: 看不清\n"), "E157", 12, ["unsure", "do"]),
    (
        rows('- do: 1. 推廣電子帳單。\n  target: {figure: "95", unit: %}\n'),
        "E318",
        13,
        ["「%」開頭", "雙引號"],
    ),
    (
        rows('- do: 1. 推廣電子帳單。\n  target: {figure: "95", unit: 戶, by: 2025-12-31}\n'),
        "E208",
        13,
        ["不是民國日期", "114-01-14"],
    ),
    # Characters.
    (rows("- do: 1. 推廣: 電子帳單。\n"), "E315", 12, ["半形冒號", "雙引號"]),
    (rows("- do: 1. 推廣電子帳單 #1。\n"), "W302", 12, ["#", "雙引號"]),
    (rows("- do: *推廣電子帳單。\n"), "E309", 12, ["*", "雙引號"]),
    (rows("- do: 1. 推\u200b廣電子帳單。\n"), "E501", 12, ["不可見", "刪去"]),
    (rows("- do: 1. 推\ue000電子帳單。\n"), "E503", 12, ["造字", "全字庫"]),
    (rows("- do: 1. 推廣電⼦帳單。\n"), "E504", 12, ["形似", "「子」"]),
    (rows("- do: 1. 推廣　　電子帳單。\n"), "W120", 12, ["空白", "刪去"]),
    (rows("- do: 1. 推广電子帳單。\n"), "W501", 12, ["簡體字", "「廣」"]),
    (rows("- do: 1. 推廣○○帳單。\n"), "W123", 12, ["尚待填寫", "○○"]),
    (legal("一、依據本公司函（附件辦理。"), "W122", 7, ["「（」", "補上"]),
    # Personal data.
    (rows("- do: 1. 推廣電子帳單（A123456789）。\n"), "E505", 12, ["身分證", "遮蔽"]),
    (rows("- do: 1. 推廣電子帳單，洽0912-345-678。\n"), "W502", 12, ["行動電話", "public_numbers"]),
    (rows("- do: 1. 推廣電子帳單，洽wang@gmail.com。\n"), "W503", 12, ["私人信箱", "機關信箱"]),
    (rows("- do: 1. 推廣電子帳單，車牌ABC-1234。\n"), "W523", 12, ["車牌", "刪去"]),
    (legal("一、洽０９１２３４５６７８。"), "W502", 7, ["行動電話", "public_numbers"]),
]


ROWS = """\
      - do: 1. 推廣電子帳單。
        who: 業務組
        when: 隨時辦理
      - item: 甲. 寄送電子帳單。
      - do: 2. 到府服務。
        who: 電務組
        when: 隨時辦理
"""
FULL = HEAD + ROWS
SPLIT = "- do: 1. 推廣\n電子帳單。\n  who: 業務組\n"

MISTAKES += [
    # A line that opens a part, and what goes on in the next line.
    (FULL.replace("rows:", "row:"), "E361", 10, ["改為「rows」", "rows:"]),
    (FULL.replace("rows:", "rowz:"), "E361", 10, ["改為「rows」"]),
    (FULL.replace("sections:", "section:"), "E361", 4, ["改為「sections」"]),
    (FULL.replace("rows:", "備註:"), "E361", 10, ["改為「rows」"]),
    (FULL.replace("rows:", "row："), "E361", 10, ["改為「rows」"]),
    (FULL.replace("rows:", "row"), "E361", 10, ["改為「rows」"]),
    (FULL.replace("rows:", "表格"), "E361", 10, ["改為「rows」"]),
    (FULL.replace("rows:", "Rows"), "E361", 10, ["改為「rows」"]),
    (FULL.replace("rows:", "rows;"), "E343", 10, ["沒有冒號", "rows:"]),
    (FULL.replace("    rows:\n", ""), "E362", 10, ["之前", "少了", "「rows:」"]),
    (FULL.replace("    rows:\n", "    id: s-2\n"), "E362", 11, ["之前", "少了", "「rows:」"]),
    (FULL.replace("sections:\n", ""), "E362", 4, ["之前", "少了", "「sections:」"]),
    (top("  - {text: 電子帳單, to: m-1}\n  - {text: 甲, to: m-1}\n"), "E362", 4, ["「shortcuts:」"]),
    (FULL.replace("rows:", "rows"), "E343", 10, ["沒有冒號", "rows:"]),
    (FULL.replace("sections:", "sections"), "E343", 4, ["沒有冒號", "sections:"]),
    (top("transcription_notes\n  - 原文件缺頁。\n"), "E343", 4, ["沒有冒號", "transcription_notes:"]),
    (FULL.replace("- heading: 壹", "  heading: 壹"), "E354", 5, ["少了「- 」", "- heading: 壹"]),
    (FULL.replace("- heading: 壹", "heading: 壹"), "E354", 5, ["少了「- 」"]),
    (FULL.replace("- heading: 貳", "heading: 貳"), "E354", 9, ["少了「- 」", "- heading: 貳"]),
    (HEAD + "      - do: 1. 推廣\n電子帳單。\n        who: 業務組\n", "E363", 13, ["第 12 行", "向右移", "接成一行"]),
    (rows(SPLIT), "E363", 13, ["向右移"]),
    (rows(SPLIT.replace("電子", "  電子")), "E363", 13, ["向右移"]),
    (rows("- do:\n  1. 推廣電子帳單。\n"), "E363", 13, ["向右移"]),
    (rows("- do:\n1. 推廣電子帳單。\n"), "E363", 13, ["向右移"]),
    (rows("- do: 1. 推廣電子帳單。\n  who: 業務組、\n  電務組\n"), "E363", 14, ["向右移"]),
    (rows("- do: 1. 推廣\n\n  電子帳單，\n  簡訊帳單。\n"), "E363", 14, ["第 12 行", "向右移"]),
    (HEAD.replace("處114", "處\n114"), "E363", 2, ["第 1 行", "向右移"]),
    (FULL.replace("        when: 隨時辦理\n      - item", "when: 隨時辦理\n      - item"), "E351", 14, ["向右移 8 格"]),
    (FULL.replace("        when: 隨時辦理\n      - item", "    id: m-1\n      - item"), "E351", 14, ["向右移 4 格"]),
    # Rows that are not written as rows.
    (FULL.replace("- do: 2. 到府", "2. 到府"), "E364", 16, ["少了「- do:」", "改為：- do: 2. 到府服務。"]),
    (FULL.replace("      - do: 2. 到府", "2. 到府"), "E364", 16, ["改為：- do: 2. 到府服務。"]),
    (FULL.replace("- do: 2. 到府服務。", "到府服務。\t電務組\t隨時辦理"), "E364", 16, ["改為：- do: 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "2. do: 到府"), "E364", 16, ["改為：- do: 2. 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "- 2. do: 到府"), "E364", 16, ["改為：- do: 2. 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "- 2. 到府"), "E364", 16, ["改為：- do: 2. 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "－ 2. 到府"), "E364", 16, ["改為：- do: 2. 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "-2. 到府"), "E364", 16, ["改為：- do: 2. 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "● 2. 到府"), "E364", 16, ["改為：- do: 2. 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "◎ 到府"), "E364", 16, ["改為：- item: ◎ 到府服務。"]),
    (FULL.replace("- do: 2. 到府", "- -do: 2. 到府"), "E366", 16, ["：- do: 2."]),
    (FULL.replace("- item: 甲", "- 甲"), "E364", 15, ["少了「- item:」", "改為：- item: 甲."]),
    (FULL.replace("- do: 2. 到府", "- - do: 2. 到府"), "E366", 16, ["多了一個「- 」", "：- do: 2."]),
    (FULL.replace("- do: 2", "// 見 https://a.tw\n      - do: 2"), "E365", 16, ["註解用半形的 #", "# 見 https://a.tw"]),
    (FULL.replace("      - do: 2", "<!-- 舊的 -->\n      - do: 2"), "E365", 16, ["註解用半形的 #", "# 舊的"]),
    (FULL.replace("rows:", "rows:\n      // 舊的"), "E365", 11, ["註解用半形的 #"]),
    (FULL.replace("- h1: 一", "一"), "E364", 11, ["少了「- h1:」", "- h1: 一、基礎服務"]),
    (FULL.replace("text: |", "text: ｜"), "E367", 6, ["「｜」", "text: |"]),
    (top("transcription_notes:\n  - 原文件\n  缺頁。\n"), "E363", 6, ["第 5 行", "向右移"]),
]


@pytest.mark.parametrize(("text", "code", "line", "words"), MISTAKES)
def test_a_first_mistake_is_told_once_with_what_to_do(text: str, code: str, line: int, words: list[str]) -> None:
    problems = plan_problems(text)
    assert [(problem.place.line, problem.code) for problem in problems] == [(line, code)]
    assert [word for word in words if word not in said(problems[0])] == []


COPIED = [
    (adopted("113-01-14"), "W160", 2, ["113-01-14", "本年度"]),
    (legal("一、依據本公司113年1月6日函辦理。"), "W161", 7, ["去年的 113 年", "114 年"]),
    (legal("一、依據本公司114年1月6日業字第1138001255號函辦理。"), "W162", 7, ["1138001255", "文號"]),
    (rows("- do: 1. 推廣電子帳單。\n  unsure: 原表部門跨列。\n"), "W164", 13, ["unsure", "去年"]),
]


@pytest.mark.parametrize(("text", "code", "line", "words"), COPIED)
def test_what_is_left_of_last_year_is_told_at_its_line(text: str, code: str, line: int, words: list[str]) -> None:
    problems = plan_problems(text, LAST_YEAR)
    assert [(problem.place.line, problem.code) for problem in problems] == [(line, code)]
    assert [word for word in words if word not in said(problems[0])] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("departments:\n  - name: 業務組\n  - name: 業務組\n", "3:11 E110 業務組"),
        ("departments:\n", "1:1 E207 departments"),
        ("departments:\n  - name：業務組\n", "2:9 E340 ："),
        ("departments:\n  - name: 業務組\n    collective: 是\n", "3:17 E210 是"),
        ("organisation: 示範公司\n", "1:15 E111 示範公司"),
        ("name: ○○處\n", "1:7 W123 ○○"),
        ("contact:\n  phone: 082-325101\n", "2:3 E201 phone"),
        ("contact:\n  telephone: 洽總機\n", "2:14 E509 洽總機"),
        ("contact:\n  telephone: 0912-345-678\n", "2:14 W502 0912-345-678"),
        ("contact:\n  email: service.example.gov.tw\n", "2:10 E508 service.example.gov.tw"),
        ("contact:\n  email: wang@gmail.com\n", "2:10 W503 wang@gmail.com"),
        ("contact:\n  website: www.example.gov.tw\n", "2:12 E507 www.example.gov.tw"),
    ],
)
def test_a_first_mistake_in_an_office_file_is_told_once(text: str, expected: str) -> None:
    assert of_office(text) == [expected]
