"""What documents need: E8xx and W8xx. Found by :mod:`planpress.documents.making`."""

from typing import Final

from planpress.problem_codes.entry import Context, Example, ProblemCode, Wording

DOCUMENTS: Final = {
    "W801": ProblemCode(
        Wording(
            "文件字型沒有「{character}」（{code}）這個字",
            "文件內以〓代替。請將有此字的字型檔（如全字庫正楷體）放入 theme/documents/fonts/，並在 mkdocs.yml 的 extra.fonts 寫上字型名稱。",
            "缺字的文件無法通過 PDF/UA，也讀不出原意；人名用字尤其常見。網頁不受影響。",
        ),
        Wording(
            "no font for documents has the character “{character}” ({code})",
            "Documents print 〓 in its place. Put a font that has it into theme/documents/fonts/ and name its family in"
            " extra.fonts of mkdocs.yml.",
            "A PDF with a missing glyph cannot conform to PDF/UA and loses the name that was meant. Pages are not affected.",
        ),
        Example(Context.BYTES, "do: 1. 洽\U00100000先生", "do: 1. 洽王先生"),
    ),
    "E802": ProblemCode(
        Wording(
            "找不到核定本「{file}」",
            "將檔案放在 plan.yml 旁邊，或改正 original 的 file。",
            "網頁會提供核定本下載；檔案不在就會是無效連結。",
        ),
        Wording(
            "the approved original “{file}” is not there",
            "Put the file beside plan.yml, or correct file in original.",
            "The page offers it for download, and the link would be broken.",
        ),
        Example(Context.FOLDER, "original: {file: missing.pdf, …}", "original: {file: approved.pdf, …}"),
    ),
    "E803": ProblemCode(
        Wording(
            "核定本「{file}」的 SHA-256 與計畫所載不同",
            "確認檔案無誤後，將 original 的 sha256 改為 {found}。",
            "SHA-256 讓民眾確認下載的檔案就是核定的那一份。",
        ),
        Wording(
            "the SHA-256 of the approved original “{file}” is not the one that the plan states",
            "If the file is the right one, set sha256 in original to {found}.",
            "With it readers can make sure that what they download is what was approved.",
        ),
        Example(Context.FOLDER, "original: {…, sha256: 0000…}", "original: {…, sha256: 9f86…}"),
    ),
}
