"""Rows of a dialogue: a label, and the field that is called by it."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget


def form_of(*rows: tuple[str, QWidget]) -> QFormLayout:
    """Return a layout of rows; a screen reader calls each field by its label."""
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(9)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for label, widget in rows:
        form.addRow(label, widget)
        widget.setAccessibleName(label)
    return form
