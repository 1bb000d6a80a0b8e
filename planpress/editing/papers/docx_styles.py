"""The styles of paragraphs and the lists of a DOCX file (word/styles.xml, word/numbering.xml)."""

from planpress.editing.papers.automatic_numbers import LONGEST, ListCounter, ListLevel
from planpress.editing.papers.markup import Element, attribute, child, children, whole_number
from planpress.editing.papers.styles import PaperStyle, heading_level


def attribute_of(element: Element | None) -> str | None:
    """What an element that holds one value says."""
    return None if element is None else attribute(element, "val")


def styles_of(root: Element | None) -> dict[str, PaperStyle]:
    """Styles of paragraphs by their ids; the default one also under no name."""
    found: dict[str, PaperStyle] = {}
    for element in children(root, "style"):
        if attribute(element, "type") not in (None, "paragraph"):
            continue
        name = (attribute_of(child(element, "name")) or "").lower()
        outline = whole_number(attribute_of(child(element, "pPr", "outlineLvl")), 99) + 1
        numbering = child(element, "pPr", "numPr")
        level = attribute_of(child(numbering, "ilvl"))
        style = PaperStyle(
            parent=attribute_of(child(element, "basedOn")) or "",
            level=outline if outline <= LONGEST else heading_level(name),
            is_title=name in ("title", "標題"),
            is_contents=name.startswith(("toc", "目錄", "contents")),
            list_name=attribute_of(child(numbering, "numId")) or "",
            list_level=None if level is None else whole_number(level),
            is_hidden=_is_on(child(element, "rPr", "vanish")),
        )
        found[attribute(element, "styleId") or ""] = style
        if attribute(element, "default") in ("1", "true"):
            found[""] = style
    return found


def _is_on(element: Element | None) -> bool:
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def lists_of(root: Element | None) -> tuple[dict[str, ListCounter], dict[str, tuple[str, dict[int, int]]]]:
    """A counter for each abstract list; and for each list its abstract one, with the levels that it begins anew."""
    counters: dict[str, ListCounter] = {}
    lists: dict[str, tuple[str, dict[int, int]]] = {}
    for abstract in children(root, "abstractNum"):
        name = attribute(abstract, "abstractNumId") or ""
        levels = {whole_number(attribute(each, "ilvl")): _level(each) for each in children(abstract, "lvl")}
        counters[name] = ListCounter(levels)
    for each in children(root, "num"):
        list_id, abstract_id = attribute(each, "numId") or "", attribute_of(child(each, "abstractNumId")) or ""
        if abstract_id not in counters:
            continue
        starts: dict[int, int] = {}
        levels = dict(counters[abstract_id].levels)
        for override in children(each, "lvlOverride"):
            level = whole_number(attribute(override, "ilvl"))
            own = child(override, "lvl")
            start = attribute_of(child(override, "startOverride"))
            if own is not None:
                levels[level] = _level(own)
            if start is not None:
                starts[level] = whole_number(start, 1)
        if levels != counters[abstract_id].levels:
            abstract_id = f"{abstract_id}/{list_id}"
            counters[abstract_id] = ListCounter(levels)
        lists[list_id] = abstract_id, starts
    return counters, lists


def _level(element: Element) -> ListLevel:
    restart = attribute_of(child(element, "lvlRestart"))
    form = attribute_of(child(element, "numFmt")) or "decimal"
    return ListLevel(
        form=form,
        pattern=attribute_of(child(element, "lvlText")) or "",
        start=whole_number(attribute_of(child(element, "start")), 1),
        restarts_after=None if restart is None else whole_number(restart),
        is_legal=_is_on(child(element, "isLgl")),
    )
