"""The commands ``server``, which writes a web server's configuration, and ``probe``, which tries a server."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import click

from planpress import addresses
from planpress.cli.call import CLEAN, PROBLEMS, Call, Commands, print_problems
from planpress.cli.words.server_texts import REWRITE, SERVER_TEXTS, TLS, ServerTexts
from planpress.configuration.web_address import wrong_part
from planpress.console import visible
from planpress.model.redirect import moves_in
from planpress.problems import report
from planpress.problems.problem import has_errors
from planpress.problems.settings_error import SettingsError
from planpress.publishing.server_apache import apache_part, apache_server
from planpress.publishing.server_iis import compression_commands, iis_config
from planpress.publishing.server_nginx import nginx_part, nginx_server
from planpress.publishing.server_site import LISTEN, Certificate, ServedSite, is_plain_file, is_plain_path
from planpress.settings import Settings
from planpress.site.showing import Showing, showing
from planpress.source.content.redirects import read_redirects
from planpress.source.folders import plan_files


def add_server(commands: Commands) -> None:
    """Add the commands to the others."""
    call = commands.call
    texts = SERVER_TEXTS[call.language]

    @commands.add(texts.help)
    @click.argument("kind", type=click.Choice(["nginx", "apache", "iis"]), metavar="KIND")
    @click.option("--folder", metavar="DIR", help=texts.folder_help)
    @click.option("--listen", metavar="PORT", default="", help=texts.listen_help)
    @click.option("--certificate", metavar="FILE", help=texts.certificate_help)
    @click.option("--key", metavar="FILE", help=texts.key_help)
    @click.option("--part", is_flag=True, help=texts.part_help)
    def server(
        kind: str,
        folder: str | None,
        listen: str,
        certificate: str | None,
        key: str | None,
        part: bool,
    ) -> int:
        if kind == "iis" and (listen or certificate or key or part or folder):
            raise click.UsageError(texts.not_iis)
        if listen and not LISTEN.fullmatch(listen):
            raise click.UsageError(texts.bad_listen)
        if (certificate is None) != (key is None):
            raise click.UsageError(texts.both)
        settings = call.settings()
        tls = Certificate(certificate, key) if certificate and key else None
        site = served(settings, folder or settings.site_dir.resolve().as_posix(), listen, tls)
        _refuse(texts, site)
        print(_written(texts, call.language, kind, site, part), end="")
        return CLEAN

    @commands.add(texts.probe_help)
    @click.argument("url", required=False, metavar="[URL]")
    def probe(url: str | None) -> int:
        if url is not None and wrong_part(url):
            raise click.UsageError(texts.bad_address.format(url=visible(url)))
        return _probe(call, texts, url)


def served(settings: Settings, folder: str, listen: str = "", certificate: Certificate | None = None) -> ServedSite:
    """The site as its server is to know it.

    Raises:
        SettingsError: what was moved or withdrawn cannot be read.
    """
    port = urlsplit(settings.site_url).port
    redirects, problems = read_redirects(settings.root)
    if has_errors(problems):
        raise SettingsError(problems=tuple(problems))
    shown = showing(settings, plan_files(settings.root)[0])
    own = [each for each in redirects if shown.has_page(each.old) and shown.has_page(each.new)]
    moved = tuple(moves_in(settings.languages, own))
    gone = {path: addresses.file_of(path) for path in withdrawn_paths(settings, shown)}
    return ServedSite(settings.site_url, folder, listen or (str(port) if port else ""), certificate, moved, gone)


def withdrawn_paths(settings: Settings, shown: Showing) -> Iterator[str]:
    """Where plans stood that were withdrawn, and offices that had no others: below each of these nothing is left."""
    plans = (addresses.plan(plan.office, plan.roc_year) for plan in shown.withdrawn)
    for path in (*plans, *map(addresses.office, shown.emptied)):
        for language in settings.languages:
            yield addresses.localised(language, path)


def _refuse(texts: ServerTexts, site: ServedSite) -> None:
    """Refuse what cannot stand in a configuration as it is."""
    if not is_plain_path(site.path):
        raise click.UsageError(texts.bad_path.format(path=visible(site.path)))
    if site.certificate and not site.url.startswith("https:"):
        raise click.UsageError(texts.only_https)
    for name in (site.folder, *((site.certificate.chain, site.certificate.key) if site.certificate else ())):
        if not is_plain_file(name):
            raise click.UsageError(texts.bad_folder.format(file=visible(name)))


def _written(texts: ServerTexts, language: str, kind: str, site: ServedSite, part: bool) -> str:
    notes = [texts.note.format(url=site.url, kind=kind)]
    if kind == "iis":
        notes.append(texts.iis.format(rewrite=REWRITE[language] if site.moved or site.gone else ""))
        return iis_config(site, "\n".join([*notes, *compression_commands()]))
    if kind == "nginx":
        write, how = (nginx_part, texts.nginx_part) if part else (nginx_server, texts.nginx)
    else:
        write, how = (apache_part, texts.apache_part) if part else (apache_server, texts.apache)
    notes.append(how.format(tls=TLS[language] if site.certificate else ""))
    if site.url.startswith("https:") and not site.certificate and not part:
        notes.append(texts.no_tls)
    return write(site, "\n".join(notes))


def _probe(call: Call, texts: ServerTexts, url: str | None) -> int:
    from planpress.publishing.fetching import fetcher
    from planpress.publishing.probe import Probe

    settings = call.settings()
    site = served(settings, "")
    base = f"{(url or site.url).rstrip('/')}/"
    visit = Probe(base, site.url, fetcher(), site.moved, site.gone)
    problems = visit.visit()
    print_problems(call, problems)
    told = texts.probed.format(url=base, asked=visit.asked, summary=report.summary(problems, call.language))
    print(told)
    return PROBLEMS if has_errors(problems) else CLEAN
