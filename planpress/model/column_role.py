"""What a column of an office's own table holds, whatever the office calls it."""

from enum import StrEnum


class ColumnRole(StrEnum):
    """What a column holds."""

    GROUP = "group"
    """Headings (服務面向, 執行策略)."""
    NUMBER = "number"
    """Nothing but the numbers of what stands beside (項次)."""
    MEASURE = "measure"
    WHO = "who"
    SUPPORTING = "supporting"
    """Departments that support those of another column (協辦單位)."""
    WHEN = "when"
    TARGET = "target"
    MORE = "more"
