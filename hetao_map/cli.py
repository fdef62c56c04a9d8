"""The command line: what can be asked, and the answers as text or JSON (DESIGN, section 6).

Each command is a function of the parsed arguments that returns the exit code. Qt is imported
only by the commands that paint.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from hetao_map import __version__, cli_options
from hetao_map.cli_progress import TerminalProgress
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import HetaoError, InputError, NotFoundError, OutputError, UsageError
from hetao_map.model.feature import FeatureRef
from hetao_map.model.tiles import all_tile_notes
from hetao_map.text import format_messages, messages
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain
from hetao_map.text.reasons import why_unwritten

if TYPE_CHECKING:
    from hetao_map.model.report import CheckReport

DONE, NOT_FOUND, USAGE, SKIPPED = 0, 1, 2, 6
# A fault of the program itself; EX_SOFTWARE of BSD's sysexits.h.
FAULT = 70
_PLACES = ("--at", "--center", "--bbox")
_COMMANDS = ("gui", "render", "layers", "info", "search", "check", "crossings", "route", "brief")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}; see “{self.prog} --help”.", file=sys.stderr)
        raise SystemExit(USAGE)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code. Never raises what a person could cause."""
    words = list(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe that cannot write Chinese gets escapes instead.
            stream.reconfigure(errors="backslashreplace")
    if not words or (words[0] not in _COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "gui")
    try:
        return _answer(_parser(words[0]).parse_args(_joined(words)))
    except SystemExit as stop:
        return int(stop.code or 0)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - no fault may end in a traceback
        return _told(error, _language_of(words))


def _told(error: Exception, language: Language) -> int:
    """Say on one line what went wrong, and return the exit code."""
    if isinstance(error, HetaoError):
        _complain(error.sentence, language)
        return error.exit_code
    _drop_output()
    if isinstance(error, BrokenPipeError):
        # The reader of our output has gone; nothing is left to say.
        return DONE
    if isinstance(error, OSError):
        # Files have errors of their own: this one is of the output.
        values = {"path": "stdout", "reason": why_unwritten(error)}
        _complain(messages.OUTPUT_UNWRITABLE.with_values(**values), language)
        return OutputError.exit_code
    _complain(_unexpected(error), language)
    return FAULT


def _answer(options: argparse.Namespace) -> int:
    code = int(options.command(options))
    sys.stdout.flush()
    return code


def _unexpected(error: Exception) -> LocalizedText:
    """Write a fault of the program into its log; return the sentence that says where."""
    from hetao_map.desktop import config_folder
    from hetao_map.faults.hooks import fault_text
    from hetao_map.faults.log_file import log_once

    reason = f"{type(error).__name__}: {error}"[:300]
    path = log_once(config_folder() / "log", fault_text(error))
    if path is None:
        return messages.UNEXPECTED.with_values(reason=reason)
    return messages.UNEXPECTED_LOGGED.with_values(reason=reason, path=path)


def _require_projection_data() -> None:
    """Raise InputError where nothing could be placed on the map; quickly, before anything else."""
    from hetao_map.geometry.projection import has_projection_data

    if not has_projection_data():
        raise InputError(messages.PROJ_MISSING)


def _drop_output() -> None:
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _joined(words: Sequence[str]) -> list[str]:
    """Return the words with a place in the west or south as --at=-1,2: a bare -1,2 is no value."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _PLACES and re.match(r"-[\d.]", word):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def _language_of(words: Sequence[str]) -> Language:
    """Return the language asked for, for a complaint about the arguments themselves."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        tag = following if word == "--language" else word.removeprefix("--language=")
        if tag in {language.value for language in Language}:
            return Language(tag)
    return Language.EN


def _complain(sentence: LocalizedText, language: Language) -> None:
    line = " ".join(sentence.in_(language).split())
    print(f"hetao-map: {line}", file=sys.stderr)


def _parser(chosen: str) -> argparse.ArgumentParser:
    """Return the parser of all commands, with the options of the one that is chosen."""
    parser = _Parser(prog="hetao-map", description="An offline map of the Hetao co-operation zone.")
    parser.add_argument("--version", action="version", version=f"hetao-map {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    for name, function, summary in (
        ("gui", _gui, "open the window"),
        ("render", _render, "write the map as a picture"),
        ("layers", _layers, "list the layers"),
        ("info", _info, "tell what is at a place, or what is known of a feature"),
        ("search", _search, "find features by a name"),
        ("check", _check, "check a GeoPackage"),
        ("crossings", _crossings, "tell which ports are open, until when, and when next"),
        ("route", _route, "tell how to get from one place to another"),
        ("brief", _brief, "write a fact sheet of an area or of features"),
    ):
        command = commands.add_parser(name, help=summary, description=summary)
        command.set_defaults(command=function)
        if name == chosen:
            getattr(cli_options, f"add_{name}")(command)
    return parser


def _catalog(options: argparse.Namespace) -> Catalog:
    """Open the files named, or the one that ships, with progress on a terminal."""
    _require_projection_data()
    from hetao_map.data.open import open_files
    from hetao_map.resources import shipped_geopackage

    paths = [Path(name) for name in options.files] or [shipped_geopackage()]
    with TerminalProgress() as progress:
        catalog = open_files(paths, progress, options.crs or "")
    if not options.datum:
        return catalog
    from hetao_map.model.datum import shifted_catalog

    return shifted_catalog(catalog, options.datum)


def _report_skipped(catalog: Catalog, language: Language) -> int:
    """Name on stderr what could not be read; return the exit code for a done command."""
    bad_tiles = all_tile_notes(catalog)
    for note in catalog.notes + catalog.questions + catalog.found_missing + bad_tiles:
        _complain(note, language)
    lost = any(layer.lost for layer in catalog.layers) or any(
        note.en != messages.WORLD_GRID.en for note in catalog.notes
    )
    lost = lost or bool(catalog.questions) or bool(bad_tiles)
    return SKIPPED if lost else DONE


def _visible(options: argparse.Namespace, catalog: Catalog) -> frozenset[str]:
    """Return the layers to show: those named by --layers, else those on at the start."""
    known = [layer.id for layer in catalog.layers]
    if options.layers is None:
        return frozenset(layer.id for layer in catalog.layers if layer.spec.visible)
    wanted = [name.strip() for name in options.layers.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            raise UsageError(messages.UNKNOWN_LAYER, layer=name, known=", ".join(known))
    return frozenset(wanted)


def _feature_ref(text: str, catalog: Catalog) -> FeatureRef:
    ref = FeatureRef.parse(text)
    if catalog.find(ref) is None:
        raise NotFoundError(messages.UNKNOWN_FEATURE, feature=text)
    return ref


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _gui(options: argparse.Namespace) -> int:
    # Until the first map nothing is thrown away: to look for waste would only take time.
    gc.disable()
    # Before Qt's modules, whose import hook slows what follows: it imports pyproj.
    _require_projection_data()

    from hetao_map.quick_imports import leave_sources_unread

    leave_sources_unread()
    from hetao_map.app import run_window

    return run_window(options)


def _render(options: argparse.Namespace) -> int:
    from hetao_map.cli_render import render

    cli_options.check_output(options.output)
    catalog = _catalog(options)
    visible = _visible(options, catalog)
    highlight = _feature_ref(options.highlight, catalog) if options.highlight is not None else None
    render(options, catalog, visible, highlight)
    return _report_skipped(catalog, Language(options.language))


def _layers(options: argparse.Namespace) -> int:
    from hetao_map.query.describe import layer_json

    catalog = _catalog(options)
    if options.json:
        _print_json([layer_json(layer) for layer in catalog.layers])
    else:
        for layer in catalog.layers:
            title = layer.spec.title.in_(Language(options.language))
            count = "-" if layer.spec.is_raster else layer.count
            print(f"{layer.id}\t{title}\t{layer.spec.geometry}\t{count}")
    return _report_skipped(catalog, Language(options.language))


def _info(options: argparse.Namespace) -> int:
    from hetao_map.geometry.projection import ground_metres, to_map
    from hetao_map.query.ask import at_point, of_feature
    from hetao_map.query.card_text import card_text
    from hetao_map.query.describe import hit_json

    catalog, language = _catalog(options), Language(options.language)
    if options.feature is not None:
        answer = of_feature(catalog, _feature_ref(options.feature, catalog), language)
        answers = [answer] if answer else []
    else:
        point = to_map(options.at, catalog.map_epsg)
        tolerance = options.tolerance / ground_metres(point, catalog.map_epsg)
        answers = at_point(catalog, _visible(options, catalog), point, tolerance, language)
    if options.json:
        hits = [hit_json(a.feature, a.card, a.distance_m, catalog) for a in answers]
        _print_json({"hits": hits})
    else:
        print("\n\n".join(card_text(answer.card, language) for answer in answers), end="")
        print("" if not answers else "\n", end="")
    return _found(bool(answers), messages.NOTHING_HERE, catalog, language)


def _search(options: argparse.Namespace) -> int:
    from hetao_map.query.describe import search_json
    from hetao_map.query.search import SearchIndex, nothing_found

    catalog, language = _catalog(options), Language(options.language)
    hits = SearchIndex(catalog).search(options.text, options.limit)
    if options.json:
        _print_json({"hits": [search_json(hit, catalog) for hit in hits]})
    else:
        for hit in hits:
            matched = plain(hit.matched.in_(language))
            print(f"{hit.ref}\t{hit.name.in_(language)}\t{hit.score:g}\t{matched}")
    return _found(bool(hits), nothing_found(options.text, catalog), catalog, language)


def _found(found: bool, otherwise: LocalizedText, catalog: Catalog, language: Language) -> int:
    if not found:
        _complain(otherwise, language)
        return NOT_FOUND
    return _report_skipped(catalog, language)


def _crossings(options: argparse.Namespace) -> int:
    from hetao_map.cli_times import crossings
    from hetao_map.query.crossings_text import crossings_json, crossings_text

    catalog, language = _catalog(options), Language(options.language)
    found = crossings(catalog, options.at)
    if options.json:
        _print_json(crossings_json(found, language))
    else:
        print(crossings_text(found, language))
    return _report_skipped(catalog, language)


def _route(options: argparse.Namespace) -> int:
    from hetao_map.cli_times import route
    from hetao_map.query.route_text import route_json, route_text

    catalog, language = _catalog(options), Language(options.language)
    found = route(catalog, options)
    if options.json:
        _print_json(route_json(found, language))
    else:
        print(route_text(found, language))
    return _report_skipped(catalog, language)


def _brief(options: argparse.Namespace) -> int:
    from hetao_map.cli_brief import brief

    cli_options.check_output(options.output, (".pdf",))
    catalog, language = _catalog(options), Language(options.language)
    for ref in options.feature or ():
        _feature_ref(ref, catalog)
    lacking = brief(options, catalog, _visible(options, catalog))
    for sentence in lacking:
        _complain(sentence, language)
    code = _report_skipped(catalog, language)
    return SKIPPED if lacking else code


def _check(options: argparse.Namespace) -> int:
    from hetao_map.data.formats.kinds import Format
    from hetao_map.data.open import format_of
    from hetao_map.resources import shipped_geopackage

    if len(options.files) > 1:
        raise UsageError(messages.ONE_FILE)
    _require_projection_data()
    path = Path(options.files[0]) if options.files else shipped_geopackage()
    kind = format_of(path)
    if kind is not Format.GEOPACKAGE:
        raise InputError(format_messages.CHECKS_GEOPACKAGES, path=path, kind=kind.value)
    report, language = _checked(path), Language(options.language)
    if options.json:
        _print_json(report.as_json(language))
    else:
        print("\n".join(report.as_lines(path.name, language)))
    return NOT_FOUND if report.errors else DONE


def _checked(path: Path) -> CheckReport:
    """Return the report on a file, with progress on a terminal."""
    from hetao_map.data.check import check

    with TerminalProgress() as progress:
        return check(path, progress=partial(progress, path))
