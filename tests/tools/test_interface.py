from pathlib import Path

import pytest

from planpress.editions.catalogue import Catalogue, Entry
from planpress.editions.po_writer import new_catalogue, written
from planpress.model.dates import RocDate
from planpress.model.language import EN
from planpress.pages.frame.templates import environment
from planpress.settings import Settings
from planpress.tools.interface import TEMPLATE_OPTIONS, interface_messages, main, message_of, with_messages
from tests.catalogues import catalogue_of

ROOT = Path(__file__).parents[2]


def site(root: Path, template: str, program: str = "") -> Path:
    (root / "theme" / "site" / "parts").mkdir(parents=True, exist_ok=True)
    (root / "planpress").mkdir(exist_ok=True)
    (root / "content" / "locales" / "en" / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    (root / "theme" / "site" / "parts" / "page.html").write_text(template, "utf-8")
    (root / "planpress" / "pages.py").write_text(program, "utf-8")
    return root / "content" / "locales" / "en" / "LC_MESSAGES" / "interface.po"


def test_templates_and_program_are_searched(tmp_path: Path) -> None:
    site(
        tmp_path,
        "{{ _('首頁') }}{% trans name=x %}關於{{ name }}{% endtrans %}"
        "{% trans count=n %}{{ count }}項{% pluralize %}{{ count }}項{% endtrans %}",
        '_("首頁")\nself.gettext("電話")\nedition.ngettext("%(num)s件", "%(num)s件", 2)\n',
    )
    assert dict(interface_messages(tmp_path)) == {
        ("%(count)s項", "%(count)s項"): ("theme/site/parts/page.html",),
        ("%(num)s件", "%(num)s件"): ("planpress/pages.py",),
        "關於%(name)s": ("theme/site/parts/page.html",),
        "電話": ("planpress/pages.py",),
        "首頁": ("planpress/pages.py", "theme/site/parts/page.html"),
    }


def test_a_broken_template_is_not_passed_over(tmp_path: Path) -> None:
    site(tmp_path, "{{ _('首頁' }}")
    with pytest.raises(Exception, match="unexpected"):
        interface_messages(tmp_path)


def known(*entries: Entry) -> Catalogue:
    return Catalogue(new_catalogue("en").header, entries)


def test_new_messages_come_in_untranslated_and_translations_stay() -> None:
    before = known(Entry("首頁", ("Home",), comments=("the front page",)))
    catalogue = with_messages(before, {"首頁": ["a.html"], "%(n)s頁": ["b.html"], ("%(n)s項", "項"): ["b.html"]})
    assert [(entry.msgid, entry.plural, entry.strings, entry.flags) for entry in catalogue.entries] == [
        ("首頁", None, ("Home",), ()),
        ("%(n)s頁", None, ("",), ("python-format",)),
        ("%(n)s項", "項", ("", ""), ("python-format",)),
    ]
    assert "# the front page\n#: a.html\n" in written(catalogue)


def test_a_new_message_has_as_many_forms_as_its_language() -> None:
    before = catalogue_of(written(new_catalogue("ja")))
    assert with_messages(before, {("項", "項"): ["a.html"]}).entries[0].strings == ("",)


def test_what_the_site_no_longer_says_is_obsolete_and_comes_back() -> None:
    before = known(Entry("首頁", ("Home",)), Entry("語言", ("Language",)), Entry("全部", ("All",)), Entry("無"))
    text = written(with_messages(before, {"電話": ["a.html"]}))
    assert [line for line in text.splitlines() if line.startswith("#~")] == [
        *('#~ msgid "全部"', '#~ msgstr "All"'),
        *('#~ msgid "語言"', '#~ msgstr "Language"'),
        *('#~ msgid "首頁"', '#~ msgstr "Home"'),
    ]
    again = written(with_messages(catalogue_of(text), {"電話": ["a.html"], "首頁": ["a.html"]}))
    assert '\nmsgid "首頁"\nmsgstr "Home"\n' in again
    assert '#~ msgid "首頁"' not in again


def test_a_second_run_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site(tmp_path, "{{ _('網站導覽') }}{{ _('首頁') }}{{ ngettext('%(num)s項', '%(num)s項', n) }}")
    main(tmp_path)
    assert capsys.readouterr().out == "content/locales/en/LC_MESSAGES/interface.po: 3 messages, 3 to translate\n"
    first = path.read_bytes().replace(
        b'msgid "\xe9\xa6\x96\xe9\xa0\x81"\nmsgstr ""', 'msgid "首頁"\nmsgstr "Home"'.encode()
    )
    path.write_bytes(first)
    main(tmp_path)
    assert path.read_bytes() == first
    assert capsys.readouterr().out.endswith(": 3 messages, 2 to translate\n")


def test_a_broken_catalogue_is_left_alone(tmp_path: Path) -> None:
    path = site(tmp_path, "{{ _('首頁') }}")
    path.write_text('msgid "首頁\n', "utf-8")
    with pytest.raises(SystemExit, match=r"interface\.po:1: E601"):
        main(tmp_path)
    assert path.read_text("utf-8") == 'msgid "首頁\n'


def test_templates_are_searched_as_they_are_rendered() -> None:
    rendering = environment(Settings(ROOT, "https://example.org/", {}, (EN,), ROOT, RocDate(114, 1, 1).first_day))
    assert rendering.trim_blocks == (TEMPLATE_OPTIONS["trim_blocks"] == "true")
    assert rendering.lstrip_blocks == (TEMPLATE_OPTIONS["lstrip_blocks"] == "true")
    assert not rendering.policies["ext.i18n.trimmed"]
    assert not rendering.keep_trailing_newline
    assert "jinja2.ext.InternationalizationExtension" in rendering.extensions


def test_the_english_interface_is_complete_and_holds_nothing_else() -> None:
    path = ROOT / "content" / "locales" / "en" / "LC_MESSAGES" / "interface.po"
    catalogue = catalogue_of(path.read_text("utf-8"))
    said = set(interface_messages(ROOT))
    known = {message_of(entry) for entry in catalogue.entries}
    translated = {message_of(entry) for entry in catalogue.entries if entry.is_current}
    assert sorted(map(str, said - known)) == [], "run python -m planpress.tools.interface, then translate what is new"
    assert sorted(map(str, known - said)) == [], "run python -m planpress.tools.interface"
    assert sorted(map(str, said - translated)) == [], "to be translated"
