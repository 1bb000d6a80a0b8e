import pytest

from planpress.model.personal.names import is_person, named_persons


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("受測人：王小明，接聽迅速。", ["王小明"]),
        ("考核委員：歐陽明", ["歐陽明"]),
        ("由李大華主任覆核", ["李大華"]),
        ("已轉陳小姐協助", ["陳"]),
        ("受測單位：業務組，接聽迅速。", []),
        ("金門所長、高雄處長與各課課長出席", []),
        ("服務人員：周到。", []),
        ("方案經理與施政主任會報", []),
        ("營業處處長", []),
    ],
)
def test_words_beside_it_make_a_name(text: str, names: list[str]) -> None:
    assert [text[slice(*span)] for span in named_persons(text)] == names


@pytest.mark.parametrize("unit", ["業務處", "金門", "高雄區處", "林口服務所", "示範顧問公司", "總管理處"])
def test_a_unit_is_no_person(unit: str) -> None:
    assert not is_person(unit)
