"""送核包: all that goes with a plan to those who approve it, in one zip that is the same bytes for the same plan.

Everything in it is in Chinese, the language in which plans are approved.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from markupsafe import Markup

from planpress import addresses
from planpress.documents.about import about_plan
from planpress.documents.comparison import REVISION, comparison_heads, comparison_odt
from planpress.documents.form import Cell, Form, form_odt
from planpress.documents.odf import inline, with_links
from planpress.documents.press import Press
from planpress.documents.published import Page, published
from planpress.editions.voice import voice_of
from planpress.model import Office, Plan
from planpress.model.document_files import DocumentFile, DocumentKind
from planpress.model.language import AUTHORITATIVE
from planpress.model.publication import PlanStatus
from planpress.overview.changes import Change, compared
from planpress.source.repository import Superseded

FILE_LIST: Final = "檔案清單.txt"

_TIME: Final = (1980, 2, 1, 0, 0, 0)
_HEADS: Final = ("頁面", "異動前", "異動後", "審核單位", "上線日期")
_WIDTHS: Final = (6.6, 2.8, 3.2, 2.0, 2.0)

_CHANGES: Final = ((Change.REWORDED, "改寫"), (Change.NEW, "新增"), (Change.GONE, "刪除"), (Change.MOVED, "移動"))


def is_approved(plan: Plan, office: Office) -> bool:
    """Whether a plan, or its last revision, has the approvals that plans of its organisation need, and at least one."""
    given = {each.kind for each in (plan.revision.approvals if plan.revision else plan.approvals)}
    return (
        plan.publication.status is not PlanStatus.DRAFT and bool(given) and given >= set(office.organisation.approvals)
    )


def dossier_files(
    press: Press, plan: Plan, office: Office, earlier: Plan | None, replaced: Sequence[Superseded]
) -> dict[str, bytes]:
    """What the dossier of a plan holds, by its names.

    Args:
        press: makes the documents.
        plan: the plan.
        office: whose it is.
        earlier: the published plan before it, if there is one.
        replaced: what its revisions replaced, the first revision first.
    """
    settings, edition = press.settings, press.editions[AUTHORITATIVE.tag]
    url = addresses.absolute(settings.site_url, addresses.plan(plan.office, plan.roc_year))
    voice = voice_of(settings.facts, edition)
    about = about_plan(plan, office, voice, url)
    files: dict[str, bytes] = {}
    for kind in (DocumentKind.ODT, DocumentKind.PDF):
        file = DocumentFile(kind, AUTHORITATIVE.tag)
        files[f"1-計畫.{kind}"] = press.document(file, plan, office, edition, is_draft=not is_approved(plan, office))
    changed = ""
    if before := compared_with(plan, earlier, replaced):
        changes = compared(before, plan)
        changed = "、".join(f"{name}{count}項" for change, name in _CHANGES if (count := changes.counts[change]))
        is_revision = comparison_heads(before, plan) == REVISION
        name = "修正對照表" if is_revision else f"與{before.roc_year}年度計畫對照表"
        files[f"2-{name}.odt"] = comparison_odt(
            before, plan, changes, office, about, press.environment, is_transcription=voice.is_transcription
        )
    pages = list(published(plan, settings.languages, earlier, replaced, changed, documents=settings.documents))
    sheet = change_sheet(plan, pages, settings.site_url)
    files["3-網頁異動單.odt"] = form_odt(
        sheet, office.name, about, press.environment, is_transcription=voice.is_transcription
    )
    files["4-網址清單.txt"] = address_list(pages, settings.site_url)
    return files


def compared_with(plan: Plan, earlier: Plan | None, replaced: Sequence[Superseded]) -> Plan | None:
    """What a plan is compared with: what its last revision replaced, or the plan before it."""
    if plan.revision:
        return next((each.plan for each in replaced if each.number == plan.revision.number), earlier)
    return earlier


def change_sheet(plan: Plan, pages: Sequence[Page], site_url: str) -> Form:
    """網頁異動單: a row for each page and file that the publication changes; who checks it, and when, is filled in.

    Args:
        plan: the plan.
        pages: what is changed.
        site_url: address of the site.
    """
    rows = (tuple(_cells(page, site_url)) for page in pages)
    return Form("pages", f"{plan.title}網頁異動單", _HEADS, _WIDTHS, rows, "")


def _cells(page: Page, site_url: str) -> Iterator[Cell]:
    yield (inline(page.name), with_links(addresses.absolute(site_url, page.path)))
    yield (inline(page.before),)
    yield (inline(page.after),)
    yield from ((Markup(),), (Markup(),))


def address_list(pages: Sequence[Page], site_url: str) -> bytes:
    """網址清單: a line for each page and file, its address and what it is, for those who check them afterwards."""
    return "".join(f"{addresses.absolute(site_url, page.path)}\t{page.name}\n" for page in pages).encode()


def dossier(files: Mapping[str, bytes]) -> bytes:
    """Put files into one zip, with a list of them.

    Args:
        files: contents by name.
    """
    listed = "".join(
        f"{sha256(content).hexdigest()}  {len(content):>10,}  {name}\n" for name, content in sorted(files.items())
    )
    head = f"{'SHA-256':<64}  {'位元組':>7}  檔名\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted({**files, FILE_LIST: f"{head}{listed}".encode()}.items()):
            info = zipfile.ZipInfo(name, _TIME)
            info.create_system = 3  # else the builder's own; by this one the names are known to be UTF-8
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()
