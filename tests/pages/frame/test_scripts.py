import gzip
import re
from collections.abc import Iterator

import pytest

from planpress.pages.frame.scripts import ANSWER, FIRST, LATER, compact, joined, served
from tests.projects import ROOT

FOLDER = ROOT / "theme" / "site" / "assets" / "search"
MODULES = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.js")}


def imports(name: str) -> Iterator[str]:
    """The modules that a module imports before it runs."""
    for line in MODULES[name].splitlines():
        if line.startswith("import "):
            found = re.fullmatch(r'import \{ \w+(?:, \w+)* \} from "\./(\w+\.js)";', line)
            assert found, f"{name}: {line}"
            yield found[1]


def test_what_only_explains_is_not_sent() -> None:
    script = '// why\nconst a = "// no comment";\n  /** of\n   * several lines\n   */\n  a(); // beside\n\nb();\n'
    assert compact(script) == 'const a="// no comment";a();b();\n'


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        ("const a = /** @type {number} */ (b) ;", "const a=(b);"),
        ("if (a === b) return `${c} - d` ;", "if(a===b)return`${c} - d`;"),
        ('say("a : b", \'c ? "d\', "\\" , ");', 'say("a : b",\'c ? "d\',"\\" , ");'),
        ("`one\n  // two ${ a + `${ b } c` } d`", "`one\n  // two ${a+`${b} c`} d`"),
        ('text.replace(/ "a , b[/ ] | \\/ /gu, c)', 'text.replace(/ "a , b[/ ] | \\/ /gu,c)'),
        ("a( `${ b } ${ c }\n\n${ d }` )", "a(`${b} ${c}\n\n${d}`)"),
        ("return / a  b/.test(c)", "return/ a  b/.test(c)"),
        ("const half = (a + b) / 2 , c = d / 2", "const half=(a+b)/2,c=d/2"),
        ("a + +b - -c / /d/", "a+ +b- -c/ /d/"),
        ("class A { #b = 1 ; static #c; get 丁() {} }", "class A{#b=1;static #c;get 丁(){}}"),
        ("a\nb\n(c)\n", "a\nb\n(c)"),
        ("return /* a\n */ b", "return\nb"),
        ("f(\n  a,\n  b\n)\n{\n  c;\n}\n", "f(a,b)\n{c;}"),
    ],
)
def test_blanks_go_where_they_mean_nothing(script: str, kept: str) -> None:
    assert compact(script) == f"{kept}\n"


def test_modules_are_joined_with_what_they_import() -> None:
    modules = {
        "a.js": 'import { c } from "./c.js";\nimport { b } from "./b.js";\na(b, c);\nimport("./late.js");\n',
        "b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
        "c.js": "export const c = 1;\n",
        "late.js": 'import { b } from "./b.js";\nimport { d } from "./later.js";\nd(b);\nimport("./c.js");\n',
        "later.js": "export const d = 2;\n",
        "notes.js": "",
    }
    assert joined(modules, ("c.js", "b.js", "a.js"), ("late.js", "later.js")) == {
        "a.js": 'export const c = 1;\nexport const b = c;\na(b, c);\nimport("./late.js");\n',
        "late.js": 'import { b } from "./a.js";\nimport { d } from "./later.js";\nd(b);\nimport("./a.js");\n',
        "later.js": "export const d = 2;\n",
    }


def test_joined_modules_import_a_name_of_another_once() -> None:
    modules = {
        "a.js": 'import { x, y } from "./other.js";\nexport const a = x + y;\n',
        "b.js": 'import { a } from "./a.js";\nimport { z, y } from "./other.js";\na(y, z);\n',
    }
    assert joined(modules, ("a.js", "b.js"), ()) == {
        "b.js": 'import { x, y, z } from "./other.js";\nexport const a = x + y;\na(y, z);\n',
    }


def test_the_written_list_is_all_there_is_each_after_what_it_imports() -> None:
    assert sorted((*FIRST, *ANSWER, *LATER)) == sorted(MODULES)
    before: tuple[str, ...] = ()
    for name in (*FIRST, *ANSWER):
        assert set(imports(name)) <= set(before), name
        before = (*before, name)
    for name in LATER:
        assert set(imports(name)) <= set(MODULES), name


@pytest.mark.parametrize("whole", [FIRST, ANSWER])
def test_a_module_that_is_joined_is_one_that_the_whole_needs(whole: tuple[str, ...]) -> None:
    needed, pending = set(), [whole[-1]]
    while pending:
        name = pending.pop()
        needed.add(name)
        pending += imports(name)
    assert set(whole) <= needed <= {*FIRST, *whole}


def test_what_is_loaded_later_is_there() -> None:
    loaded = {name for text in MODULES.values() for name in re.findall(r'await import\("\./(\w+\.js)"\)', text)}
    assert loaded <= {*ANSWER, *LATER}
    assert loaded | {name for module in LATER for name in imports(module)} >= {ANSWER[-1], *LATER}


@pytest.mark.parametrize("whole", [FIRST, ANSWER])
def test_no_name_stands_at_the_top_of_two_joined_modules(whole: tuple[str, ...]) -> None:
    top = r"(?m)^(?:export )?(?:async )?(?:const|let|class|function) ([\w$]+)"
    names = [name for file in whole for name in re.findall(top, MODULES[file])]
    assert len(names) > 20
    assert len(names) == len(set(names))


def test_the_script_to_start_with_is_small() -> None:
    assert len(gzip.compress(served(MODULES)[FIRST[-1]].encode(), 9)) <= 7_500
