import gzip

from planpress.scripts import compact
from tests.projects import ROOT

FOLDER = ROOT / "theme" / "site" / "assets" / "search"
ON_DEMAND = {"suggest.js"}


def test_what_only_explains_is_not_sent() -> None:
    script = '// why\nconst a = "// no comment";\n  /** of\n   * several lines\n   */\n  a(); // beside\n\n'
    assert compact(script) == 'const a = "// no comment";\na(); // beside\n'


def test_no_text_of_a_script_spans_lines() -> None:
    for path in FOLDER.glob("*.js"):
        assert all(line.count("`") % 2 == 0 for line in compact(path.read_text("utf-8")).split("\n")), path


def test_what_a_first_answer_needs_is_small() -> None:
    sizes = {
        path.name: len(gzip.compress(compact(path.read_text("utf-8")).encode(), 9))
        for path in FOLDER.glob("*.js")
        if path.name not in ON_DEMAND
    }
    assert sum(sizes.values()) < 11_000, sizes
