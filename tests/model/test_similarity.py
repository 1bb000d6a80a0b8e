from planpress.model.similarity import Neighbourhood, similarity


def test_texts_are_alike_by_what_they_share() -> None:
    assert similarity("推廣電子帳單。", "推廣電子帳單。") == 1
    assert similarity("推廣", "到府") == 0
    assert similarity("推廣電子帳單。", "推廣電子帳單及簡訊。") > similarity("推廣電子帳單。", "推廣行動支付。") > 0.3


def test_the_nearest_come_first_and_strangers_not_at_all() -> None:
    texts = ["到府服務。", "推廣行動支付。", "推廣電子帳單及簡訊。", "推廣電子帳單", "AMI"]
    found = Neighbourhood.of(texts).nearest("推廣電子帳單。", 2, 0.5)
    assert [text for _, text in found] == ["推廣電子帳單", "推廣電子帳單及簡訊。"]
    assert found[0][0] > found[1][0] > 0.8
    assert Neighbourhood.of(texts).nearest("全新", 2, 0.5) == []
    assert Neighbourhood.of(texts).nearest("AMI", 1, 0.5) == [(1, "AMI")]
    assert Neighbourhood.of([]).nearest("", 1, 0.5) == []
