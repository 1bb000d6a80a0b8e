import pytest
from hypothesis import given
from hypothesis import strategies as st

from planpress.model.personal import Kind, personal_data, public_keys


def found(text: str) -> list[tuple[Kind, str]]:
    return [(datum.kind, text[slice(*datum.span)]) for datum in personal_data(text)]


def keys(text: str) -> list[str]:
    return [datum.key for datum in personal_data(text)]


@pytest.mark.parametrize(
    "written",
    [
        *("A123456789", "a123456789", "Ａ１２３４５６７８９", "A１２３４５６７８９"),
        *("A 1 2 3 4 5 6 7 8 9", "A-1-2-3-4-5-6-7-8-9", "A.1.2.3.4.5.6.7.8.9", "a123 456 789", "A123.456.789"),
        *(
            "A123–456—789",
            "A123－456－789",
            "A123−456−789",
            "A123　456　789",
            "Ａ１２３．４５６．７８９",
        ),
        *("A 123456789", "A123456-789", "A1234\n56789", "A_123_456_789"),
    ],
)
def test_an_identity_number_is_the_same_in_every_spelling(written: str) -> None:
    text = f"申請人{written}。"
    assert found(text) == [(Kind.IDENTITY, written)]
    assert keys(text) == ["A123456789"]


@pytest.mark.parametrize(
    "written", ["AB12345677", "ab-1234-5677", "ＡＢ１２３４５６７７", "A800000014", "A 800 000 014"]
)
def test_numbers_of_residents_old_and_new(written: str) -> None:
    assert found(written) == [(Kind.IDENTITY, written)]
    assert found(written[:-1] + "9") == []


@pytest.mark.parametrize(
    "written",
    [
        *("0912345678", "0912-345678", "0912-345-678", "0912.345.678", "(0912)345678", "(0912) 345-678", "09-12345678"),
        *(
            "09 1234 5678",
            "091-234-5678",
            "0912　345　678",
            "（０９１２）３４５－６７８",
            "0912－345－678",
            "0912–345–678",
        ),
        *("0912—345—678", "0912−345−678", "00886 912 345 678", "00886912345678", "+886-912345678", "+886(0)912345678"),
        *(
            "886912345678",
            "886-912-345-678",
            "+886 0912 345 678",
            "(+886)912345678",
            "+886 9 1234 5678",
            "0912_345_678",
        ),
        *(
            "0 9 1 2 3 4 5 6 7 8",
            "0-912-345-678",
            "0912/345/678",
            "09-12-345-678",
            "09 12 34 56 78",
            "〇九一二三四五六七八",
        ),
        *("002-886-912-345-678", "＋８８６－９１２－３４５－６７８", "[0912]345678", "０９１２．３４５．６７８"),
    ],
)
def test_a_mobile_number_is_the_same_in_every_spelling(written: str) -> None:
    text = f"手機：{written}，請洽。"
    assert [kind for kind, _ in found(text)] == [Kind.MOBILE]
    assert found(text)[0][1] == written or written[0] == "["
    assert keys(text) == ["0912345678"]


@pytest.mark.parametrize("text", ["0912345678/0922345678", "1.0912345678、2.0922345678", "0912345678 0922345678"])
def test_each_of_several_mobile_numbers_is_found(text: str) -> None:
    assert keys(text) == ["0912345678", "0922345678"]


@pytest.mark.parametrize(
    "written",
    [
        *("wang@gmail.com", "Wang@Gmail.com", "ｗａｎｇ＠ｇｍａｉｌ．ｃｏｍ", "wang @ gmail . com", "wang＠gmail.com"),
        *(
            "wang(at)gmail.com",
            "wang[at]gmail.com",
            "wang (at) gmail.com",
            "wang{at}gmail.com",
            "wang（ａｔ）gmail.com",
        ),
        *("wang at gmail.com", "wang at gmail dot com", "wang(at)gmail(dot)com", "wang [at] gmail [dot] com"),
        *("wang#gmail.com", "wang小老鼠gmail點com", "wang_at_gmail.com", "wang<at>gmail.com", "WANG AT GMAIL DOT COM"),
    ],
)
def test_a_private_mailbox_is_the_same_in_every_spelling(written: str) -> None:
    assert found(f"信箱：{written}。") == [(Kind.MAILBOX, written)]
    assert keys(written) == ["wang@gmail.com"]


@pytest.mark.parametrize(
    "host",
    [
        *("gmail.com", "yahoo.com.tw", "yahoo.com", "hotmail.com", "outlook.com", "msn.com", "live.com", "icloud.com"),
        *("ms12.hinet.net", "hinet.net", "pchome.com.tw", "seed.net.tw", "qq.com", "163.com", "yahoo.co.jp", "me.com"),
    ],
)
def test_hosts_of_private_mailboxes(host: str) -> None:
    assert keys(f"x.y+z@{host}") == [f"x.y+z@{host}"]


@pytest.mark.parametrize(
    "text",
    [
        *("082-325101", "(082)325-151轉12", "1911", "0800-000-000", "0800000123", "02-2366-6416", "+886-2-2366-6416"),
        *(
            "業字第 1148001255 號",
            "業字第1148001255號",
            "台財稅字第0910453902號",
            "院臺經字第 0980012345 號",
            "文號：0980012345",
        ),
        *(
            "經授營字第09902605150號",
            "第０９８００１２３４５號",
            "電號 09-12-3456-78-9",
            "106-0912345678",
            "0912345678-9",
        ),
        *("2009/12/31-2010/01/31", "09/12-10/15 20:30", "98/09/12-98/09/30", "09/12/2025 10:00", "0900-1200 1300-1700"),
        *("NT$1,000,000元", "0.912345678", "2,912,345,678", "代碼 004", "統一編號 12345678", "24.1234567, 120.1234567"),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        *("a0912345678fa0912345678fa0912345678f", "12345678-0912-3456-789a-a0912345678f"),
        *("https://example.gov.tw/file/0912345678.pdf", "www.example.gov.tw/0912345678", "ABC-1234", "m-2-2-1"),
        *("https://www.ndc.gov.tw/nc_1871_2997", "http://example.gov.tw/a/1.2345/6789", "www.gov.tw/A1-23456789"),
        *("service@taipower.com.tw", "service(at)taipower.com.tw", "x@gmail.example.tw", "x@gmail.com.example.org"),
        *("A12345****", "A123456780", "look at gmail", "gmail.com", "方案A 1,200,300"),
    ],
)
def test_what_is_nobodys_is_not_found(text: str) -> None:
    assert found(text) == []
    assert found(f"說明：{text}，") == []


def test_a_number_in_one_piece_is_found_in_an_address_too() -> None:
    assert [each.kind for each in personal_data("見https://example.gov.tw/?id=A123456789。")] == [Kind.IDENTITY]
    assert [each.kind for each in personal_data("https://example.gov.tw/ A12-3456-789")] == [Kind.IDENTITY]


@pytest.mark.parametrize(
    ("kind", "before", "value", "after"),
    [
        (Kind.PASSPORT, "護照號碼：", "300123456", ""),
        (Kind.PASSPORT, "護照 ", "M12345678", ""),
        (Kind.PASSPORT, "Passport no. ", "300123456", ""),
        (Kind.ACCOUNT, "帳號：", "012-345-678901", ""),
        (Kind.ACCOUNT, "匯款至 ", "012345678901", ""),
        (Kind.ACCOUNT, "存摺帳戶（", "00812345678901", "）"),
        (Kind.ACCOUNT, "bank account ", "1234567890", ""),
        (Kind.PLATE, "車牌：", "ABC-1234", ""),
        (Kind.PLATE, "車牌號碼", "1234-ab", ""),
        (Kind.PLATE, "車號", "ＡＢＣ１２３４", ""),
        (Kind.HEALTH_CARD, "健保卡號 ", "0000-1234-5678", ""),
        (Kind.DOUBTFUL_IDENTITY, "身分證字號：", "A123456780", ""),
        (Kind.DOUBTFUL_IDENTITY, "國民身分證統一編號", "A12345678", ""),
        (Kind.BIRTHDAY, "生日 ", "76.5.3", ""),
        (Kind.BIRTHDAY, "生日：民國", "76年5月3日", ""),
        (Kind.BIRTHDAY, "出生日期：", "1987/05/03", ""),
        (Kind.BIRTHDAY, "生日", "0760503", ""),
        (Kind.BIRTHDAY, "王先生", "76年5月3日", "出生"),
        (Kind.BIRTHDAY, "born on ", "3 May 1987", ""),
        (Kind.LINE_ID, "LINE ID：", "wangxm", ""),
        (Kind.LINE_ID, "ＬＩＮＥ　ＩＤ：", "wang0912", ""),
        (Kind.LINE_ID, "Line id ", "wang_123", ""),
        (Kind.LINE_ID, "LINE帳號：", "wang.xm", ""),
        (Kind.LINE_ID, "LINE：", "wang0912", ""),
        (Kind.CARD, "信用卡 ", "4111 1111 1111 1111", ""),
        (Kind.PASSPORT, "王先生 ", "300123456", "（護照）"),
        (Kind.PLATE, "公務車 ", "ABC-1234", "（車牌）"),
        (Kind.DOUBTFUL_IDENTITY, "王先生 ", "A123456780", "（身分證字號）"),
        (Kind.ACCOUNT, "匯款帳號：臺灣銀行（004）金門分行 ", "038-001-012345", ""),
        (Kind.BIRTHDAY, "王先生，民國", "76年5月3日", "生"),
        (Kind.CARD, "卡號：", "4111-1111-1111-1111", ""),
    ],
)
def test_words_beside_a_number_tell_what_it_is(kind: Kind, before: str, value: str, after: str) -> None:
    assert found(f"請提供{before}{value}{after}。") == [(kind, value)]
    if kind not in (Kind.CARD, Kind.BIRTHDAY):
        assert found(f"請提供{value}。") == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "匯款請洽 02-2366-6416",
            "匯款 12000000000 元",
            "帳號查詢 082-325101",
            "匯款期限2025/12/31",
            "轉帳戶數 120000 戶",
        ),
        *(
            "帳號密碼變更日期 1140115",
            "帳戶 20250101 起",
            "護照效期 2025-12-31",
            "車牌辨識 ISO 9001",
            "健保費用 1,200元",
        ),
        *(
            "LINE 官方帳號 @taipower",
            "LINE ID：@taipower",
            "LINE：@taipower",
            "LINE ID is required",
            "hot line: 0800123456",
        ),
        *(
            "辦理出生登記者，自114年1月1日起",
            "信用卡 1234 5678 1234 5678",
            "信用卡繳費114年1月1日",
            "身分證 A12345****",
        ),
        *("帳單。2. 11401150001", "114年1月1日生效", "金融帳戶代繳電費之用戶計 1234567 戶"),
    ],
)
def test_words_alone_tell_nothing(text: str) -> None:
    assert found(text) == []


def test_nothing_is_told_twice() -> None:
    assert [kind for kind, _ in found("身分證字號 A123456789、帳號 0912345678")] == [Kind.IDENTITY, Kind.MOBILE]


def test_what_is_allowed_counts_in_every_spelling() -> None:
    allowed = public_keys("+886-912-345-678") | public_keys("Duty(at)ms1.hinet.net") | public_keys("300123456")
    assert set(keys("（０９１２）３４５６７８ duty@ms1.hinet.net 護照：300-123-456")) == allowed - {
        "886912345678",
        "DUTYATMS1HINETNET",
    }


@given(st.text(alphabet="0123456789A-./()@＠ agmilcot第號帳護照生日年月:：", max_size=80))
def test_every_place_is_within_the_text(text: str) -> None:
    for datum in personal_data(text):
        assert 0 <= datum.span[0] < datum.span[1] <= len(text)
