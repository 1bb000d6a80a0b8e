from collections.abc import Callable

import pytest

from planpress.problems.catalogue import Context, codes, problem_code
from planpress.problems.report import fill
from planpress.tools import problem_docs
from tests import snippets

TRY: dict[Context, Callable[[str], list[str]]] = {
    Context.ROWS: snippets.of_rows,
    Context.PLAN: snippets.of_plan,
    Context.COPY: snippets.of_copy,
    Context.OFFICE: snippets.of_office,
    Context.ORGANISATIONS: snippets.of_organisations,
    Context.TOPICS: snippets.of_topics,
    Context.SERVICES: snippets.of_services,
    Context.ASSESSMENT: snippets.of_assessment,
    Context.CLAUSES: snippets.of_clauses,
    Context.DISCLOSURE: snippets.of_disclosure,
    Context.SATISFACTION: snippets.of_satisfaction,
    Context.INDICATORS: snippets.of_indicators,
    Context.ACCESSIBILITY: snippets.of_accessibility,
    Context.SYNONYMS: snippets.of_synonyms,
    Context.GLOSSARY: snippets.of_glossary,
    Context.PLACES: snippets.of_places,
    Context.REDIRECTS: snippets.of_redirects,
    Context.LINKS: snippets.of_links,
    Context.REVIEWS: snippets.of_reviews,
    Context.SETTINGS: snippets.of_settings,
    Context.CATALOGUE: snippets.of_catalogue,
    Context.EXCEPTIONS: snippets.of_exceptions,
    Context.ADDRESSES: snippets.of_addresses,
    Context.MARKDOWN: snippets.of_markdown,
    Context.PAGE: snippets.of_page,
}
SHOWN = [code for code, entry in codes().items() if entry.example.context in TRY]

# These need a folder or bytes; each has its test in the file named.
ELSEWHERE = {
    "source/attachments/test_figures.py": {"E122", "E123", "E124", "E125", "E127"},
    "test_blocks.py": {"W128"},
    "source/test_files.py": {"E301", "E407", "E408", "E409"},
    "source/text/test_source_text.py": {"E321", "E302", "E303", "E304", "E305", "E306", "W301"},
    "source/test_history.py": {"W411", "W412"},
    "test_redirects.py": {"W460"},
    "source/checks/test_addresses.py": {"E180", "W180", "W181"},
    "source/row_addresses/test_ids.py": {"W182", "W183"},
    "test_settings.py": {"E443", "E450", "E454"},
    "source/content/test_theme.py": {"E455"},
    "source/records/test_results.py": {"E019"},
    "editing/test_formatting.py": {"E370"},
    "editing/papers/test_reading.py": {"E371", "E372", "E373", "E374"},
    "editing/papers/test_files.py": {"E375", "E376"},
    "editing/sheet/test_import.py": {"E395", "E399", "E767"},
    "editing/register/test_import.py": {"E770", "W398"},
    "source/records/test_forms.py": {"E771"},
    "editing/sheet/test_reading.py": {"E397", "E760", "E761"},
    "editing/sheet/test_writing.py": {"E396"},
    "editing/sheet/test_cells.py": {
        "E398",
        "E762",
        "E763",
        "E764",
        "E765",
        "E766",
        "E768",
        "E769",
        "W394",
        "W395",
        "W397",
        "W399",
    },
    "editing/sheet/test_understanding.py": {"W396"},
    "publishing/test_probe.py": {
        *("E512", "E513", "E514", "E793", "E796", "E797", "E798", "E799", "W790", "W791", "W792", "W793", "W794"),
    },
    "publishing/test_watching.py": {"E772", "E773", "E774", "E775", "W775"},
    "editing/test_reviews.py": {"E176"},
    "publishing/test_links_check.py": {"E744", "E746", "E749", "W744", "W745", "W746", "W747", "W748"},
    "publishing/test_monitor_log.py": {"W776"},
    "publishing/test_fetching.py": {"E745", "E790", "E791", "E792", "E794", "E795"},
    "cli/test_accessibility.py": {"E732", "E733"},
    "accessibility/test_machine.py": {"E734", "W732"},
    "accessibility/test_record.py": {"E660"},
    "editing/review/test_review.py": {"E666"},
    "source/content/test_badge.py": {"E477", "E478", "W476", "W477"},
    "test_engine.py": {"E452"},
    "site_checks/test_rules.py": {"E741"},
    "site_checks/test_metadata.py": {"E753", "E755", "E756", "E757", "E758", "E759", "W755"},
    "overview/test_topics.py": {"W901"},
    "editing/test_next_year.py": {"E380", "E381"},
    "cli/test_changes.py": {"E382"},
    "cli/test_publish.py": {"E482", "E483", "E484", "E465", "E466", "E485", "E489", "E494", "E495", "E496"},
    "publishing/test_branch.py": {"E492"},
    "publishing/test_remote.py": {"E493"},
    "publishing/test_folder.py": {"E486", "E487", "E488", "E490", "E491"},
    "source/content/test_synonyms.py": {"W621"},
    "source/content/test_static_files.py": {"E470", "E471", "E472", "E473", "W470", "W471"},
    "overview/test_explained_words.py": {"W630"},
    "editions/test_po_reader.py": {"E606", "E607"},
    "documents/test_press.py": {"W801"},
    "source/content/test_editorial.py": {"E333", "E334", "E338", "E420", "E421", "E422"},
    "site/test_build.py": {"E423"},
    "site/test_showing.py": {"W167", "W168", "W169"},
    "site/test_whose_site.py": {"E469"},
    "site/test_proving.py": {"E458", "E459"},
    "site/test_foreseen.py": {"W459"},
    "site/test_speaking.py": {"E467", "E479"},
    "site/test_clauses.py": {"E060", "E066", "E067", "E069"},
    "cli/test_evidence.py": {"E064"},
    "site_checks/test_own_links.py": {"E065", "W749", "W660"},
    "source/attachments/test_beside.py": {"E133", "E134", "E144", "E783", "W143"},
    "source/attachments/test_file_properties.py": {"E142", "W193", "W194"},
    "source/test_overlaps.py": {"E131"},
    "source/test_parents.py": {"W148"},
    "source/test_repository.py": {
        "E113",
        "E114",
        "E401",
        "E402",
        "E403",
        "E404",
        "E405",
        "E406",
        "E410",
        "E411",
        "W401",
    },
}


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_has_the_problem_and_the_right_one_has_none(code: str) -> None:
    example = codes()[code].example
    assert {line.split()[1] for line in TRY[example.context](example.wrong)} == {code}
    assert TRY[example.context](example.right) == []


def test_every_code_is_tried_here_or_in_a_test_of_its_own() -> None:
    assert set(SHOWN) | set.union(*ELSEWHERE.values()) == set(codes())


@pytest.mark.parametrize("file", ELSEWHERE)
def test_the_tests_elsewhere_name_their_codes(file: str, pytestconfig: pytest.Config) -> None:
    text = (pytestconfig.rootpath / "tests" / file).read_text("utf-8")
    assert [code for code in ELSEWHERE[file] if code not in text] == []


def test_one_code_alone_says_what_it_says_among_all() -> None:
    assert {code: problem_code(code) for code in codes()} == codes()
    with pytest.raises(KeyError):
        problem_code("E000")


@pytest.mark.parametrize("code", codes())
def test_the_texts_can_be_filled_in_and_end_as_texts_do(code: str) -> None:
    for language, stop in (("zh-Hant", "。"), ("en", ".")):
        wording = codes()[code].wording(language)
        assert not fill(wording.what, {}).endswith(stop)
        assert fill(wording.mend, {}).endswith((stop, "…", "}"))
        assert wording.why.endswith(stop)


@pytest.mark.parametrize("language", ["zh-Hant", "en"])
def test_the_documentation_is_current_and_has_every_code(language: str, pytestconfig: pytest.Config) -> None:
    page = pytestconfig.rootpath / "docs" / language / "problems.md"
    assert page.read_text("utf-8") == problem_docs.problem_page(language), "run python -m planpress.tools.problem_docs"
    headings = [line.removeprefix("### ") for line in page.read_text("utf-8").splitlines() if line.startswith("### ")]
    assert headings == list(codes())
