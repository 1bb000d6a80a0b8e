from planpress.pages.editorial.scroll_boxes import with_scroll_boxes


def test_every_table_has_a_box_with_its_name() -> None:
    html = (
        "<p>甲</p><table><tr><td>乙</td></tr></table>"
        '<table class="x">\n<caption>丙<b>&amp;"</b></caption><tr><td>丁</td></tr></table><table></table>'
    )
    box = '<div class="scroll" role="group" aria-label="{}" tabindex="0">'
    assert with_scroll_boxes(html, "表格") == (
        f"<p>甲</p>{box.format('表格')}<table><tr><td>乙</td></tr></table></div>"
        f'{box.format("丙&amp;&#34;")}<table class="x">\n<caption>丙<b>&amp;"</b></caption><tr><td>丁</td></tr></table></div>'
        f"{box.format('表格')}<table></table></div>"
    )


def test_a_page_without_a_table_stays_as_it_is() -> None:
    assert with_scroll_boxes("<p>&lt;table>甲</p>", "表格") == "<p>&lt;table>甲</p>"
