"""What the command ``embed`` says, and the sheet of instructions that goes with a fragment."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class EmbedTexts:
    """What the command says; the braces name what is filled in."""

    help: str
    office: str
    year: str
    level_help: str
    language_help: str
    output_help: str
    no_language: str
    draft: str
    written: str
    sheet: str


EMBED_TEXTS: Final[Mapping[str, EmbedTexts]] = MappingProxyType(
    {
        "zh-Hant": EmbedTexts(
            help="把一份計畫做成一段 HTML，供貼入機關網站的內容管理系統（CMS）。",
            office="機關",
            year="年度",
            level_help="第一個標題的層次，1 到 6；預設 2，適合貼在頁名之下。",
            language_help="語言版本，例如 en；預設為 zh-Hant。",
            output_help="寫到這個資料夾，並附貼入說明（中、英文）；不指定時印出 HTML。",
            no_language="網站沒有語言版本 {name}；有：{known}。",
            draft="計畫尚未公開：貼上的內容註明「草案」，其中的連結要等公開之後才有效。",
            written="已寫入：{files}",
            sheet="""\
貼入說明
========

{title}
檔案：{file}
網址：{url}

一、{file} 是一段 HTML，不是整頁，不含程式、樣式與識別碼，一般的內容管理系統（CMS）會照原樣保留。

二、貼入
1. 在 CMS 開啟要放計畫的網頁，切換到「原始碼」或「HTML」模式。
2. 以文字編輯器（例如記事本）開啟 {file}，全選、複製。不要由瀏覽器或 Word 複製，格式會改變。
3. 在原始碼模式貼上、儲存，再切回一般模式看結果。

三、檢查
1. 標題由第 {level} 層（h{level}）開始。它上面的標題應是第 {above} 層；不是的話，請網頁維護人員以 --level 重做。
2. 每個表格的第一列是標題列；手機上表格過寬時，請確認網站的樣式可以左右捲動。
3. 開啟「文件下載」的每個連結，以及最後的原載網址。
4. 用鍵盤 Tab 鍵走過整頁，看得到目前的位置。

四、計畫修正之後，請重做一次，整段換掉；不要在 CMS 裡改字，以免與原載的計畫不同。

五、CMS 可以設定網頁的標準網址（canonical）時，填 {url}，搜尋引擎才知道以哪一頁為準。
""",
        ),
        "en": EmbedTexts(
            help="Make a plan a fragment of HTML for a page of an office's content management system.",
            office="OFFICE",
            year="YEAR",
            level_help="Level of the first heading, 1 to 6; without it 2, to stand below the title of a page.",
            language_help="The language, such as en; without it zh-Hant.",
            output_help="Write it into this folder, with instructions in both languages; else print the HTML.",
            no_language="the site has no {name}; it has: {known}",
            draft="The plan is not public yet: the fragment says so, and its links will work once it is.",
            written="Written: {files}",
            sheet="""\
How to put this into a page
===========================

{title}
File: {file}
Address: {url}

1. {file} is a piece of HTML, not a whole page. It has no script, no style and no ids, so that content
   management systems (CMS) keep it as it is.

2. To put it in
   a. Open the page in the CMS and switch to “source” or “HTML”.
   b. Open {file} with a text editor (Notepad, for instance), select all, copy. Do not copy it from a browser or
      from Word, which change it.
   c. Paste it into the source, save, and switch back to see it.

3. To check it
   a. Headings begin at level {level} (h{level}). The heading above should be of level {above}; if it is not, ask the
      web team to make the fragment again with --level.
   b. The first row of each table is its head. See that the site lets wide tables scroll sideways on a phone.
   c. Open each link under “Documents to download”, and the address at the end.
   d. Go through the page with the Tab key; you should see where you are.

4. When the plan is revised, make the fragment again and replace all of it. Do not change words in the CMS: they would
   differ from the plan.

5. If the CMS has a field for the canonical address of a page, put {url} there, so that search engines know which page
   counts.
""",
        ),
    }
)
