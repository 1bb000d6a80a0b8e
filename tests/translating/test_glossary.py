import pytest

from planpress.editions.catalogue import Entry
from planpress.translating.glossary import Glossary


def glossary(*entries: Entry) -> Glossary:
    return Glossary.of(entries)


def agreed(chinese: str, english: str, comment: str = "agreed") -> Entry:
    return Entry(chinese, (english,), comments=(comment,))


def unused(terms: Glossary, chinese: str, english: str) -> list[str]:
    return [term.chinese for term in terms.unused(chinese, english)]


@pytest.mark.parametrize(
    "english",
    [
        "Promote the e-bill.",
        "Promote E-BILLS!",
        "An e-bill's layout",
        "e bills",
        "the '電子帳單' column",
    ],
)
def test_a_term_may_be_inflected_or_quoted(english: str) -> None:
    assert unused(glossary(agreed("電子帳單", "an e-bill")), "推廣電子帳單。", english) == []


@pytest.mark.parametrize("english", ["Promote digital invoices.", "Bill them by e-mail", "e-billiards", ""])
def test_another_word_is_not_the_term(english: str) -> None:
    assert unused(glossary(agreed("電子帳單", "e-bill")), "推廣電子帳單。", english) == ["電子帳單"]


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("policy", "policies"),
        ("apply", "applied"),
        ("tailored", "tailor"),
        ("notice", "notices"),
        ("charge", "charging"),
    ],
)
def test_endings_do_not_matter(term: str, said: str) -> None:
    assert unused(glossary(agreed("甲", term)), "甲", f"the {said} of all") == []


def test_a_term_inside_a_longer_one_is_not_meant() -> None:
    terms = glossary(agreed("用戶", "customer"), Entry("用電大戶", ("large user",)), Entry("企業用戶", ("business",)))
    assert unused(terms, "企業用戶與用電大戶", "businesses and large users") == []
    assert unused(terms, "企業用戶與其他用戶", "businesses and others") == ["用戶"]
    terms = glossary(agreed("台灣電力", "Taiwan Power"), Entry("台灣電力公司", ("Taipower",)))
    assert unused(terms, "台灣電力公司", "Taipower") == []


def test_only_agreed_terms_bind() -> None:
    assert unused(glossary(Entry("過戶", ("account transfer",))), "辦理過戶", "take over") == []
    assert unused(glossary(agreed("過戶", "account transfer", "agreed upon by nobody")), "辦理過戶", "take over") == []
    doubtful = Entry("過戶", ("account transfer",), flags=("fuzzy",), comments=("agreed",))
    assert unused(glossary(doubtful), "辦理過戶", "take over") == []


def test_what_else_may_be_said_stands_in_the_comment() -> None:
    terms = glossary(agreed("過戶", "account transfer", "Agreed: transfer the account; take over the account"))
    assert unused(terms, "辦理過戶", "They transferred the accounts.") == []
    assert unused(terms, "辦理過戶", "taking over an account") == []
    assert unused(terms, "辦理過戶", "change the name") == ["過戶"]


def test_a_term_that_is_not_in_the_sentence_is_not_missed() -> None:
    assert unused(glossary(agreed("過戶", "account transfer")), "辦理復用", "resume") == []
    assert unused(glossary(), "辦理復用", "resume") == []
