"""What the commands for web servers say, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class ServerTexts:
    """Every sentence of these commands; the braces name what is filled in."""

    help: str
    folder_help: str
    listen_help: str
    certificate_help: str
    key_help: str
    part_help: str
    bad_folder: str
    bad_listen: str
    both: str
    only_https: str
    not_iis: str
    bad_path: str
    note: str
    nginx: str
    nginx_part: str
    apache: str
    apache_part: str
    iis: str
    no_tls: str
    probe_help: str
    bad_address: str
    probed: str


SERVER_TEXTS: Final[Mapping[str, ServerTexts]] = MappingProxyType(
    {
        "zh-Hant": ServerTexts(
            help="依 site_url 印出網頁伺服器的整份設定。KIND：nginx、apache 或 iis。",
            folder_help="網站在伺服器上的資料夾；預設為 site_dir。",
            listen_help="連接埠，或位址與連接埠（127.0.0.1:8080）；預設 80，有憑證時 443。",
            certificate_help="憑證檔（含中繼憑證）在伺服器上的路徑。",
            key_help="憑證私鑰在伺服器上的路徑。",
            part_help="只印網站的部分，供加入主機既有的設定。",
            bad_folder="{file}：路徑含引號、反斜線或 * ? $ % ; # 等符號，伺服器的設定不能照寫。",
            bad_listen="--listen 應為連接埠，或位址與連接埠，例如 8080、127.0.0.1:8080。",
            both="--certificate 與 --key 須一起指定。",
            only_https="site_url 不是 https，不需要憑證。",
            not_iis="iis 的設定檔只在網站資料夾內作用，不用 --listen、--certificate、--key、--part、--folder。",
            bad_path="site_url 的路徑（{path}）含伺服器設定不能照寫的字元，請改用英文、數字與 - . _ ~。",
            note="{url} 的設定，由 build.py server {kind} 產生。site_url 或撤下的計畫有變動時請重新產生，不要手改。",
            nginx="存為 /etc/nginx/conf.d/planpress.conf，以 nginx -t 檢查，再 nginx -s reload。",
            nginx_part="以 include 加入主機既有的 server {{ }}，以 nginx -t 檢查，再 nginx -s reload。",
            apache=(
                "需要模組 alias、deflate、dir、filter、headers、mime（a2enmod headers deflate）{tls}。\n"
                "存為 /etc/apache2/sites-available/planpress.conf，a2ensite planpress，apachectl configtest，"
                "再 apachectl graceful。"
            ),
            apache_part=(
                "需要模組 alias、deflate、dir、filter、headers、mime（a2enmod headers deflate）。\n"
                "以 Include 加入主機既有的 <VirtualHost>，apachectl configtest，再 apachectl graceful。"
            ),
            iis=(
                "存為網站資料夾內的 web.config。需要「靜態內容」「預設文件」「HTTP 錯誤」「靜態內容壓縮」「要求篩選」"
                "等角色服務{rewrite}。\n"
                "壓縮的類型只能在伺服器設定，以系統管理員執行一次："
            ),
            no_tls="沒有指定憑證（--certificate、--key）：https 須由前端的負載平衡或反向代理提供。",
            probe_help=(
                "向伺服器查核網站：狀態、標頭、檔案類型、壓縮、快取、404 頁、轉址、不該公開的檔案。"
                "URL：首頁的網址；預設為 site_url。"
            ),
            bad_address="{url} 不是網址；請寫完整，例如 https://plans.example/plans/。",
            probed="{url}：{summary}（查詢 {asked} 次）",
        ),
        "en": ServerTexts(
            help="Print the whole configuration of a web server, made from site_url. KIND: nginx, apache or iis.",
            folder_help="Where the site lies on the server; site_dir by default.",
            listen_help="A port, or an address and a port (127.0.0.1:8080); 80 by default, 443 with a certificate.",
            certificate_help="File of the certificate, with those in between, on the server.",
            key_help="File of the certificate's private key on the server.",
            part_help="Only the part of the site, to be included into what the host has already.",
            bad_folder="{file}: a path with quotes, backslashes or signs such as * ? $ % ; #, which a configuration"
            " cannot have as they are.",
            bad_listen="--listen takes a port, or an address and a port: 8080, 127.0.0.1:8080.",
            both="--certificate and --key go together.",
            only_https="site_url is not https, so there is no certificate.",
            not_iis="the file for iis works in the site's own folder:"
            " it takes no --listen, --certificate, --key, --part or --folder.",
            bad_path="the path of site_url ({path}) has characters that no configuration can have as they are;"
            " use letters, digits and - . _ ~.",
            note="For {url}, written by build.py server {kind}; write it again when site_url changes,"
            " or a plan is withdrawn or shown again, and do not"
            " edit it.",
            nginx="Save it as /etc/nginx/conf.d/planpress.conf; nginx -t checks it, nginx -s reload takes it up.",
            nginx_part="Include it into the server {{ }} of the host; nginx -t checks it, nginx -s reload takes it up.",
            apache=(
                "Needs the modules alias, deflate, dir, filter, headers and mime (a2enmod headers deflate){tls}.\n"
                "Save it as /etc/apache2/sites-available/planpress.conf; a2ensite planpress, apachectl configtest,"
                " apachectl graceful."
            ),
            apache_part=(
                "Needs the modules alias, deflate, dir, filter, headers and mime (a2enmod headers deflate).\n"
                "Include it into the <VirtualHost> of the host; apachectl configtest, apachectl graceful."
            ),
            iis=(
                "Save it as web.config in the folder of the site. Needs the role services Static Content, Default"
                " Document, HTTP Errors, Static Content Compression and Request Filtering{rewrite}.\n"
                "What is compressed can be set for the whole server alone; run once, as an administrator:"
            ),
            no_tls="No certificate is given (--certificate, --key): a load balancer or proxy in front offers https.",
            probe_help=(
                "Ask a server for the site: status, headers, types, compression, caching, the page for what is missing,"
                " redirects, files that nobody may read. URL: of the home page; site_url by default."
            ),
            bad_address="{url} is no address; write all of it, such as https://plans.example/plans/.",
            probed="{url}: {summary} (requests: {asked})",
        ),
    }
)

REWRITE: Final[Mapping[str, str]] = MappingProxyType(
    {"zh-Hant": "，以及 URL Rewrite 2.1 模組", "en": ", and the module URL Rewrite 2.1"}
)
"""What else IIS needs where something was moved or withdrawn."""
TLS: Final[Mapping[str, str]] = MappingProxyType({"zh-Hant": "與 ssl（a2enmod ssl）", "en": ", and ssl (a2enmod ssl)"})
"""What else Apache needs with a certificate."""
