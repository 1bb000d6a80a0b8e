"""What keeps every command from its work: settings, theme or folders that only the web team can mend."""

from planpress.problems import report
from planpress.problems.problem import Problem


class SettingsError(Exception):
    """What the web team must mend before anything can be made: ``mkdocs.yml``, the theme, the folder of the site.

    Both parts are arguments of the exception, so that it comes whole out of a worker process.

    Attributes:
        message: why, in Chinese and English; empty where there are problems.
        problems: with places.
    """

    def __init__(self, message: str = "", problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message, problems)
        self.message = message
        self.problems = problems

    def told(self, language: str = "zh-Hant", *, colour: bool = False) -> str:
        """What is wrong, for a reader of one language."""
        return self.message or report.terminal(self.problems, language, colour=colour).rstrip("\n")

    def __str__(self) -> str:
        return self.told()
