"""The documentation of every problem code, from the catalogue.

``python -m planpress.tools.problem_docs`` writes ``docs/zh-Hant/problems.md`` and ``docs/en/problems.md``; a test holds
that they are current.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planpress.problems.catalogue import Context, ProblemCode, codes, subject
from planpress.problems.report import fill


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a page says besides the codes; ``subjects`` by the first digit of a code."""

    title: str
    intro: str
    wrong: str
    right: str
    errors: str
    warnings: str
    subjects: tuple[str, ...]


_TEXTS: Final = {
    "zh-Hant": _Texts(
        title="資料檢查的問題代碼",
        intro="`build.py check` 檢查 `offices/` 與 `content/` 之下的資料檔，"
        "並指出每個問題的檔名、行、欄與改正方法；`build.py check --site` 另檢查建好的網頁（E7、W7）。"
        "E 開頭為錯誤，改正前不會產生網站；W 開頭為警告，請查看是否有誤，網站仍會產生。",
        wrong="錯誤寫法",
        right="正確寫法",
        errors="{subject}：錯誤",
        warnings="{subject}：警告",
        subjects=(
            "計畫的內容",
            "鍵與值",
            "檔案與 YAML",
            "資料夾與設定",
            "不應公開的內容",
            "譯文",
            "網頁",
            "文件",
            "主題與分類",
            "成果、調查、指標與條款",
        ),
    ),
    "en": _Texts(
        title="Problem codes of the data check",
        intro="`build.py check` looks at the data below `offices/` and `content/` and names the file, "
        "line and column of each problem, and how to mend it; `build.py check --site` looks at the finished pages "
        "too (E7, W7). Codes with E are errors: no site is made before they "
        "are mended. Codes with W are warnings: look at them; the site is made.",
        wrong="Wrong",
        right="Right",
        errors="{subject}: errors",
        warnings="{subject}: warnings",
        subjects=(
            "What a plan says",
            "Keys and values",
            "The file and its YAML",
            "Folders and settings",
            "What must not be public",
            "Translations",
            "Pages",
            "Documents",
            "Topics and classes",
            "Results, surveys, indicators and clauses",
        ),
    ),
}


_FENCES: Final = {
    Context.CATALOGUE: "po",
    Context.EXCEPTIONS: "text",
    Context.MARKDOWN: "markdown",
    Context.PAGE: "html",
    Context.BROWSER: "html",
    Context.FOLDER: "text",
    Context.BYTES: "text",
}
"""In which language an example is shown, unless it is YAML."""


def problem_page(language: str) -> str:
    """The page of one language, ``zh-Hant`` or ``en``, in Markdown. Every code has a heading of its own."""
    texts = _TEXTS[language]
    parts = [
        "<!-- python -m planpress.tools.problem_docs -->",
        f"# {texts.title}",
        texts.intro,
    ]
    chapter = ""
    for code, entry in codes().items():
        if code[:2] != chapter:
            chapter = code[:2]
            template = texts.errors if code.startswith("E") else texts.warnings
            parts.append("## " + template.format(subject=texts.subjects[subject(code) - 1]))
        parts.append(_entry(code, entry, language))
    return "\n\n".join(parts) + "\n"


def _entry(code: str, entry: ProblemCode, language: str) -> str:
    texts, wording, example = _TEXTS[language], entry.wording(language), entry.example
    fence = _FENCES.get(example.context, "yaml")
    return "\n\n".join(
        [
            f"### {code}",
            f"**{fill(wording.what, {})}**",
            wording.why,
            fill(wording.mend, {}),
            f"{texts.wrong}\n\n```{fence}\n{example.wrong}\n```",
            f"{texts.right}\n\n```{fence}\n{example.right}\n```",
        ]
    )


def main() -> None:
    """Write the page of every language."""
    for language in _TEXTS:
        page = Path("docs", language, "problems.md")
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(problem_page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
