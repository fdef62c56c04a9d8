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
from pathlib import Path
from typing import Any, NoReturn

from hetao_map import __version__, cli_options
from hetao_map.model.dataset import Catalog
from hetao_map.model.errors import HetaoError, NotFoundError, OutputError, UsageError
from hetao_map.model.feature import FeatureRef
from hetao_map.text import messages
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText
from hetao_map.text.plain import plain

DONE, NOT_FOUND, USAGE, SKIPPED = 0, 1, 2, 6
_PLACES = ("--at", "--center", "--bbox")
_COMMANDS = ("gui", "render", "layers", "info", "search", "check", "crossings", "route")


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
        return _answer(_parser().parse_args(_joined(words)))
    except SystemExit as stop:
        return int(stop.code or 0)
    except HetaoError as error:
        _complain(error.sentence, _language_of(words))
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say.
        _drop_output()
        return DONE
    except OSError as error:
        # Files have errors of their own: this one is of the output.
        _drop_output()
        values = {"path": "stdout", "reason": error.strerror or error}
        _complain(messages.OUTPUT_UNWRITABLE.with_values(**values), _language_of(words))
        return OutputError.exit_code
    except KeyboardInterrupt:
        return 130


def _answer(options: argparse.Namespace) -> int:
    code = int(options.command(options))
    sys.stdout.flush()
    return code


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


def _parser() -> argparse.ArgumentParser:
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
    ):
        command = commands.add_parser(name, help=summary, description=summary)
        command.set_defaults(command=function)
        getattr(cli_options, f"add_{name}")(command)
    return parser


def _catalog(options: argparse.Namespace) -> Catalog:
    """Open the files named, or the one that ships, with progress on a terminal."""
    from hetao_map.data.open import open_files
    from hetao_map.resources import shipped_geopackage

    paths = [Path(name) for name in options.files] or [shipped_geopackage()]
    return open_files(paths, _progress if sys.stderr.isatty() else None, options.crs or "")


def _progress(path: Path, done: int, of: int) -> None:
    end = "\n" if done == of else ""
    print(f"\r{path.name}: {done}/{of}", end=end, file=sys.stderr, flush=True)


def _report_skipped(catalog: Catalog, language: Language) -> int:
    """Name on stderr what could not be read; return the exit code for a done command."""
    for note in catalog.notes + catalog.questions:
        _complain(note, language)
    lost = any(layer.skipped for layer in catalog.layers) or any(
        note.en != messages.WORLD_GRID.en for note in catalog.notes
    )
    lost = lost or bool(catalog.questions)
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
    # Before Qt's modules, whose import hook reads the source of each module that follows.
    import pyproj  # noqa: F401

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
            print(f"{layer.id}\t{title}\t{layer.spec.geometry}\t{layer.rows}")
    return _report_skipped(catalog, Language(options.language))


def _info(options: argparse.Namespace) -> int:
    from hetao_map.geometry.projection import to_map
    from hetao_map.query.ask import at_point, ground_metres, of_feature
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
    return _found(bool(hits), nothing_found(options.text, catalog.map_epsg), catalog, language)


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


def _check(options: argparse.Namespace) -> int:
    from hetao_map.data.check import check
    from hetao_map.resources import shipped_geopackage

    if len(options.files) > 1:
        raise UsageError(messages.ONE_FILE)
    path = Path(options.files[0]) if options.files else shipped_geopackage()
    report, language = check(path), Language(options.language)
    if options.json:
        _print_json(report.as_json(language))
    else:
        print("\n".join(report.as_lines(path.name, language)))
    return NOT_FOUND if report.errors else DONE
