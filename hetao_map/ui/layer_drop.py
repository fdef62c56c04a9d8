"""Where a row of the tree of layers goes when it is let go over another."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from hetao_map.session.layer_actions import LayerActions
from hetao_map.ui.layer_items import LayerItems, group_of, layer_of

Position = QAbstractItemView.DropIndicatorPosition


def drop(
    items: LayerItems,
    actions: LayerActions,
    dragged: QModelIndex,
    target: QModelIndex,
    position: Position,
) -> None:
    """Move a layer beside the target, or into a group it heads; a group to the target's group."""
    # A row of a legend stands for its layer.
    target = items.index_of(layer_of(target)) if layer_of(target) else target
    heading = target if group_of(target) else target.parent()
    if not heading.isValid():
        return
    if group_id := group_of(dragged):
        steps = heading.row() - dragged.row()
        actions.step_group(group_id, steps < 0, abs(steps))
    elif layer_id := layer_of(dragged):
        group_id, row = _place(items, dragged, target, heading, position)
        actions.place(layer_id, group_id, row)


def _place(
    items: LayerItems,
    dragged: QModelIndex,
    target: QModelIndex,
    heading: QModelIndex,
    position: Position,
) -> tuple[str, int]:
    """Return the group and the row in it, counted without the dragged one."""
    if target != heading:
        row = target.row() + (position is Position.BelowItem)
        passed = dragged.parent() == heading and dragged.row() < row
        return group_of(heading), row - passed
    if position is Position.AboveItem and heading.row() > 0:
        above = heading.siblingAtRow(heading.row() - 1)
        return group_of(above), items.rowCount(above)
    return group_of(heading), 0
