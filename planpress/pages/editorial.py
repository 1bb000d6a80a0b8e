"""Pages that tell of no plan: what editors write in Markdown, and 404."""

from datetime import date

from markupsafe import Markup

from planpress import addresses
from planpress.model.language import EN
from planpress.pages.maker import PageMaker
from planpress.pages.scroll_boxes import with_scroll_boxes


def editorial_page(maker: PageMaker, path: str, title: str, description: str, html: str, changed: date | None) -> str:
    """An editorial page around its HTML."""
    view = maker.frame(
        path,
        title=title,
        description=description,
        breadcrumbs=((title, path),),
        changed=changed,
    )
    boxed = with_scroll_boxes(html, maker.edition.gettext("表格"))
    return maker.render("main.html", view=view, editorial=Markup(boxed), changed=maker.day(changed))


def not_found_page(maker: PageMaker) -> str:
    """One page for every address that has none, in Chinese with an English block."""
    _ = maker.edition.gettext
    view = maker.frame(
        addresses.HOME,
        title=_("找不到這一頁"),
        description=_("這個網址沒有網頁，可能是網址有誤，或網頁已移動。"),
        everywhere=True,
    )
    site = maker.site.site_url
    return maker.render(
        "404.html",
        view=view,
        sitemap=addresses.from_root(site, addresses.SITEMAP),
        english=[
            (name, addresses.from_root(site, addresses.localised(EN, path)))
            for name, path in (("English home page", addresses.HOME), ("English site map", addresses.SITEMAP))
            if EN in maker.site.languages
        ],
    )
