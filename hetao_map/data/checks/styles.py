"""The styles of the layers: readable as SLD, and one default a layer."""

from __future__ import annotations

from collections import Counter

from hetao_map.data import sld
from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.subject import Row, Subject, as_text
from hetao_map.data.layer_styles import style_of
from hetao_map.text import findings as texts

_TABLE = "layer_styles"


def check_styles(subject: Subject, collector: Collector) -> None:
    """Find styles that cannot be read or drawn as they are, and layers with two defaults."""
    with collector.reading(_TABLE):
        found = subject.rows_of(_TABLE)
        for row in found:
            _check_style(subject, row, collector)
        defaults = Counter(as_text(r.get("f_table_name")) for r in found if r.get("useAsDefault"))
        for layer, count in defaults.items():
            if count > 1:
                collector.error(_TABLE, None, texts.STYLE_DEFAULTS, layer=layer, n=count)


def _check_style(subject: Subject, row: Row, collector: Collector) -> None:
    fid = row.get("id")
    place = fid if isinstance(fid, int) else None
    layer = as_text(row.get("f_table_name"))
    if not subject.has(layer):
        collector.warning(_TABLE, place, texts.STYLE_LAYER, layer=layer)
    text = as_text(row.get("styleSLD"))
    if not text:
        collector.warning(_TABLE, place, texts.STYLE_WITHOUT_SLD, layer=layer)
        return
    try:
        notes = style_of(text, as_text(row.get("styleQML"))).notes
    except sld.StyleError as error:
        collector.error(_TABLE, place, texts.STYLE_UNREADABLE, layer=layer, reason=error)
        return
    for note in notes:
        collector.warning(_TABLE, place, texts.STYLE_PART, layer=layer, part=note)
