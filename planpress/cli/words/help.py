"""Click's own words (用法, 選項, what was wrong) in the caller's language."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import click
from rich.cells import cell_len

from planpress.cli.words.texts import Texts
from planpress.cli.wrapping import first_sentence, wrapped
from planpress.console import visible

_NARROWEST: Final = 20
"""Columns that a text has at least, however narrow the terminal."""


def group_in_language(texts: Texts) -> type[click.Group]:
    """A kind of group whose help, and that of its commands, is in one language."""

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix=texts.usage)

        def write_heading(self, heading: str) -> None:
            named = {"Options": texts.options, "Commands": texts.commands}.get(heading, f"{heading}:")
            self.write(f"{'':>{self.current_indent}}{named}\n")

        def write_text(self, text: str) -> None:
            self.write("".join(f"{'':>{self.current_indent}}{line}\n" for line in self._lines(text, 0)))

        def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
            rows = list(rows)
            column = min(max(cell_len(name) for name, _ in rows), col_max) + col_spacing
            indent = " " * (self.current_indent + column)
            for name, said in rows:
                first, *others = self._lines(said, column)
                gap = " " * (column - cell_len(name)) if cell_len(name) <= column - col_spacing else f"\n{indent}"
                self.write(f"{'':>{self.current_indent}}{name}{gap}{first}".rstrip() + "\n")
                self.write("".join(f"{indent}{line}\n" for line in others))

        def _lines(self, text: str, column: int) -> list[str]:
            return wrapped(text, max(self.width - self.current_indent - column, _NARROWEST))

    class Context(click.Context):
        formatter_class = Formatter

    class Command(click.Command):
        context_class = Context

        def get_short_help_str(self, limit: int = 45) -> str:
            return first_sentence(self.help or "")

        def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
            ctx.allow_extra_args = True  # or click tells of them in English
            if (hungry := _without_value(self.get_params(ctx), args)) is not None:
                raise click.BadOptionUsage(hungry, "", ctx)
            with click.core.augment_usage_errors(ctx):
                left = super().parse_args(ctx, args)
            if left:
                told = texts.too_much.format(words=visible(" ".join(left)))
                options = {name for each in self.params for name in each.opts}
                as_options = texts.as_options if {"--office", "--year"} <= options else ""
                raise click.UsageError(told + as_options, ctx)
            return left

    class Group(click.Group):
        context_class = Context
        command_class = Command

    return Group


def _without_value(params: Sequence[click.Parameter], args: Sequence[str]) -> str | None:
    """An option that would take the name of another for its value, as click lets it."""
    options = {name: each for each in params if isinstance(each, click.Option) for name in each.opts}
    for name, following in pairwise(args):
        if name in options and not options[name].is_flag and following in options:
            return name
    return None


def wrong_use(error: click.ClickException, texts: Texts) -> str:
    """What was wrong with the words of a call, and what was probably meant."""
    match error:
        case click.NoSuchOption():
            told = texts.no_such_option.format(name=error.option_name)
            as_command = error.option_name.lstrip("-")
            return told + _nearest([as_command] if as_command in _names(error.ctx) else error.possibilities, texts)
        case click.exceptions.NoSuchCommand():
            told = texts.no_such_command.format(name=error.command_name)
            return told + (_nearest(error.possibilities, texts) or _commands(error.ctx, texts))
        case click.BadOptionUsage():
            return _option_use(error, texts)
        case click.MissingParameter() if error.param:
            return texts.missing.format(name=_shown(error.param))
        case click.BadParameter() if error.param:
            return bad_value(_shown(error.param), _may_be(error.param.type, texts), texts)
    return error.format_message()


def bad_value(name: str, may_be: str, texts: Texts) -> str:
    """That something cannot stand where it does, and what can, as far as that can be said."""
    return texts.bad_value.format(name=name) + (texts.values.format(values=may_be) if may_be else "")


def _may_be(type_: click.ParamType[object], texts: Texts) -> str:
    """What may stand where a value of a type is wanted."""
    match type_:
        case click.Choice():
            return texts.comma.join(map(str, type_.choices))
        case click.IntRange(max=None):
            return texts.numbers_from.format(least=type_.min)
        case click.IntRange():
            return texts.numbers_between.format(least=type_.min, most=type_.max)
        case click.Tuple():
            return _may_be(type_.types[0], texts)
        case click.Path():
            return texts.a_file if type_.dir_okay is False else texts.a_folder
    return ""


def _option_use(error: click.BadOptionUsage, texts: Texts) -> str:
    """That an option lacks its value or values, or has one where none may be."""
    params = error.ctx.command.params if error.ctx else ()
    option = next((each for each in params if error.option_name in each.opts), None)
    if isinstance(option, click.Option) and option.is_flag:
        return texts.option_takes_none.format(name=error.option_name)
    if option and option.nargs > 1:
        return texts.option_values_missing.format(name=error.option_name, values=option.metavar)
    return texts.option_value_missing.format(name=error.option_name)


def _shown(param: click.Parameter) -> str:
    """What the usage line calls a parameter."""
    return (
        param.opts[0] if isinstance(param, click.Option) else (param.metavar or param.human_readable_name).strip("[]")
    )


def _names(context: click.Context | None) -> list[str]:
    """The commands there are."""
    return context.command.list_commands(context) if context and isinstance(context.command, click.Group) else []


def _commands(context: click.Context | None, texts: Texts) -> str:
    names = _names(context)
    return texts.all_commands.format(names=texts.comma.join(names)) if names else ""


def _nearest(names: Iterable[str] | None, texts: Texts) -> str:
    nearest = min(names or (), default=None)
    return texts.nearest.format(name=nearest) if nearest else ""
