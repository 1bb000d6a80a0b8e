"""What documents need: W8xx. Found by :mod:`planpress.documents.press`."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording

DOCUMENTS: Final = {
    "W801": ProblemCode(
        Wording(
            "文件字型沒有「{character}」（{code}）這個字",
            "文件內以〓代替。請將有此字的字型檔（如全字庫正楷體）放入 theme/documents/fonts/，"
            "並在 mkdocs.yml 的 extra.fonts 寫上字型名稱。",
            "缺字的文件無法通過 PDF/UA，也讀不出原意；人名用字尤其常見。網頁不受影響。",
        ),
        Wording(
            "no font for documents has the character “{character}” ({code})",
            "Documents print 〓 in its place. Put a font that has it into theme/documents/fonts/ and name its family in"
            " extra.fonts of mkdocs.yml.",
            "A PDF with a missing glyph cannot conform to PDF/UA, and loses the name that was meant."
            " Pages are not affected.",
        ),
        Example(Context.BYTES, "do: 1. 洽\U00100000先生", "do: 1. 洽王先生"),
    ),
}
