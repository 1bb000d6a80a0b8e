from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress import addresses
from planpress.model.language import EN, ZH_HANS, ZH_HANT

names = st.from_regex("[a-z0-9][a-z0-9-]{0,5}", fullmatch=True)
folders = st.lists(names, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
files = st.builds(lambda folder, name: f"{folder}{name}.json", folders, names)
paths = folders | files


@given(paths, paths, st.sampled_from(["https://plans.example/", "https://plans.example/sub/path/"]))
def test_a_relative_link_leads_to_its_target_under_any_sub_path(start: str, target: str, site_url: str) -> None:
    link = addresses.relative(start, target)
    assert urljoin(site_url + start, link) == site_url + target
    assert not link.startswith("/")


@given(paths, paths, st.sampled_from(["https://plans.example/", "http://10.0.0.1:8000/sub/path/"]))
def test_a_link_from_the_root_leads_to_its_target_from_wherever_and_on_any_host(
    start: str, target: str, site_url: str
) -> None:
    link = addresses.from_root(site_url, target)
    assert urljoin(site_url + start, link) == site_url + target
    assert link.startswith("/")


def test_a_link_from_the_root_never_names_a_host() -> None:
    assert addresses.from_root("https://plans.example//elsewhere.example/", "en/") == "/elsewhere.example/en/"


@pytest.mark.parametrize(
    ("start", "target", "link"),
    [
        ("", "", "./"),
        ("", "kinmen/", "kinmen/"),
        ("kinmen/114/", "", "../../"),
        ("kinmen/114/", "kinmen/114/", "./"),
        ("kinmen/114/", "kinmen/113/", "../113/"),
        ("zh-hans/kinmen/114/", "kinmen/114/plan.json", "../../../kinmen/114/plan.json"),
        ("404.html", "assets/icon.svg", "assets/icon.svg"),
    ],
)
def test_a_relative_link_is_short(start: str, target: str, link: str) -> None:
    assert addresses.relative(start, target) == link


def test_the_addresses_are_those_of_the_contract() -> None:
    assert [addresses.localised(language, addresses.HOME) for language in (ZH_HANT, EN, ZH_HANS)] == [
        *("", "en/", "zh-hans/"),
    ]
    assert addresses.localised(EN, addresses.office("kinmen")) == "en/kinmen/"
    assert addresses.localised(ZH_HANS, addresses.plan("kinmen", 114)) == "zh-hans/kinmen/114/"
    assert addresses.plan_data("kinmen", 114) == "kinmen/114/plan.json"
    fixed = [addresses.SITEMAP, addresses.ABOUT, addresses.ACCESSIBILITY, addresses.PRIVACY]
    assert fixed == ["sitemap/", "about/", "accessibility/", "privacy/"]
    assert addresses.absolute("https://plans.example/sub/", "en/") == "https://plans.example/sub/en/"


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("", "index.html"),
        ("en/kinmen/", "en/kinmen/index.html"),
        ("kinmen/114/plan.json", "kinmen/114/plan.json"),
        ("404.html", "404.html"),
    ],
)
def test_a_page_lies_in_its_folder(path: str, file: str) -> None:
    assert addresses.file_of(path) == file


def test_every_word_at_the_top_of_the_site_is_reserved() -> None:
    top = [addresses.SITEMAP, addresses.ABOUT, addresses.ACCESSIBILITY, addresses.PRIVACY, EN.prefix, ZH_HANS.prefix]
    assert {path.rstrip("/") for path in top} <= addresses.RESERVED


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("1910", "tel:1910"),
        ("(082) 325-151", "tel:082325151"),
        ("+886 82 325151", "tel:+88682325151"),
        ("082-325151轉12", "tel:082325151;ext=12"),
        ("082-325151 分機 12", "tel:082325151;ext=12"),
        ("082-325151#12", "tel:082325151;ext=12"),
    ],
)
def test_a_telephone_number_is_an_address_that_a_telephone_takes(number: str, address: str) -> None:
    assert addresses.telephone(number) == address
