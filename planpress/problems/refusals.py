"""Why an operating system refuses, or a certificate is not believed, in the reader's language.

They tell that in words of their own, mostly English.
"""

import errno
import socket
import ssl
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_IN_CHINESE: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.EACCES: "沒有權限，或檔案正由其他程式開啟",
        errno.EPERM: "系統不允許",
        errno.EBUSY: "正由其他程式使用",
        errno.EROFS: "磁碟或資料夾是唯讀的",
        errno.ENOSPC: "磁碟已滿",
        errno.ENOENT: "沒有這個檔案或資料夾",
        errno.ENOTDIR: "路徑中有一段不是資料夾",
        errno.EISDIR: "這是資料夾，不是檔案",
        errno.EEXIST: "已有同名的檔案或資料夾",
        errno.ENAMETOOLONG: "名稱太長",
        errno.EMFILE: "同時開啟的檔案太多",
        errno.EIO: "讀寫失敗，磁碟或網路磁碟機可能有問題",
        errno.EADDRNOTAVAIL: "這臺電腦沒有這個位址",
        errno.ECONNREFUSED: "對方拒絕連線",
        errno.ECONNRESET: "對方中斷連線",
        errno.EHOSTUNREACH: "到不了這臺主機",
        errno.ENETUNREACH: "網路不通",
        errno.ETIMEDOUT: "對方沒有回應",
        socket.EAI_NONAME: "查不到這個名稱的主機",
        socket.EAI_AGAIN: "網路不通，查不到主機",
    }
)

_OF_CERTIFICATES: Final[Mapping[int, str]] = MappingProxyType(
    {
        9: "憑證還沒有生效",
        10: "憑證已過期",
        18: "憑證是自行簽署的",
        19: "憑證鏈中有自行簽署的憑證",
        20: "缺少中繼憑證，或這臺電腦不信任發證機構",
        21: "缺少中繼憑證，或這臺電腦不信任發證機構",
        23: "憑證已廢止",
        62: "憑證不是給這個主機名稱的",
        64: "憑證不是給這個位址的",
    }
)
"""By the numbers of OpenSSL (X509_V_ERR_…)."""


def refusal(error: OSError) -> Mapping[str, str]:
    """What a problem says of an error: the number, by which readers are told in their language, and the words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return {"certificate": str(error.verify_code), "reason": error.verify_message}
    words = error.strerror or str(error) or type(error).__name__
    return {"errno": str(error.errno), "reason": words} if error.errno else {"reason": words}


def reason(values: Mapping[str, str], language: str) -> str:
    """The reason in a language; what nobody has put into it comes in the system's own words.

    >>> reason({"errno": "13", "reason": "Permission denied"}, "en")
    'Permission denied'
    """
    if language != "zh-Hant":
        return values["reason"]
    known = _IN_CHINESE.get(int(values.get("errno", 0))) or _OF_CERTIFICATES.get(int(values.get("certificate", 0)))
    return known or values["reason"]
