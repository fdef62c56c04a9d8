"""From the state to a picture or a page: what the window shows, prints and exports."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hetao_map.geometry.paper import PAGES, page_px
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.route import WayLine
from hetao_map.model.state import MapState
from hetao_map.query.surround import Wanted, surround_of
from hetao_map.render.picture import Picture
from hetao_map.render.theme import LIGHT, Theme
from hetao_map.render.way_line import legend_of
from hetao_map.session.trips import shown_lines
from hetao_map.text.plain import plain

if TYPE_CHECKING:
    from hetao_map.render.sheet import Sheet

SCREEN_DPI = 96
DPIS = (SCREEN_DPI, 150, 300)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What a person chooses for an export.

    page is one of PAGES, empty for the map alone; size_px is that of such a map in pixels of
    the file, None for the window's. title is None where it is the data's own. dpi counts for
    pictures only.
    """

    ending: str = ".pdf"
    page: str = ""
    dpi: int = 150
    size_px: tuple[int, int] | None = None
    title: str | None = None
    legend: bool = True
    grid: bool = False
    highlight: bool = True
    light: bool = False

    @property
    def ratio(self) -> float:
        """Return the pixels of the file for each logical pixel."""
        return self.dpi / SCREEN_DPI if self.ending == ".png" else 1.0

    def sheet_px(self, window_px: tuple[int, int]) -> tuple[float, float]:
        """Return the size of the page in logical pixels, for a map of a size in the window."""
        if self.page in PAGES:
            return page_px(self.page)
        if self.size_px is None or self.ending != ".png":
            return window_px
        width, height = self.size_px
        return width / self.ratio, height / self.ratio


def picture_of(
    state: MapState,
    theme: Theme,
    viewport: Viewport | None = None,
    wanted: Wanted = Wanted(),  # noqa: B008 - a frozen value
) -> Picture:
    """Return the map as it is seen, or another view of it. Any thread."""
    seen = viewport or state.viewport
    return Picture(
        viewport=seen,
        catalog=state.present,
        visible=state.visible,
        language=state.language,
        theme=theme,
        highlight=state.selection.current,
        surround=surround_of(
            state.present,
            state.visible,
            seen,
            state.language,
            replace(wanted, date=state.date),
            state.order,
            state.opacity,
        ),
        order=state.order,
        opacity=state.opacity,
        dark_looks=state.dark_looks,
        second_language=state.second_language,
    )


def with_way(picture: Picture, lines: tuple[WayLine, ...], *, legend: bool) -> Picture:
    """Return the picture with the lines of a way, and what they mean in its legend."""
    surround = picture.surround
    if legend:
        rows = legend_of(lines, picture.language)
        surround = replace(surround, legend=(*rows, *surround.legend))
    return replace(picture, way=lines, surround=surround)


def own_title(state: MapState) -> str:
    """Return what the map is called where nobody has given it another title."""
    wanted = Wanted(page=True)
    return surround_of(state.catalog, frozenset(), state.viewport, state.language, wanted).title


def sheet_of(
    state: MapState,
    choice: SheetChoice,
    theme: Theme,
    ratio: float | None = None,
    size_px: tuple[float, float] | None = None,
) -> Sheet:
    """Return the page of a choice. Any thread.

    theme is that of the screen. ratio, in pixels for each logical pixel, and size_px, in
    logical pixels, are those of the choice where they are not given.
    """
    # Pages need modules that no start should wait for.
    from hetao_map.render.sheet import make_sheet, plain_sheet

    wanted = Wanted(legend=choice.legend, grid=choice.grid, page=True)
    fine = choice.ratio if ratio is None else ratio
    worn = LIGHT if choice.light else theme

    def look(size: tuple[int, int]) -> Picture:
        viewport = state.viewport.resized(size, fine).fitted(state.viewport.extent, 0.0)
        picture = picture_of(state, worn, viewport, wanted)
        return _titled(with_way(picture, shown_lines(state), legend=choice.legend), choice)

    size = size_px or choice.sheet_px(state.viewport.size_px)
    if choice.page or size_px:
        return make_sheet(size, look)
    return plain_sheet(look((max(math.ceil(size[0]), 1), max(math.ceil(size[1]), 1))), size)


def _titled(picture: Picture, choice: SheetChoice) -> Picture:
    """Return the picture with the title and the highlight that were chosen."""
    surround = picture.surround
    if choice.title is not None:
        title = plain(choice.title.strip())
        # What stands below a title says nothing without it.
        surround = replace(surround, title=title, subtitle=surround.subtitle if title else "")
    highlight = picture.highlight if choice.highlight else None
    return replace(picture, surround=surround, highlight=highlight)
