"""What ``build.py check --accessibility`` says, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class AccessibilityTexts:
    """Every sentence; the braces name what is filled in."""

    check_help: str
    every_help: str
    record_help: str
    alone: str
    installing: str
    no_modules: str
    no_axe: str
    no_browser: str
    looking: str
    static: str
    browser: str
    not_looked: str
    recorded: str


ACCESSIBILITY_TEXTS: Final[Mapping[str, AccessibilityTexts]] = MappingProxyType(
    {
        "zh-Hant": AccessibilityTexts(
            check_help="另檢查建好的網頁是否無障礙：檢測碼，並以瀏覽器（axe、200% 文字、320 像素、文字間距）檢測。",
            every_help="配合 --accessibility：瀏覽器檢測每一頁，不只各類最長的一頁。",
            record_help="把結果記入 content/：配合 --accessibility 供檢測報告與聲明，配合 --site 供查核項目。",
            alone="--every-page 須配合 --accessibility，--record 須配合 --accessibility 或 --site。",
            installing="第一次以瀏覽器檢測，正在安裝所需的套件（只需一次）…",
            no_modules="瀏覽器檢測所需的套件未能安裝，只做了靜態檢測。",
            no_axe="找不到 axe（axe.min.js），只做了靜態檢測；請執行 npm ci --prefix tests/browser。",
            no_browser=(
                "這台電腦沒有可用的瀏覽器（{reason}），只做了靜態檢測；"
                "請安裝 Chrome、Edge 或 Chromium，或以環境變數 PLANPRESS_CHROMIUM 指定位置。"
            ),
            looking="以瀏覽器檢測網頁",
            static="靜態檢測：{pages} 頁（全部），{tested} 個檢測碼有對象，其中 {wrong} 個不合格、{left} 個沒有對象。",
            browser=(
                "瀏覽器檢測：{pages} 頁（{kinds} 類網頁，每種語言各取最長的一頁；全部 {all} 頁），"
                "axe {axe}、{browser}，{wrong} 處不通過，{unsure} 處待人判斷。"
            ),
            not_looked="瀏覽器檢測：未做。",
            recorded="已記入 {file}；請一併提交至 git。",
        ),
        "en": AccessibilityTexts(
            check_help=(
                "Check the finished pages for accessibility: Taiwan's check codes, and in a browser axe, text at "
                "200 %, 320 pixels and text spacing."
            ),
            every_help="With --accessibility: the browser looks at every page, not only the longest of each kind.",
            record_help=(
                "Keep the outcome in content/: with --accessibility for the report and the accessibility statement, "
                "with --site for the page of checks."
            ),
            alone="--every-page goes with --accessibility, --record with --accessibility or --site.",
            installing="First check in a browser: installing what it needs (once) …",
            no_modules="The packages for a browser could not be installed; only the static rules have run.",
            no_axe="There is no axe (axe.min.js); only the static rules have run. Run npm ci --prefix tests/browser.",
            no_browser=(
                "No browser can be had on this computer ({reason}); only the static rules have run. Install Chrome, "
                "Edge or Chromium, or let the variable PLANPRESS_CHROMIUM name one."
            ),
            looking="Looking at pages in a browser",
            static=(
                "Static rules: {pages:page|pages} (all); {tested:check code|check codes} had something to look at, "
                "not met: {wrong}; {left} had nothing."
            ),
            browser=(
                "Browser: {pages:page|pages} ({kinds:kind|kinds}, the longest of each in every language; "
                "{all} in all), axe {axe}, {browser}: {wrong:failure|failures}, {unsure} left to people."
            ),
            not_looked="Browser: did not look.",
            recorded="Written into {file}; commit it with the rest.",
        ),
    }
)
