"""What is said of whatever keeps a command from its work and is no problem of the data."""

import click
from jinja2 import TemplateError, TemplateSyntaxError

from planpress.cli_help import wrong_use
from planpress.cli_texts import Texts
from planpress.console import visible, visible_lines
from planpress.settings import SettingsError


def failure(error: Exception, texts: Texts) -> str | None:
    """The message for an error that may come from outside; None for one that only a mistake of the program explains."""
    match error:
        case click.UsageError():
            return texts.wrong_use.format(message=visible_lines(wrong_use(error, texts)))
        case click.ClickException():
            return visible_lines(error.format_message())
        case SettingsError():
            return visible_lines(str(error))
        case TemplateError():
            return texts.broken_template.format(place=visible(_template_place(error)), reason=visible_lines(str(error)))
        case OSError():
            name = visible(str(error.filename or error))
            return texts.no_access.format(name=name, reason=error.strerror or type(error).__name__)
        case UnicodeEncodeError():  # a path of names that are not UTF-8, where one has to be written down
            around = error.object[max(0, error.start - 50) : error.end + 50]
            return texts.no_access.format(name=visible(around), reason=error.reason)
    return None


def _template_place(error: TemplateError) -> str:
    """File and line of a broken template, as far as Jinja tells."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    traceback = error.__traceback__
    place = "theme/"
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith((".html", ".xml", ".jinja")):
            place = f"{name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
