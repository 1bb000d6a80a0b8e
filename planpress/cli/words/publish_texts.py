"""What the commands ``publish``, ``rollback`` and ``releases`` say."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class PublishTexts:
    """What the commands say; the braces name what is filled in."""

    publish_help: str
    dry_run_help: str
    accept_help: str
    accept_usage: str
    again_help: str
    rollback_help: str
    releases_help: str
    diff_help: str
    waiting: str
    same: str
    dry: str
    published: str
    brought_back: str
    none_yet: str
    release: str
    now: str
    copy_of: str
    changed_since: str
    no_commit: str
    between: str
    no_difference: str
    plan: str
    rest: str
    kinds: Mapping[str, str]
    changes: tuple[str, str, str]
    comma: str
    colon: str


PUBLISH_TEXTS: Final[Mapping[str, PublishTexts]] = MappingProxyType(
    {
        "zh-Hant": PublishTexts(
            publish_help="建置、檢查網站，發布到 publish.yml 的目標，成為新的版次。",
            dry_run_help="只列出會有什麼不同，不發布。",
            accept_help="接受這一項減少，例如 plans=3；可寫多次。",
            accept_usage="--accept 須照訊息所示填寫，例如 --accept plans=3。",
            again_help="即使內容相同也重新發布一版：伺服器上的檔案被改過、刪除或加入時使用。",
            rollback_help="把先前的版次重新上線；不指定版次時，是目前版次的前一個。",
            releases_help="列出目標的版次。",
            diff_help="說明兩個版次有何不同。",
            waiting="另一個發布正在進行（{holder}），等它結束後繼續。",
            same="內容與目前的版次 {number} 相同，不必發布；伺服器上的檔案被改過時，請加上 --again。",
            dry="以上是版次 {number} 會有的不同；沒有發布。",
            published="已發布版次 {number}：複製 {copied} 個檔案，沿用 {held} 個。",
            brought_back="已把版次 {old} 的內容重新上線，成為版次 {number}。",
            none_yet="這個目標還沒有版次。",
            release="版次 {number}：{made}，{commit}，計畫 {plans} 份、網頁 {pages} 頁、文件 {documents} 個",
            now=" ← 目前",
            copy_of="（同版次 {number}）",
            changed_since="{commit}（之後另有修改）",
            no_commit="沒有 git 提交",
            between="版次 {old} 到版次 {new}：",
            no_difference="兩個版次的內容相同。",
            plan="{office} {year} 年度",
            rest="網站其他部分",
            kinds={"pages": "網頁 {number} 頁", "documents": "文件 {number} 個", "files": "其他檔案 {number} 個"},
            changes=("新增{what}", "更新{what}", "移除{what}"),
            comma="、",
            colon="：",
        ),
        "en": PublishTexts(
            publish_help="Build the site, check it, and publish it as a new release to a target of publish.yml.",
            dry_run_help="Tell what would change, and publish nothing.",
            accept_help="Accept that there is less of something, such as plans=3; may be given several times.",
            accept_usage="--accept takes what the message says, such as --accept plans=3.",
            again_help="Publish anew even if nothing differs: after files on the server were changed, or put there.",
            rollback_help="Show an earlier release again; without a number, the one before the present one.",
            releases_help="List the releases of a target.",
            diff_help="Tell how two releases differ.",
            waiting="Somebody else is publishing there ({holder}); this goes on when that has ended.",
            same=(
                "Nothing differs from the present release {number}, so nothing is published; "
                "if files on the server were changed, add --again."
            ),
            dry="This is how release {number} would differ; nothing was published.",
            published="Published release {number}: {copied:file|files} copied, {held} kept from earlier ones.",
            brought_back="What release {old} held is shown again, as release {number}.",
            none_yet="This target has no release yet.",
            release="release {number}: {made}, {commit}, plans: {plans}, pages: {pages}, documents: {documents}",
            now=" <- now",
            copy_of=" (the same as release {number})",
            changed_since="{commit} (and changes since)",
            no_commit="no git commit",
            between="From release {old} to release {new}:",
            no_difference="The two releases hold the same.",
            plan="{office}, {year}",
            rest="the rest of the site",
            kinds={"pages": "pages: {number}", "documents": "documents: {number}", "files": "other files: {number}"},
            changes=("new {what}", "changed {what}", "removed {what}"),
            comma="; ",
            colon=": ",
        ),
    }
)
