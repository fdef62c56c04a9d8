"""The visible features as controls of the map: a screen reader lists, focuses and presses them.

A picture tells nothing to who cannot see it. Each named feature in the view is a button without
a face, at its place; the keyboard walks from one to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hetao_map.model.feature import FeatureRef
from hetao_map.model.state import MapState
from hetao_map.session.actions import Actions
from hetao_map.session.store import Store
from hetao_map.ui.commands import Command, Commands

if TYPE_CHECKING:
    from hetao_map.query.visible import VisibleFeature

_SIDE_PX = 30
_QUIET_MS = 250


class FeatureTarget(QAbstractButton):
    """A feature at its place; it shows itself only by a ring while it has the keyboard."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Not in the order of Tab, which would take sixty steps through the map.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(_SIDE_PX, _SIDE_PX)
        self.ref: FeatureRef | None = None

    def take(self, feature: VisibleFeature) -> None:
        """Stand for a feature."""
        self.ref = feature.ref
        # Not its text, in which an ampersand would be a key.
        self.setAccessibleName(f"{feature.name}, {feature.kind}" if feature.kind else feature.name)
        x, y = feature.at_px
        self.move(QPoint(round(x), round(y)) - self.rect().center())
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ring around the place while it has the keyboard."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        for colour, width in (
            (self.palette().base().color(), 5),
            (self.palette().highlight().color(), 2.5),
        ):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(ring)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the card, Esc goes back to the map; other keys are the map's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.raise_()
        self.update()


class FeatureTargets(QObject):
    """Keeps the buttons in step with the view. They are made once somebody needs them."""

    def __init__(self, canvas: QWidget, store: Store, actions: Actions) -> None:
        super().__init__(canvas)
        self._canvas, self._store, self._actions = canvas, store, actions
        self._targets: list[FeatureTarget] = []
        self._shown = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._renew)
        store.changed.connect(self._apply)

    def add_commands(self, commands: Commands) -> None:
        """Let keys and palette walk the features in view."""
        commands.add("go", Command(
            "next_feature", lambda: self.tr("Next feature in view"), lambda: self.walk(1),
            ("Ctrl+J",),
        ))  # fmt: skip
        commands.add("go", Command(
            "previous_feature", lambda: self.tr("Previous feature in view"),
            lambda: self.walk(-1), ("Ctrl+Shift+J",),
        ))  # fmt: skip

    def walk(self, step: int) -> None:
        """Give the keyboard to the next (1) or previous (-1) feature in view, around the end."""
        self._renew(asked=True)
        if not self._shown:
            return
        now = next((n for n in range(self._shown) if self._targets[n].hasFocus()), None)
        number = (0 if step > 0 else -1) if now is None else now + step
        self._targets[number % self._shown].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _apply(self, old: MapState, new: MapState) -> None:
        if _listing(old) != _listing(new) or old.catalog is not new.catalog:
            self._quiet.start()

    def _renew(self, *, asked: bool = False) -> None:
        """List what is in view; without a screen reader only when it is asked for."""
        if not (asked or self._shown or QAccessible.isActive()):
            return
        state = self._store.state
        from hetao_map.query.visible import visible_features

        features = visible_features(state.shown, state.viewport, state.language)
        focused = next((t.ref for t in self._targets if t.hasFocus()), None)
        while len(self._targets) < len(features):
            self._targets.append(self._made())
        for target, feature in zip(self._targets, features, strict=False):
            target.take(feature)
            if feature.ref == focused:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
        for target in self._targets[len(features) :]:
            target.hide()
        self._shown = len(features)

    def _made(self) -> FeatureTarget:
        target = FeatureTarget(self._canvas)
        target.clicked.connect(lambda: self._select(target))
        return target

    def _select(self, target: FeatureTarget) -> None:
        if target.ref is not None:
            self._actions.select((target.ref,))


def _listing(state: MapState) -> tuple[object, ...]:
    """Return what decides which features are listed, besides the data."""
    return state.viewport, state.visible, state.order, state.language
