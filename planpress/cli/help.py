"""Click's own words (用法, 選項, what was wrong) in the caller's language."""

from collections.abc import Iterable

import click

from planpress.cli.texts import Texts


def group_in_language(texts: Texts) -> type[click.Group]:
    """A kind of group whose help, and that of its commands, is in one language."""

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix=texts.usage)

        def write_heading(self, heading: str) -> None:
            named = {"Options": texts.options, "Commands": texts.commands}.get(heading, f"{heading}:")
            self.write(f"{'':>{self.current_indent}}{named}\n")

    class Context(click.Context):
        formatter_class = Formatter

    class Command(click.Command):
        context_class = Context

    class Group(click.Group):
        context_class = Context
        command_class = Command

    return Group


def wrong_use(error: click.ClickException, texts: Texts) -> str:
    """What was wrong with the words of a call, and what was probably meant."""
    match error:
        case click.NoSuchOption():
            return texts.no_such_option.format(name=error.option_name) + _nearest(error.possibilities, texts)
        case click.exceptions.NoSuchCommand():
            return texts.no_such_command.format(name=error.command_name) + _nearest(error.possibilities, texts)
        case click.BadOptionUsage():
            return texts.option_value_missing.format(name=error.option_name)
        case click.BadParameter() if error.param:
            return texts.bad_value.format(name=error.param.opts[0])
    return error.format_message()


def _nearest(names: Iterable[str] | None, texts: Texts) -> str:
    nearest = min(names or (), default=None)
    return texts.nearest.format(name=nearest) if nearest else ""
