import gzip
import re

import pytest

from planpress.pages.scripts import compact, joined
from tests.projects import ROOT

FOLDER = ROOT / "theme" / "site" / "assets" / "search"
MODULES = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.js")}
START = "page.js"
SERVED = {name: compact(text) for name, text in joined(MODULES, START).items()}


def test_what_only_explains_is_not_sent() -> None:
    script = '// why\nconst a = "// no comment";\n  /** of\n   * several lines\n   */\n  a(); // beside\n\n'
    assert compact(script) == 'const a="// no comment";\na();\n'


@pytest.mark.parametrize(
    ("script", "served"),
    [
        ("const a = /** @type {number} */ (b) ;", "const a=(b);"),
        ("if (a === b) return `${c} - d` ;", "if(a===b)return `${c} - d`;"),
        ('say("a : b", \'c ? "d\', "\\" , ");', 'say("a : b",\'c ? "d\',"\\" , ");'),
        ('text.replace(/ "a , b[/ ] | \\/ /gu, c)', 'text.replace(/ "a , b[/ ] | \\/ /gu,c)'),
        ("const half = (a + b) / 2 , c = d / 2", "const half=(a+b)/ 2,c=d / 2"),
    ],
)
def test_blanks_go_but_not_in_texts_and_regular_expressions(script: str, served: str) -> None:
    assert compact(script) == f"{served}\n"


def test_modules_are_joined_with_what_they_import() -> None:
    modules = {
        "a.js": 'import { c } from "./c.js";\nimport { b } from "./b.js";\na(b, c);\nimport("./late.js");\n',
        "b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
        "c.js": "export const c = 1;\n",
        "late.js": 'import { b } from "./b.js";\nimport { d } from "./later.js";\nd(b);\n',
        "later.js": "export const d = 2;\n",
    }
    assert joined(modules, "a.js") == {
        "a.js": 'export const c = 1;\nexport const b = c;\na(b, c);\nimport("./late.js");\n',
        "late.js": 'import { b } from "./a.js";\nimport { d } from "./later.js";\nd(b);\n',
        "later.js": "export const d = 2;\n",
    }


def test_no_name_stands_at_the_top_of_two_joined_modules() -> None:
    top = r"(?m)^(?:export )?(?:async )?(?:const|let|class|function) ([\w$]+)"
    names = [
        name for file, text in MODULES.items() if file == START or file not in SERVED for name in re.findall(top, text)
    ]
    assert len(names) > 20
    assert len(names) == len(set(names))


def test_no_text_of_a_script_spans_lines_or_holds_another() -> None:
    for name, text in SERVED.items():
        assert all(line.count("`") % 2 == 0 for line in text.split("\n")), name
        assert re.search(r"`[^`\n]*\$\{[^}`]*`", text) is None, name


def test_what_a_first_answer_needs_is_small() -> None:
    assert len(gzip.compress(SERVED[START].encode(), 9)) <= 6_000
