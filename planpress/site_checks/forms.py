"""Controls of forms, their names and groups."""

from collections.abc import Iterator
from typing import Final

from planpress.site_checks.page import Element, Page
from planpress.site_checks.rule import PageFinding

_BUTTONS: Final = frozenset({"button", "submit", "reset", "image"})


def labels(page: Page) -> Iterator[PageFinding]:
    """HM1130104C: 可見的表單控制元件均需有對應的標籤<label>組件，或有標題(title)屬性; aria-label does not count."""
    labelled = {label.get("for") for label in page.named("label") if label.text()}
    for control in _controls(page):
        around = any(each.name == "label" and each.text() for each in control.ancestors())
        if not (around or control.get("title") or control.get("id") in labelled):
            yield PageFinding("E721", control, {"name": control.get("name")})


def option_groups(page: Page) -> Iterator[PageFinding]:
    """HM1130103C: the options of a select are grouped, each group with a label. 「全部」 may stand before them."""
    for select in page.named("select"):
        groups = [each for each in select.elements() if each.name == "optgroup"]
        if not groups or not all(group.get("label") for group in groups):
            yield PageFinding("E722", select, {"name": select.get("name")})


def field_sets(page: Page) -> Iterator[PageFinding]:
    """HM1130105C: controls of a form stand in a fieldset, which begins with a legend.

    A form of a single control, such as a search box, groups nothing and needs none.
    """
    for group in page.named("fieldset"):
        first = next((child for child in group.children if isinstance(child, Element)), None)
        if first is None or first.name != "legend" or not first.text():
            yield PageFinding("E723", group)
    controls = list(_controls(page))
    for form in page.named("form"):
        own = [control for control in controls if form in control.ancestors()]
        if len(own) > 1 and not all(control.within("fieldset") for control in own):
            yield PageFinding("E723", form)


def _controls(page: Page) -> Iterator[Element]:
    for element in page.named("input", "select", "textarea"):
        if element.get("type").lower() not in _BUTTONS | {"hidden"}:
            yield element
