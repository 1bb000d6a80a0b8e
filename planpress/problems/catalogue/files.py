"""The file as text and as YAML: E3xx and W3xx."""

from typing import Final

from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording
from planpress.problems.catalogue.markdown import MARKDOWN

FILES: Final = {
    "E301": ProblemCode(
        Wording(
            "檔案超過 {limit} 位元組",
            "請確認檔案內容；計畫只放文字，附件請另存檔案。",
            "一份計畫約 40 kB；過大的檔案多半是誤放了別的內容。",
        ),
        Wording(
            "the file has more than {limit} bytes",
            "Look at what it contains: a plan is text only, attachments are files of their own.",
            "A plan has about 40 kB; a file this large is most likely something else.",
        ),
        Example(Context.BYTES, "plan.yml  2,431,002 bytes", "plan.yml  38,684 bytes"),
    ),
    "E302": ProblemCode(
        Wording(
            "檔案是 UTF-16 或 UTF-32 編碼",
            "以編輯器另存為 UTF-8（記事本：另存新檔，編碼選 UTF-8）。",
            "所有檔案一律使用 UTF-8，各種工具才能正確讀取。",
        ),
        Wording(
            "the file is encoded in UTF-16 or UTF-32",
            "Save it as UTF-8 (Notepad: Save as, Encoding: UTF-8).",
            "All files are in UTF-8, so that every tool reads them alike.",
        ),
        Example(Context.BYTES, "FF FE 74 00 69 00 …", "74 69 …"),
    ),
    "E303": ProblemCode(
        Wording(
            "檔案是 Big5 編碼",
            "以編輯器另存為 UTF-8（記事本：另存新檔，編碼選 UTF-8）。",
            "所有檔案一律使用 UTF-8；Big5 缺字，且無法與其他文字並存。",
        ),
        Wording(
            "the file is encoded in Big5",
            "Save it as UTF-8 (Notepad: Save as, Encoding: UTF-8).",
            "All files are in UTF-8; Big5 lacks characters that names need.",
        ),
        Example(Context.BYTES, "title: AA F7 AA F9 …", "title: E9 87 91 E9 96 80 …"),
    ),
    "E304": ProblemCode(
        Wording(
            "此處的位元組 {byte} 不是 UTF-8",
            "檔案在此處損壞；請重新輸入這一行，或取回前一個版本。",
            "檔案傳輸或合併時受損，或混入了其他編碼的文字。",
        ),
        Wording(
            "the byte {byte} here is not UTF-8",
            "The file is damaged here: type the line again, or go back to the last version.",
            "The file was damaged on its way, or text in another encoding got into it.",
        ),
        Example(Context.BYTES, "title: E9 87 FF …", "title: E9 87 91 …"),
    ),
    "E305": ProblemCode(
        Wording(
            "檔案是空的",
            "填入內容，或刪去這個檔案。",
            "沒有內容的檔案無法成為網頁。",
        ),
        Wording(
            "the file is empty",
            "Fill it in, or delete it.",
            "Nothing can be made of a file without content.",
        ),
        Example(Context.BYTES, "plan.yml  0 bytes", "plan.yml  38,684 bytes"),
    ),
    "E306": ProblemCode(
        Wording(
            "不可見的控制字元 {character}",
            "刪去這個字元；若看不見，請把這一行重新輸入。",
            "控制字元看不見，多由其他軟體複製而來，會使檔案無法解讀。",
        ),
        Wording(
            "an invisible control character {character}",
            "Delete it; if you cannot see it, type the line again.",
            "Control characters come along when text is copied, cannot be seen, and make a file unreadable.",
        ),
        Example(Context.BYTES, "title: 金門<U+0007>區營業處", "title: 金門區營業處"),
    ),
    "E307": ProblemCode(
        Wording(
            "縮排用了定位字元（Tab）",
            "改用空白，每一層兩格；編輯器多有「以空白取代 Tab」的設定。",
            "YAML 不允許以 Tab 縮排，因為各人的 Tab 寬度不同。",
        ),
        Wording(
            "the indentation has a tab",
            "Use blanks, two a level; most editors can insert blanks for the Tab key.",
            "YAML does not allow tabs to indent, because nobody knows how wide they are.",
        ),
        Example(
            Context.PLAN,
            "shortcuts:\n\t- text: 到府服務\n\t  to: m-1-1",
            "shortcuts:\n  - text: 到府服務\n    to: m-1-1",
        ),
    ),
    "E308": ProblemCode(
        Wording(
            "巢狀超過 {limit} 層",
            "請檢查是否多打了括號或「- 」；計畫最多七層。",
            "層數過多的檔案不是計畫，也可能使程式耗盡資源。",
        ),
        Wording(
            "nested more than {limit} deep",
            "Look for brackets or “- ” that are too many; a plan needs seven levels.",
            "A file nested this deep is no plan, and may be meant to exhaust the program.",
        ),
        Example(Context.PLAN, "shortcuts: " + "[" * 20 + "]" * 20, "shortcuts: []"),
    ),
    "E309": ProblemCode(
        Wording(
            "不得使用錨點或別名「{name}」",
            "以 & 或 * 開頭的文字請加雙引號；重複的內容請重複寫出。",
            "& 與 * 在 YAML 有特殊意義；別名可使小檔案膨脹至極大，因此不接受。",
        ),
        Wording(
            "anchors and aliases are not allowed: “{name}”",
            "Put a text that starts with & or * in double quotes; write repeated content twice.",
            "& and * have a special meaning in YAML; aliases can blow a small file up without end.",
        ),
        Example(
            Context.ROWS,
            "- do: *號為必填欄位。",
            '- do: "*號為必填欄位。"',
        ),
    ),
    "E310": ProblemCode(
        Wording(
            "不得使用標籤「{name}」",
            "以 ! 開頭的文字請加雙引號；其餘刪去標籤。",
            "! 在 YAML 指定資料型別；本系統的型別由鍵決定。",
        ),
        Wording(
            "tags are not allowed: “{name}”",
            "Put a text that starts with ! in double quotes; otherwise take the tag out.",
            "! names a type in YAML; here the key decides the type.",
        ),
        Example(Context.ROWS, "- do: !重要 推廣電子帳單。", '- do: "!重要 推廣電子帳單。"'),
    ),
    "E311": ProblemCode(
        Wording(
            "檔案內有第二份文件（---）",
            "刪去 --- ；每份計畫一個檔案。",
            "一個檔案只放一份計畫；--- 之後的內容會被忽略。",
        ),
        Wording(
            "the file holds a second document (---)",
            "Take --- out; every plan has its own file.",
            "One file, one plan; what stands after --- would be ignored.",
        ),
        Example(
            Context.ORGANISATIONS,
            "sample:\n  name: 示範公司\n---\nother:\n  name: 其他公司",
            "sample:\n  name: 示範公司\nother:\n  name: 其他公司",
        ),
    ),
    "E312": ProblemCode(
        Wording(
            "鍵「{key}」重複",
            "合併為一，或刪去其中之一；若為另一列，請在行首加「- 」。",
            "同一處相同的鍵只能有一個，否則無法判斷何者為準。",
        ),
        Wording(
            "the key “{key}” is there twice",
            "Make one of the two, or delete one; a row of its own starts with “- ”.",
            "In one place a key stands once, or nobody knows which one counts.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n  who: 業務組\n  who: 電務組",
            "- do: 1. 推廣電子帳單。\n  who: 業務組、電務組",
        ),
    ),
    "E313": ProblemCode(
        Wording(
            "檔案最外層應為鍵與值",
            "第一層寫成「title: …」等鍵與值，冒號後空一格。",
            "整個檔案由鍵與值組成，不是一段文字或清單。",
        ),
        Wording(
            "the file should consist of keys and values",
            "Start it with keys such as “title: …”, with a blank after the colon.",
            "The whole file is made of keys and values, not of one text or list.",
        ),
        Example(
            Context.ORGANISATIONS,
            "- sample\n- other",
            "sample:\n  name: 示範公司",
        ),
    ),
    "E314": ProblemCode(
        Wording(
            "鍵必須是一個詞",
            "鍵不可為清單或巢狀內容；以 [ 或 {{ 或 ? 開頭的文字請加雙引號。",
            "[ 、 { 與 ? 在 YAML 有特殊意義，出現在鍵的位置時多半是漏了引號。",
        ),
        Wording(
            "a key must be a word",
            "A key cannot be a list or hold keys; put a text that starts with [ or {{ or ? in double quotes.",
            "[ and { and ? have a special meaning in YAML; in the place of a key, quotes are missing.",
        ),
        Example(
            Context.ORGANISATIONS,
            "[sample]:\n  name: 示範公司",
            "sample:\n  name: 示範公司",
        ),
    ),
    "E315": ProblemCode(
        Wording(
            "文字內的半形冒號把這段文字截斷",
            "整段文字加上雙引號，或改用全形冒號「：」。",
            "YAML 把半形冒號加空白（或在行末）當作鍵與值的分隔。",
        ),
        Wording(
            "a colon inside the text cuts it in two",
            "Put the whole text in double quotes, or use the full-width colon ：.",
            "To YAML, a colon with a blank behind it (or at the end of a line) separates a key from its value.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 網站連結抽測包括: 首頁及各服務頁。",
            '- do: "1. 網站連結抽測包括: 首頁及各服務頁。"',
        ),
    ),
    "E316": ProblemCode(
        Wording(
            "引號沒有結束",
            '在文字結尾補上同樣的引號；文字內的雙引號寫成 \\"。',
            "以引號開頭的文字必須以同樣的引號結束。",
        ),
        Wording(
            "the quotes are not closed",
            'Add the same quote at the end of the text; inside double quotes, write \\" for a quote.',
            "A text that starts with a quote ends with the same quote.",
        ),
        Example(
            Context.ROWS,
            '- do: "1. 推廣電子帳單。',
            '- do: "1. 推廣電子帳單。"',
        ),
    ),
    "E317": ProblemCode(
        Wording(
            "縮排或結構有誤",
            "檢查此行及上一行：同一層的鍵要對齊，鍵後要有「: 」，列首要有「- 」，括號要成對。",
            "YAML 以縮排表示歸屬，差一格就會改變意義或無法解讀。",
        ),
        Wording(
            "the indentation or the structure is wrong",
            "Look at this line and the one before: keys of one level line up, a key is followed by “: ”, a row "
            "starts with “- ”, brackets come in pairs.",
            "YAML shows by indentation what belongs to what; one blank makes a difference.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 推廣電子帳單。\n   who: 業務組",
            "- do: 1. 推廣電子帳單。\n  who: 業務組",
        ),
    ),
    "E318": ProblemCode(
        Wording(
            "文字不能以「{character}」開頭",
            "整段文字加上雙引號。",
            "@ 、 ` 、 % 等字元在 YAML 保留作其他用途，開頭時必須加引號。",
        ),
        Wording(
            "a text cannot start with “{character}”",
            "Put the whole text in double quotes.",
            "YAML keeps @, ` and % for itself; a text that starts with one needs quotes.",
        ),
        Example(Context.ROWS, "- do: @公司推廣。", '- do: "@公司推廣。"'),
    ),
    "E319": ProblemCode(
        Wording(
            "雙引號內的反斜線寫法不正確",
            "反斜線本身寫成 \\\\；或改用單引號。",
            "雙引號內的反斜線有特殊意義，例如 \\n 代表換行。",
        ),
        Wording(
            "a backslash inside double quotes that means nothing",
            "Write \\\\ for a backslash, or use single quotes.",
            "Inside double quotes a backslash is special: \\n, for instance, is a new line.",
        ),
        Example(Context.ROWS, '- do: "1. C:\\資料"', "- do: '1. C:\\資料'"),
    ),
    "E320": ProblemCode(
        Wording(
            "YAML 語法有誤（{message}）",
            "檢查此處；以特殊字元開頭的文字請整段加雙引號。",
            "括號內為 YAML 解析程式的原始訊息。",
        ),
        Wording(
            "YAML syntax error ({message})",
            "Look at this place; put a text that starts with a special character in double quotes.",
            "In parentheses is what the YAML parser says.",
        ),
        Example(Context.ORGANISATIONS, "%標題\n---\nsample:\n  name: 示範公司", "sample:\n  name: 示範公司"),
    ),
    "E321": ProblemCode(
        Wording(
            "這一行超過 {limit} 個字",
            "分成數行，或刪去誤放的內容。",
            "計畫的一段約數百字；這麼長的一行多半是誤放了別的內容。",
        ),
        Wording(
            "this line has more than {limit} characters",
            "Break it into several, or delete what does not belong there.",
            "A paragraph of a plan has a few hundred characters; a line this long is most likely something else.",
        ),
        Example(Context.BYTES, "title: 計畫計畫計畫… (12,000)", "title: 金門區營業處114年度提升服務效能執行計畫"),
    ),
    **MARKDOWN,
    "W301": ProblemCode(
        Wording(
            "檔案開頭有位元組順序記號（BOM）",
            "以編輯器另存為「UTF-8」，不要選「UTF-8 (BOM)」。",
            "BOM 看不見，對 UTF-8 沒有作用，卻會使部分工具誤讀第一行。",
        ),
        Wording(
            "the file starts with a byte order mark (BOM)",
            "Save it as “UTF-8”, not as “UTF-8 with BOM”.",
            "A BOM cannot be seen, does nothing for UTF-8, and makes some tools misread the first line.",
        ),
        Example(Context.BYTES, "EF BB BF 74 69 …", "74 69 …"),
    ),
    "W302": ProblemCode(
        Wording(
            "「#」之後的文字成為註解，不會出現在網頁",
            "若屬文字，整段加上雙引號；若為註解，# 前空兩格、後空一格。",
            "YAML 把空白加 # 之後的內容當作註解。",
        ),
        Wording(
            "what follows “#” is a comment and will not be on the page",
            "If it belongs to the text, put all of it in double quotes; if not, two blanks before # and one after.",
            "To YAML, everything after a blank and # is a comment.",
        ),
        Example(
            Context.ROWS,
            "- do: 1. 檢修第 #3 號變壓器。",
            '- do: "1. 檢修第 #3 號變壓器。"',
        ),
    ),
}
