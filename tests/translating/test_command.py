import json
from pathlib import Path

import pytest

from planpress.cli.commands import main
from tests.projects import PLAN, project, tree, write

EN = "content/locales/en/LC_MESSAGES/plans.po"
ENTRY = '#: offices/sample/114/plan.yml:{line}\nmsgid "{chinese}"\nmsgstr "{english}"\n\n'
TRANSLATED = "".join(
    ENTRY.format(line=line, chinese=chinese, english=english)
    for line, chinese, english in (
        (1, "示範處114年度服務計畫", "Sample Office 2025 Service Plan"),
        (4, "具體作法", "Measures"),
        (6, "基礎服務", "Basic services"),
        (7, "推廣電子帳單。", "Promote e-bills."),
        (10, "到府服務。", "Home visits."),
    )
)
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path, {EN: HEADER + TRANSLATED})


def run(root: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["translate", *arguments], root)
    said = capsys.readouterr()
    return code, said.out, said.err


def change(root: Path, old: str, new: str) -> None:
    write(root, "offices/sample/114/plan.yml", PLAN.replace(old, new))


def test_a_first_run_makes_the_catalogue(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / EN).unlink()
    assert run(root, capsys=capsys) == (
        0,
        f"{EN}：已更新；共 5 句，過期 0 句，未譯 5 句；不再使用而保留 0 句。\n",
        "",
    )
    assert '#: offices/sample/114/plan.yml:7\nmsgid "推廣電子帳單。"\nmsgstr ""\n' in (root / EN).read_text("utf-8")


def test_a_run_without_news_does_not_touch_the_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(root, capsys=capsys)
    before = (root / EN).stat().st_mtime_ns
    assert run(root, "--lang", "en", capsys=capsys)[1] == (
        f"{EN}: unchanged; 5 texts, 0 stale, 0 missing; 0 kept that no plan says any more.\n"
    )
    assert (root / EN).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("file", "content"),
    [("offices/sample/114/plan.yml", "title: [\n"), (EN, 'msgid "x'), ("content/locales/en/LC_MESSAGES/terms.po", '"')],
)
def test_nothing_is_touched_while_a_file_cannot_be_read(
    root: Path, file: str, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, file, content)
    before = (root / EN).read_bytes()
    code, out, err = run(root, capsys=capsys)
    assert (code, out) == (1, "")
    assert "有檔案無法讀取" in err
    assert (root / EN).read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        'msgid ""\nmsgstr "Plural-Forms: nplurals=99999999; plural=n;\\n"\n',
        f'#: offices/sample/114/plan.yml:{"9" * 5_000}\nmsgid "甲"\nmsgstr "A"\n',
        f'msgid "{"一" * 9_999}"\nmsgstr "{"a" * 1_000_000}"\n',
        'msgid "甲"\nmsgid_plural "甲"\nmsgstr[99999] "A"\n',
        HEADER + ENTRY.format(line=1, chinese="甲", english="A") * 2,
        'msgid "\udcff"\n',
        "\0" * 100,
    ],
    ids=["forms", "reference", "length", "form", "twice", "bytes", "nulls"],
)
@pytest.mark.parametrize("name", ["plans", "terms", "interface"])
def test_a_hostile_catalogue_is_told_and_left_alone(
    root: Path, name: str, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / EN.replace("plans", name)
    path.write_bytes(content.encode(errors="surrogateescape"))
    before = tree(root / "content")
    code, out, err = run(root, "--lang", "en", capsys=capsys)
    assert code == 1
    assert "Some files cannot be read" in out + err
    for arguments in (["--status"], ["--suggest"]):
        assert "Traceback" not in "".join(run(root, *arguments, capsys=capsys)[1:])
    assert tree(root / "content") == before


@pytest.mark.parametrize("name", ["plans.po", "terms.po", ""])
def test_nothing_is_written_through_a_link(
    tmp_path: Path, root: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = (root / EN).parent
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    if name:
        outside.write_text(HEADER, "utf-8")
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(outside)
    else:
        folder.rename(outside)
        folder.symlink_to(outside, target_is_directory=True)
    before = outside.read_bytes() if name else tree(outside)
    code, out, err = run(root, "--lang", "en", capsys=capsys)
    assert (code, "Some files cannot be read" in out + err) == (1, True)
    assert before == (outside.read_bytes() if name else tree(outside))


def test_a_text_that_no_catalogue_may_hold_gets_no_entry(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "到府服務。", "\n          ".join(["服務" * 2_000] * 3))
    for _ in range(2):
        assert run(root, capsys=capsys)[0] == 0
    assert "服務服務" not in (root / EN).read_text("utf-8")


def test_the_status_is_a_table(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "電子帳單。", "電子帳單及簡訊。")
    write(
        root,
        "offices/sample/99/plan.yml",
        PLAN.replace("114年度", "99年度").replace("到府服務。", "全新的作法甲乙丙。"),
    )
    assert run(root, "--status", capsys=capsys)[1].splitlines() == [
        "計畫與成果  語言  已譯  過期  未譯  待譯字數  完成",
        "sample/99   en       3     0     2        20   60%",
        "sample/114  en       4     1     0        10   80%",
        "合計        en       7     1     2        30   70%",
    ]
    assert run(root, "--status", "--lang", "en", capsys=capsys)[1].splitlines()[0] == (
        "Plan or results  Language  Translated  Stale  Missing  Characters left  Done"
    )


def test_results_that_are_public_count_and_get_suggestions_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assessment = "kind: 自行考核\nhalf: 1\nvisibility: {}\nsummary: 推廣電子帳單與簡訊。\n"
    write(root, "offices/sample/114/assessments/1.yml", assessment.format("public"))
    write(root, "offices/sample/114/assessments/2.yml", assessment.format("internal"))
    survey = "surveys: [{name: 用戶滿意度調查, year: 114, visibility: public, percentage: 90}]\n"
    write(root, "offices/sample/satisfaction.yml", survey)
    assert run(root, "--status", capsys=capsys)[1].splitlines()[1:] == [
        "sample/114                en       5     0     0         0  100%",
        "sample/114/assessments/1  en       0     0     1        10    0%",
        "sample/satisfaction       en       0     0     1         7    0%",
        "合計                      en       5     0     2        17   71%",
    ]
    (_, result, of_office) = json.loads(run(root, "--status", "--format", "json", capsys=capsys)[1])
    assert (result["file"], result["year"]) == ("offices/sample/114/assessments/1.yml", 114)
    assert (of_office["file"], of_office["year"]) == ("offices/sample/satisfaction.yml", None)
    assert "offices/sample/114/assessments/1.yml:4  en" in run(root, "--suggest", capsys=capsys)[1]


def test_the_status_is_json_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "電子帳單。", "電子帳單及簡訊。")
    assert json.loads(run(root, "--status", "--format", "json", capsys=capsys)[1]) == [
        {
            **{"file": "offices/sample/114/plan.yml", "office": "sample", "year": 114, "language": "en"},
            **{"translated": 4, "stale": 1, "missing": 0, "characters_left": 10, "percent": 80},
        }
    ]


def test_suggestions_help_with_what_is_missing_and_fill_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "content/locales/en/LC_MESSAGES/terms.po", 'msgid "簡訊"\nmsgstr "text message"\n')
    write(
        root,
        "offices/sample/99/plan.yml",
        PLAN.replace("電子帳單。", "電子帳單及簡訊。").replace("到府服務。", "甲乙丙丁。"),
    )
    before = (root / EN).read_bytes()
    assert run(root, "--suggest", capsys=capsys)[1].splitlines() == [
        "offices/sample/99/plan.yml:7  en",
        "  推廣電子帳單及簡訊。",
        "   82%  推廣電子帳單。",
        "        Promote e-bills.",
        "  用語  簡訊 = text message",
        "offices/sample/99/plan.yml:10  en",
        "  甲乙丙丁。",
        "        （沒有相近的譯句）",
    ]
    [first, second] = json.loads(run(root, "--suggest", "--format", "json", capsys=capsys)[1])
    assert (first["file"], first["line"], first["text"]) == ("offices/sample/99/plan.yml", 7, "推廣電子帳單及簡訊。")
    assert [each["translation"] for each in first["neighbours"]] == ["Promote e-bills."]
    assert (first["terms"], second["neighbours"]) == ({"簡訊": "text message"}, [])
    assert (root / EN).read_bytes() == before


def test_a_sentence_of_several_plans_is_listed_once_and_obsolete_ones_help(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (root / EN).open("a", encoding="utf-8") as file:
        file.write('#~ msgid "到府、到點服務"\n#~ msgstr "Visits"\n')
    terms = "".join(f'msgid "{term}"\nmsgstr "{term}!"\n\n' for term in ("服務", "點", "到府"))
    write(root, "content/locales/en/LC_MESSAGES/terms.po", terms)
    for year in (98, 99):
        write(
            root,
            f"offices/sample/{year}/plan.yml",
            PLAN.replace("114年度", "").replace("到府服務。", "到府及到點服務。"),
        )
    write(root, "offices/sample/114/plan.yml", PLAN.replace("到府服務。", "推廣電子帳單。"))
    found = json.loads(run(root, "--suggest", "--format", "json", capsys=capsys)[1])
    assert [(each["file"], each["text"]) for each in found] == [
        ("offices/sample/98/plan.yml", "示範處服務計畫"),
        ("offices/sample/98/plan.yml", "到府及到點服務。"),
    ]
    assert found[1]["neighbours"][0]["text"] == "到府、到點服務"
    assert list(found[1]["terms"]) == ["到府", "點", "服務"]


def test_nothing_missing_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "電子帳單。", "電子帳單及簡訊。")  # stale is not missing
    assert run(root, "--suggest", capsys=capsys)[1] == "English：沒有未譯的句子。\n"


def test_check_and_build_warn_at_the_chinese_before_and_after_the_update(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, "電子帳單。", "電子帳單及簡訊。")
    place = "offices/sample/114/plan.yml:7:16  W601"
    for command in (["check"], ["--jobs", "1"], ["translate"], ["check"], ["--jobs", "1"]):
        assert main(command, root) == 0
        assert (place in capsys.readouterr().err) == (command != ["translate"])
    page = (root / "site" / "en" / "sample" / "114" / "index.html").read_text("utf-8")
    assert ">推廣電子帳單及簡訊。</span>" in page
    assert "Promote e-bills" not in page
    assert "Home visits." in page


def test_the_help_is_in_both_languages(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "翻譯進度" in run(root, "--help", capsys=capsys)[1]
    assert "how far each plan is" in run(root, "--help", "--lang", "en", capsys=capsys)[1]


def test_translations_of_what_a_revision_replaced_stay_in_use_and_nobody_asks_for_more(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "offices/sample/114/revisions/1.yml", PLAN.replace("基礎服務", "基本服務"))
    changed = PLAN.replace("2. 到府服務。", "2. 櫃台。") + "revision: {number: 1, date: 114-06-30}\n"
    write(root, "offices/sample/114/plan.yml", changed)
    assert run(root, capsys=capsys)[0] == 0
    text = (root / EN).read_text("utf-8")
    assert '#: offices/sample/114/revisions/1.yml:10\nmsgid "到府服務。"\nmsgstr "Home visits."\n' in text
    (plan,) = json.loads(run(root, "--status", "--format", "json", capsys=capsys)[1])
    assert plan["translated"] + plan["stale"] + plan["missing"] == 5
