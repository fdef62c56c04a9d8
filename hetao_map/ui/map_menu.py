"""The menu of a place on the map: what is here, its coordinates, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from hetao_map.geometry.columns import Kind
from hetao_map.geometry.extent import Xy
from hetao_map.model.feature import FeatureRef
from hetao_map.model.measurement import Measurement
from hetao_map.query.identify import identify
from hetao_map.query.positions import position_in, positions
from hetao_map.query.wording import word_of
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.text import words
from hetao_map.text.plain import plain
from hetao_map.tools.identify import TOLERANCE_PX
from hetao_map.tools.pins import PinTool
from hetao_map.ui.copying import Copying
from hetao_map.ui.map_canvas import MapCanvas
from hetao_map.ui.places_menu import PlacesMenu

Guest = Callable[[QMenu, Xy, tuple[FeatureRef, ...]], None]
"""Adds to the menu of a map point; gets the points that are drawn there, the nearest first."""

_MOST_HITS = 6
_LONGEST = 50


class MapMenu(QObject):
    """Opens on a right click, on the menu key, and where a finger is held still."""

    def __init__(self, canvas: MapCanvas, store: Store, actions: Actions, copying: Copying) -> None:
        super().__init__(canvas)
        self._canvas, self._store, self._actions = canvas, store, actions
        self._copying = copying
        self._guests: list[Guest] = []

    def offer(self, guest: Guest) -> None:
        """Let another part of the window add to the menu, too."""
        self._guests.append(guest)

    def serve(self, places: PlacesMenu, pins: PinTool) -> None:
        """Offer the menu, with the person's own places in it."""

        def show(place: QPoint) -> None:
            if self._store.state.catalog.datasets:
                menu = self.menu_at((float(place.x()), float(place.y())), places, pins)
                menu.popup(self._canvas.mapToGlobal(place))

        self._canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._canvas.customContextMenuRequested.connect(show)

    def menu_at(self, px: Xy, places: PlacesMenu, pins: PinTool) -> QMenu:
        """Return the menu of what lies under a pixel; it goes when it is closed."""
        point = self._store.state.viewport.to_map(px)
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        refs = self._hits(point)
        self._add_hits(menu, refs)
        marks = tuple(ref for ref in refs if self._is_a_mark(ref))
        for fill in self._guests:
            fill(menu, point, marks)
        self._add_coordinates(menu, point)
        menu.addAction(self.tr("Measure from here"), lambda: self._measure_from(point))
        menu.addAction(self.tr("Centre the map here"), lambda: self._actions.centre(point))
        menu.addSeparator()
        places.fill(menu, point, pins.pin_at(px))
        return menu

    def _hits(self, point: Xy) -> tuple[FeatureRef, ...]:
        state = self._store.state
        hits = identify(state.shown, point, TOLERANCE_PX * state.viewport.metres_per_px)
        return tuple(hit.ref for hit in hits)

    def _is_a_mark(self, ref: FeatureRef) -> bool:
        """Tell whether a feature is a point: who clicks an area means the spot."""
        layer = self._store.state.catalog.layer(ref.layer)
        row = layer.row_of(ref.id) if layer else None
        pieces = layer.pieces(row) if layer and row is not None else []
        return all(column.kind is Kind.POINT for column, _ in pieces) and bool(pieces)

    def _add_hits(self, menu: QMenu, refs: tuple[FeatureRef, ...]) -> None:
        """List by name what lies here; choosing one opens its card."""
        named = [(number, name) for number, ref in enumerate(refs) if (name := self._name(ref))]
        for number, name in named[:_MOST_HITS]:
            # An ampersand alone would underline the letter after it.
            action = menu.addAction(name.replace("&", "&&"))
            chosen = (refs[number], *refs[:number], *refs[number + 1 :])
            action.triggered.connect(
                lambda _checked=False, chosen=chosen: self._actions.select(chosen)
            )
        if named:
            menu.addSeparator()

    def _name(self, ref: FeatureRef) -> str:
        state = self._store.state
        feature = state.catalog.find(ref)
        name = plain(feature.name.in_(state.language)) if feature else ""
        if feature is None or not name:
            return ""
        kind = word_of(words.KIND, feature.kind, state.language)
        return "  ·  ".join(part[:_LONGEST] for part in (name, kind) if part)

    def _add_coordinates(self, menu: QMenu, point: Xy) -> None:
        """Offer the place in the chosen system, and below it in all."""
        state, copy = self._store.state, self._copying.copy_position
        chosen = position_in(state.coordinates, state.catalog, point, state.language)
        action = menu.addAction(self.tr("Copy coordinates here"), lambda: copy(chosen))
        action.setEnabled(bool(chosen.text))
        more = menu.addMenu(self.tr("Coordinates"))
        for position in positions(state.catalog, point, state.language):
            title = words.COORDINATE_SYSTEM[position.form].in_(state.language)
            figures = position.text or words.NOT_HERE.in_(state.language)
            line = more.addAction(f"{title}{state.language.colon}{figures}")
            line.setToolTip(position.accuracy)
            line.setEnabled(bool(position.text))
            line.triggered.connect(lambda _checked=False, position=position: copy(position))
        more.setToolTipsVisible(True)

    def _measure_from(self, point: Xy) -> None:
        self._actions.take("measure")
        self._store.update(measured=Measurement((point,)))
