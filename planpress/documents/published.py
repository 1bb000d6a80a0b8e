"""What of a plan is public once it is published: its pages in every language, its documents, data and files."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from planpress import addresses
from planpress.model import Plan
from planpress.model.blocks import Figure
from planpress.model.decisions import revised
from planpress.model.document_files import document_files, revision_table
from planpress.model.language import AUTHORITATIVE, EN, ZH_HANS, Language
from planpress.model.publication import PlanStatus
from planpress.source.repository import Superseded

_LANGUAGES: Final = {AUTHORITATIVE.tag: "繁體中文", EN.tag: "英文", ZH_HANS.tag: "簡體中文"}


class Page(NamedTuple):
    """A page or a file.

    Attributes:
        name: what it is, in Chinese.
        path: below the site's root.
        before: what stands there until then, in Chinese.
        after: what will stand there.
    """

    name: str
    path: str
    before: str
    after: str


_NONE: Final = "（無）"


def published(
    plan: Plan,
    languages: Sequence[Language],
    earlier: Plan | None,
    replaced: Sequence[Superseded],
    changed: str,
    *,
    documents: bool,
) -> Iterator[Page]:
    """Every page and file of a plan.

    Args:
        plan: the plan.
        languages: of the site.
        earlier: the plan before it, if there is one.
        replaced: what its revisions replaced, the first revision first.
        changed: how many rows are otherwise than before, in words.
        documents: whether the site has documents.
    """
    now = f"第{plan.revision.number}次修正後之計畫" if plan.revision else "新增"
    was = "修正前之計畫" if plan.revision else _NONE
    where = plan.office, plan.roc_year
    pages = [
        ("機關頁", addresses.office(plan.office), "現行內容", "更新計畫清單"),
        ("計畫頁", addresses.plan(*where), was, f"{now}（{changed}）" if changed else now),
        ("分類索引頁", addresses.plan_index(*where), was, now),
        ("公告單", addresses.bulletin(*where), was, now),
    ]
    if earlier and earlier.publication.status is PlanStatus.PUBLISHED:
        pages.append((f"與{earlier.roc_year}年度計畫之異同頁", addresses.changes(*where), was, now))
    texts = {each.number: each.plan for each in replaced}
    for number in texts:
        pages.append((f"第{number}次修正前之計畫頁", addresses.revision(*where, number), *_of_revision(plan, number)))
    for number, _ in revised(texts.keys(), plan.revision):
        path = addresses.revision_changes(*where, number)
        pages.append((f"第{number}次修正對照表頁", path, *_of_revision(plan, number)))
    for name, path, before, after in pages:
        for language in languages:
            called = _LANGUAGES.get(language.tag, language.name)
            yield Page(f"{name}（{called}）", addresses.localised(language, path), before, after)
    yield from (
        Page(name, path, was, now) for name, path in _files(plan, languages, texts.values(), documents=documents)
    )
    for number, _ in revised(texts.keys(), plan.revision) if documents else ():
        path = revision_table(*where, number)
        yield Page(f"文件 {path.rpartition('/')[2]}", path, *_of_revision(plan, number))


def _of_revision(plan: Plan, number: int) -> tuple[str, str]:
    """What stands on the pages of a revision before and after: those of the last one are new."""
    is_new = plan.revision is not None and number == plan.revision.number
    return (_NONE, "新增") if is_new else ("現行內容", "不變")


def _files(
    plan: Plan, languages: Iterable[Language], replaced: Iterable[Plan], *, documents: bool
) -> Iterator[tuple[str, str]]:
    where = plan.office, plan.roc_year
    if documents:
        for file in document_files(tuple(language.tag for language in languages)):
            yield f"文件 {file.name(*where)}", file.path(*where)
        if plan.original:
            yield "核定本", f"{addresses.plan_files(*where)}{plan.original.file}"
    yield "開放資料 plan.json", addresses.plan_data(*where)
    for supplement in plan.supplements:
        if supplement.file:
            yield f"補充規定 {supplement.title}", addresses.supplement(*where, supplement.file)
    every = (row.file for each in (plan, *replaced) for _, row in each.rows() if isinstance(row, Figure))
    for name in dict.fromkeys(every):
        yield f"圖 {name}", f"{addresses.plan_files(*where)}{name}"
