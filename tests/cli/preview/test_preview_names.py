import socket

import pytest

from planpress.cli.preview.preview_names import Names

LOOPBACK = [
    "localhost",
    "localhost:8000",
    "LOCALHOST:1",
    "127.0.0.1",
    "127.0.0.1:8000",
    "127.9.9.9",
    "[::1]",
    "[::1]:8000",
]
NEVER = [
    *(
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.localhost.example",
    ),
    *("", " ", ":8000", "::1", "[::1", "[::1]x", "[127.0.0.1]", "[]", "localhost:", "localhost:x", "localhost:123456"),
    *("a@localhost", "localhost/", "localhost, evil.example", "127.0.0.1#", "127.1", "2130706433", "lоcalhost"),
]
OTHER_ADDRESSES = ["192.0.2.7", "192.0.2.7:8000", "[2001:db8::7]:8000"]


@pytest.mark.parametrize(("host", "address"), [("127.0.0.1", "127.0.0.1"), ("localhost", "127.0.0.1"), ("::1", "::1")])
def test_a_preview_of_this_machine_alone_has_its_names_alone(host: str, address: str) -> None:
    names = Names.of(host, address)
    assert [each for each in LOOPBACK if not names.accept(each)] == []
    assert [each for each in (*NEVER, *OTHER_ADDRESSES, "pc12") if names.accept(each)] == []
    assert names.is_private


def test_the_name_that_was_given_is_one() -> None:
    names = Names.of("Plans.Office.example", "192.0.2.7")
    accepted = ["plans.office.example:8000", "PLANS.office.example", "192.0.2.7:8000", *LOOPBACK]
    assert [each for each in accepted if not names.accept(each)] == []
    assert [each for each in (*NEVER, "192.0.2.8", "office.example", "[2001:db8::7]") if names.accept(each)] == []
    assert not names.is_private


@pytest.mark.parametrize(("host", "address"), [("0.0.0.0", "0.0.0.0"), ("::", "::"), ("0", "0.0.0.0")])
def test_a_preview_at_every_address_has_every_address_and_the_machines_names(
    host: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "PC12")
    monkeypatch.setattr(socket, "getfqdn", lambda: "pc12.office.example")
    names = Names.of(host, address)
    accepted = [
        *LOOPBACK,
        *OTHER_ADDRESSES,
        "pc12:8000",
        "pc12.local",
        "pc12.office.example",
        address.join(["[", "]"]) if ":" in address else address,
    ]
    assert [each for each in accepted if not names.accept(each)] == []
    assert [each for each in (*NEVER, "pc13") if names.accept(each)] == []
    assert not names.is_private


def test_an_address_is_the_same_however_it_is_written() -> None:
    names = Names.of("2001:db8::7", "2001:db8::7")
    assert names.accept("[2001:0DB8:0:0::7]:8000")
    assert not names.accept("[2001:db8::8]:8000")
