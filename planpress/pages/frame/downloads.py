"""The download block: real link texts, with type, size and language, what most people want first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from planpress import addresses
from planpress.editions.edition import Edition
from planpress.model import Supplement, Topic
from planpress.model.document_files import (
    LANGUAGES,
    MEDIA_TYPES,
    SUPPLEMENT_TYPES,
    DocumentFile,
    DocumentKind,
    PlanFiles,
    readable_size,
    result_files,
)
from planpress.model.language import AUTHORITATIVE
from planpress.pages.frame.templates import marked

OFFERED_FIRST = (DocumentKind.PDF, DocumentKind.ODT)
"""Offered together: the one that is not editable, and the one that is."""

OF_A_TOPIC = (DocumentKind.ODS, DocumentKind.CSV)
"""What the measures of a topic are given as."""


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a file.

    Attributes:
        text: what it is, its type and size: 「…計畫（PDF，334 KB）」.
        href: relative to the page.
        media_type: for ``type``.
        tag: for ``hreflang``.
        kilobytes: rounded up; 0 where it is not known.
        brief: what tells it from the others, where it is offered in few words: 「PDF 334 KB」.
    """

    text: Markup
    href: str
    media_type: str
    tag: str
    kilobytes: int
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Downloads:
    """What a plan offers: the first files, and the rest under 「其他格式與語言」."""

    first: tuple[Download, ...]
    rest: tuple[Download, ...]
    supplements: tuple[Download, ...] = ()
    """The rules that were added to the plan as files."""


def downloads(edition: Edition, here: str, office: str, roc_year: int, title: Markup, files: PlanFiles) -> Downloads:
    """The downloads of a plan, for a page in one language.

    Args:
        edition: the page's language.
        here: the page's path, from which links are relative.
        office: id of the office.
        roc_year: the plan's year.
        title: of the plan, marked where it is in another language than the page.
        files: what there is.
    """
    own = edition.language.tag
    first: list[Download] = []
    rest: list[Download] = []
    for file in sorted(files.sizes, key=lambda file: (file.tag != own, list(DocumentKind).index(file.kind), file.tag)):
        download = Download(
            text=link_text(edition, title, file, files.sizes[file]),
            href=addresses.relative(here, file.path(office, roc_year)),
            media_type=file.media_type,
            tag=file.tag,
            kilobytes=files.sizes[file],
            brief=f"{kind_name(edition, file.kind)} {readable_size(files.sizes[file])}",
        )
        (first if file.tag == own and file.kind in OFFERED_FIRST else rest).append(download)
    _ = edition.gettext
    rest.append(
        Download(
            text=escape(_("%(title)s（開放資料 JSON，%(size)s）"))
            % {"title": title, "size": readable_size(files.data_size)},
            href=addresses.relative(here, addresses.plan_data(office, roc_year)),
            media_type="application/json",
            tag="",
            kilobytes=files.data_size,
        )
    )
    supplements = (_supplement(edition, here, office, roc_year, each, size) for each, size in files.supplements)
    return Downloads(tuple(first), tuple(rest), tuple(supplements))


def result_downloads(
    edition: Edition,
    here: str,
    office: str,
    roc_year: int,
    name: str,
    title: Markup,
    sizes: Mapping[DocumentFile, int],
) -> tuple[Download, ...]:
    """The downloads of an assessment, those in the page's language first.

    Args:
        edition: the page's language.
        here: the page's path, from which links are relative.
        office: id of the office.
        roc_year: the plan's year.
        name: of the assessment.
        title: of the assessment.
        sizes: of each document, in kilobytes.
    """
    own = edition.language.tag
    paths = result_files(office, roc_year, name, tuple(dict.fromkeys(file.tag for file in sizes)))
    return tuple(
        Download(
            text=link_text(edition, title, file, sizes[file]),
            href=addresses.relative(here, paths[file]),
            media_type=file.media_type,
            tag=file.tag,
            kilobytes=sizes[file],
        )
        for file in sorted(paths, key=lambda file: (file.tag != own, list(DocumentKind).index(file.kind), file.tag))
        if file in sizes
    )


def survey_downloads(
    edition: Edition, here: str, title: Markup, files: Iterable[tuple[DocumentFile, str]]
) -> Iterator[Download]:
    """The downloads of an office's surveys, those in the page's language first.

    Args:
        edition: the page's language.
        here: the page's path, from which links are relative.
        title: of the surveys.
        files: each document with its path.
    """
    own = edition.language.tag
    _ = edition.gettext
    for file, path in sorted(files, key=lambda each: each[0].tag != own):
        text = escape(_("%(title)s（%(kind)s）") if file.tag == own else _("%(title)s（%(language)s，%(kind)s）"))
        values = {"title": title, "kind": kind_name(edition, file.kind), "language": language_name(edition, file.tag)}
        yield Download(text % values, addresses.relative(here, path), file.media_type, file.tag, 0)


def _supplement(edition: Edition, here: str, office: str, roc_year: int, each: Supplement, size: int) -> Download:
    """A link to the file of a supplement, which is in the authoritative language."""
    assert each.file is not None  # those that are texts are no files
    suffix = each.file.rpartition(".")[2]
    values = {
        "title": marked(edition.text(each.title, office), edition.language.tag),
        "kind": suffix.upper(),
        "size": readable_size(size),
    }
    return Download(
        text=escape(edition.gettext("%(title)s（%(kind)s，%(size)s）")) % values,
        href=addresses.relative(here, addresses.supplement(office, roc_year, each.file)),
        media_type=SUPPLEMENT_TYPES[suffix],
        tag=AUTHORITATIVE.tag,
        kilobytes=size,
    )


def topic_downloads(edition: Edition, here: str, topic: Topic, tags: Sequence[str]) -> Iterator[Download]:
    """The measures of a topic as files, those of the page's own language first.

    Args:
        edition: the page's language.
        here: the page's path, from which links are relative.
        topic: what they are about.
        tags: of the languages in which there are such files.
    """
    own = edition.language.tag
    name = marked(edition.topic_name(topic), own)
    _ = edition.gettext
    for tag in sorted(tags, key=lambda tag: tag != own):
        for kind in OF_A_TOPIC:
            if tag in LANGUAGES[kind]:
                values = {"kind": kind_name(edition, kind), "language": language_name(edition, tag)}
                brief = values["kind"] if tag == own else _("%(kind)s（%(language)s）") % values
                text = escape(_("%(title)s（%(kind)s）") if tag == own else _("%(title)s（%(language)s，%(kind)s）"))
                href = addresses.relative(here, addresses.topic_file(topic.id, f"{tag}.{kind}"))
                yield Download(text % {"title": name, **values}, href, MEDIA_TYPES[kind], tag, 0, brief)


def link_text(edition: Edition, title: Markup, file: DocumentFile, size: int) -> Markup:
    """What a link to a document says; another language than the page's is named."""
    _ = edition.gettext
    values = {
        "title": title,
        "kind": kind_name(edition, file.kind),
        "size": readable_size(size),
        "language": language_name(edition, file.tag),
    }
    if file.tag == edition.language.tag:
        return escape(_("%(title)s（%(kind)s，%(size)s）")) % values
    return escape(_("%(title)s（%(language)s，%(kind)s，%(size)s）")) % values


def kind_name(edition: Edition, kind: DocumentKind) -> str:
    """Name of a kind of document."""
    _ = edition.gettext
    match kind:
        case DocumentKind.ODS:
            return _("試算表 ODS")
        case DocumentKind.CSV:
            return _("開放資料 CSV")
        case DocumentKind.JSON_LINES:
            return _("開放資料 JSON Lines")
        case DocumentKind.LARGE_PDF:
            return _("大字版 PDF")
        case _:
            return kind.value.upper()


def language_name(edition: Edition, tag: str) -> str:
    """Name of a document's language, in the page's."""
    _ = edition.gettext
    names = {"zh-Hant": _("繁體中文"), "en": _("英文"), "zh-Hans": _("簡體中文")}
    return names.get(tag, tag)
