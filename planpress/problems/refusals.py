"""Why an operating system refuses, in the reader's language; it tells that in words of its own, mostly English."""

import errno
import socket
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


def refusal(error: OSError) -> Mapping[str, str]:
    """What a problem says of an error: the number, by which readers are told in their language, and the words."""
    words = error.strerror or str(error) or type(error).__name__
    return {"errno": str(error.errno), "reason": words} if error.errno else {"reason": words}


def reason(values: Mapping[str, str], language: str) -> str:
    """The reason in a language; what nobody has put into it comes in the system's own words.

    >>> reason({"errno": "13", "reason": "Permission denied"}, "en")
    'Permission denied'
    """
    known = _IN_CHINESE.get(int(values.get("errno", 0))) if language == "zh-Hant" else None
    return known or values["reason"]
