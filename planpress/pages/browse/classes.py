"""The classes of 政府資訊分類檢索 that an office's pages have, each with the way to what else has it."""

from planpress import addresses
from planpress.model import Office
from planpress.model.classification import SCHEMES, named, of_scheme
from planpress.pages.browse.browse import class_name, tree_name
from planpress.pages.frame.maker import PageMaker


def class_views(maker: PageMaker, office: Office, path: str) -> list[dict[str, object]]:
    """The classes by scheme, for the page at a path without language; empty where the office has none."""
    return [
        {
            "name": tree_name(maker, scheme),
            "links": [
                {
                    "href": addresses.relative(path, addresses.browse(scheme, addresses.class_of(each.code))),
                    "name": class_name(maker, named(scheme, each)),
                }
                for each in given
            ],
        }
        for scheme in SCHEMES
        if (given := of_scheme(office.classification, scheme))
    ]
