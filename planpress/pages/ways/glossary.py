"""詞彙: the page of the words that a site explains, and the same words below a plan's measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from planpress import addresses
from planpress.model.explained_word import ExplainedWord
from planpress.model.web_addresses import pieces
from planpress.pages.frame.maker import PageMaker, Writer
from planpress.pages.frame.templates import linked, marked


@dataclass(frozen=True, slots=True)
class WordView:
    """A word in one language."""

    id: str
    name: Markup
    full: str | None
    text: Markup


def glossary_page(maker: PageMaker, words: Sequence[ExplainedWord]) -> str:
    """The page of all words, in the order of their names."""
    _ = maker.edition.gettext
    title = _("詞彙")
    view = maker.frame(
        addresses.GLOSSARY,
        title=title,
        description=_("計畫中不易懂的詞語與英文縮寫，以一般的意思說明；並非計畫的一部分。"),
        breadcrumbs=((title, addresses.GLOSSARY),),
    )
    search = addresses.relative(addresses.GLOSSARY, addresses.SEARCH) if maker.leads_to(addresses.SEARCH) else None
    ordered = sorted(words, key=lambda word: maker.edition.word_name(word).value.casefold())
    return maker.render(
        "glossary.html",
        view=view,
        words=[
            {
                "view": word_view(maker, word),
                "also": [marked(maker.edition.text(name), maker.tag) for name in word.also],
                "source": _source(maker, word.source) if word.source else None,
                "search": f"{search}?q={quote(word.name)}" if search else None,
            }
            for word in ordered
        ],
    )


def _source(maker: PageMaker, source: str) -> Markup:
    """Where it is explained; an address that stands alone is shown as the name of its site."""
    named = [*pieces(source)]
    if len(named) == 1 and named[0].is_address:
        return Markup('<a href="%s" title="%s">%s</a>') % (source, source, urlsplit(source).hostname)
    return linked(maker.edition.text(source), maker.edition)


def word_views(writer: Writer, uses: Mapping[str, Sequence[ExplainedWord]]) -> dict[str, tuple[WordView, ...]]:
    """The words below the measures of a plan's page, by the measures' ids."""
    return {id_: tuple(word_view(writer, word) for word in words) for id_, words in uses.items()}


def word_view(writer: Writer, word: ExplainedWord) -> WordView:
    """A word in the language of a page."""
    name, text = writer.edition.word_name(word), writer.edition.word_text(word)
    return WordView(word.id, marked(name, writer.tag), word.full, marked(text, writer.tag))
