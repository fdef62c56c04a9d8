"""Everything the window shows, as one frozen value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from hetao_map.geometry.extent import Xy
from hetao_map.geometry.viewport import Viewport
from hetao_map.model.dataset import Catalog
from hetao_map.model.drawn_area import DrawnArea
from hetao_map.model.feature import FeatureRef
from hetao_map.model.layer import Layer
from hetao_map.model.measurement import Measurement
from hetao_map.model.news import News
from hetao_map.model.places import Bookmark, Pin
from hetao_map.model.route import Route, Trip
from hetao_map.model.story import StoryPlace
from hetao_map.model.when import catalog_at
from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText

TEXT_SIZES = ("smaller", "normal", "larger", "very_large")
COORDINATE_FORMS = ("wgs84", "wgs84_dms", "hk1980", "cgcs2000", "cgcs2000_gk", "gcj02")

PANELS = ("information", "crossings", "ways", "time", "stories")


@dataclass(frozen=True, slots=True)
class Selection:
    """The features found under a click or by a search, one of them shown."""

    hits: tuple[FeatureRef, ...] = ()
    index: int = 0

    @property
    def current(self) -> FeatureRef | None:
        """Return the one whose card is shown."""
        return self.hits[self.index] if self.hits else None

    def moved(self, step: int) -> Selection:
        """Return the selection with the next (1) or previous (-1) hit shown, around the end."""
        return Selection(self.hits, (self.index + step) % max(len(self.hits), 1))


@dataclass(frozen=True, slots=True)
class ViewHistory:
    """Views that were left, and those that were come back from."""

    past: tuple[Viewport, ...] = ()
    future: tuple[Viewport, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be undone: the fields of the state that it changed, as they were before.

    at is when it was made, in seconds of a clock that only goes forward.
    """

    before: Mapping[str, object]
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class UndoHistory:
    """The changes that can be undone, the latest last, and those that can be made again."""

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class MapState:
    """The state of the map. Widgets hold none of their own.

    visible names the layers switched on, order all of them from the bottom up (empty: as in the
    files); opacity by layer id is 0 to 1, that of the layer's style where nothing is said;
    regrouped names the group by layer id where it is not the file's; dark_looks is one of
    DARK_LOOKS by layer id for pictures in the dark theme, the first where nothing is said; datums
    is one of DATUMS by layer id for layers whose coordinates come from a web map. theme is light,
    dark or auto; tool is the name of the tool in hand; measured is the shape being measured, drawn
    an area being drawn; place is a map point that was gone to by its coordinates, marked until
    another thing is; opening is true while files are being read; bookmarks and pins are the
    person's own; searches are what was looked for, the latest first; text_size is one of
    TEXT_SIZES; first_steps tells whether the hint of the first start is shown; coordinates is one
    of COORDINATE_FORMS; overview, panels and full_screen tell what is shown of the window;
    second_language is that of a second line on labels, None for one line; legend and grid tell
    whether a legend and a grid of degrees lie on the map. panel is one of PANELS, the one on the
    right; date is the day (YYYY-MM-DD) that the map shows, empty for all that is known; moment is
    when the ports are asked about, in Hong Kong's time, None for now, and traffic what is to pass
    them; story is the step of a story that is told. trip is the way that is asked for, route the
    answer, or a sentence that tells why there is none, or None while nothing is asked; leg is the
    number of the leg of it that is looked at. recent are the paths of files that were opened, the
    latest first; told_crs names by path the CRS that a person has said of layers which do not tell
    theirs; news are the saves that were seen of open files, the latest first; reading names the
    files that are read just now, once that takes a moment.
    """

    viewport: Viewport = Viewport()  # noqa: RUF009
    catalog: Catalog = field(default_factory=Catalog)
    visible: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    opacity: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    regrouped: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dark_looks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    datums: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    selection: Selection = Selection()
    language: Language = Language.EN
    theme: str = "auto"
    tool: str = "identify"
    measured: Measurement = Measurement()  # noqa: RUF009
    drawn: DrawnArea = DrawnArea()  # noqa: RUF009
    place: Xy | None = None
    history: ViewHistory = ViewHistory()
    opening: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    pins: tuple[Pin, ...] = ()
    undo: UndoHistory = UndoHistory()
    searches: tuple[str, ...] = ()
    text_size: str = "normal"
    coordinates: str = "wgs84"
    overview: bool = False
    panels: bool = True
    full_screen: bool = False
    first_steps: bool = False
    second_language: Language | None = None
    legend: bool = False
    grid: bool = False
    panel: str = "information"
    date: str = ""
    moment: dt.datetime | None = None
    traffic: str = "passenger"
    story: StoryPlace | None = None
    trip: Trip = Trip()  # noqa: RUF009
    route: Route | LocalizedText | None = None
    leg: int | None = None
    less_motion: bool = False
    recent: tuple[str, ...] = ()
    told_crs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    news: tuple[News, ...] = ()
    reading: str = ""

    @property
    def shape_in_hand(self) -> str:
        """Return the field of the shape that is being drawn and not yet done, "" for none."""
        fields = {"measure": "measured", "area": "drawn"}
        name = fields.get(self.tool, "")
        shape = getattr(self, name) if name else None
        return name if shape is not None and shape.points and not shape.done else ""

    @property
    def present(self) -> Catalog:
        """Return the files with what was there on the day that the map shows."""
        return catalog_at(self.catalog, self.date) if self.date else self.catalog

    @property
    def shown(self) -> tuple[Layer, ...]:
        """Return the layers that are on and drawn at the view's scale, from the bottom up."""
        return self.present.shown(self.visible, self.viewport.scale_denominator, self.order)
