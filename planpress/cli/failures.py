"""What is said of whatever keeps a command from its work and is no problem of the data."""

from concurrent.futures.process import BrokenProcessPool

import click

from planpress.cli.words.help import wrong_use
from planpress.cli.words.texts import Texts
from planpress.console import visible, visible_lines
from planpress.problems.refusals import reason, refusal
from planpress.problems.settings_error import SettingsError


def failure(error: Exception, texts: Texts, language: str, *, colour: bool = False) -> str | None:
    """The message for an error that may come from outside; None for one that only a mistake of the program explains."""
    match error:
        case click.UsageError():
            command = error.ctx.command_path if error.ctx else "build.py"
            return texts.wrong_use.format(message=visible_lines(wrong_use(error, texts)), command=command)
        case click.ClickException():
            return visible_lines(error.format_message())
        case SettingsError():
            return visible_lines(error.message) or error.told(language, colour=colour)
        case BrokenProcessPool():
            return texts.worker_gone
        case OSError():
            name = visible(str(error.filename or error))
            return texts.no_access.format(name=name, reason=reason(refusal(error), language))
        case UnicodeEncodeError():  # a path of names that are not UTF-8, where one has to be written down
            around = error.object[max(0, error.start - 50) : error.end + 50]
            return texts.no_access.format(name=visible(around), reason=error.reason)
    return None
