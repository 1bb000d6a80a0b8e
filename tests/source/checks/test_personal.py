import pytest

from planpress.source.checks.personal import check_personal


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, text[slice(*finding.span)]) for finding in check_personal(("do",), text) if finding.span]


@pytest.mark.parametrize(
    "number",
    [
        *("A123456789", "F131104093", "a123456789", "Ａ１２３４５６７８９"),  # 身分證字號
        *("A800000014", "A900000016"),  # 居留證, the form of 2021
        *("AC01234567", "AB12345677"),  # 居留證, the old form
        *("A123-456-789", "A 12345678 9", "Ａ１２３－４５６－７８９", "A１２３４５６７８９"),
    ],
)
def test_identity_numbers_with_a_right_check_digit(number: str) -> None:
    assert codes(f"申請人{number}。") == [("E505", number)]
    last = "9" if number[-1] in "0０" else "0"
    assert codes(f"申請人{number[:-1]}{last}。") == []


@pytest.mark.parametrize(
    "text", ["A323456789", "AE01234567", "XA123456789", "A1234567890", "A12345678", "第1234567890號"]
)
def test_other_numbers_are_none(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "number",
    [
        *(
            "0912345678",
            "0912-345-678",
            "0912 345 678",
            "+886-912-345-678",
            "＋８８６９１２３４５６７８",
            "886912345678",
        ),
        *("0912－345－678", "0912‐345‑678", "0912–345—678", "0912−345−678", "0912.345.678", "0912・345・678"),
        *("0912/345/678", "09-1234-5678", "0912 - 345 - 678", "0912　345　678", "(0912)345678", "(0912) 345-678"),
        *("+886 (0)912 345 678", "+886 9 1234 5678", "0912\u200b345\u200b678", "٠٩١٢٣٤٥٦٧٨", "𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖"),
    ],
)
@pytest.mark.parametrize("end", ["。", "", ".", ". ", "-", "）", "，", "分機12"])
def test_mobile_numbers(number: str, end: str) -> None:
    assert codes(f"電話：{number}{end}") == [("W502", number)]


@pytest.mark.parametrize(
    "text",
    [
        "02-2366-6416",
        "1910",
        "0800-000-000",
        "10912345678",
        "09123456789",
        "0912-34-567",
        "函字第1060912345678號",
        "106-0912345678",
        "0912345678-9",
    ],
)
def test_other_telephone_numbers_are_none(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "wang@gmail.com",
        "a.b+c@Yahoo.com.tw",
        "x@ms1.hinet.net",
        "x@outlook.com",
        "x@qq.com",
        "x＠gmail．com",
        "x @ gmail.com",
    ],
)
def test_private_mailboxes(address: str) -> None:
    assert codes(f"信箱：{address}。") == [("W503", address)]


@pytest.mark.parametrize(
    "address", ["service@example.gov.tw", "x@taipower.com.tw", "x@gmail.example.tw", "gmail.com", "x@mygmail.com"]
)
def test_official_mailboxes_are_none(address: str) -> None:
    assert codes(f"信箱：{address}。") == []
