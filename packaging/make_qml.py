"""Makes assets/styles/<layer>.qml for QGIS from the SLD beside it: make qml.

Runs in the Python that has PyQGIS (Debian: python3-qgis). QGIS reads the SLD; what its import
loses is set here: names of rules, dashes of edges, symbols of the program, the order of
drawing, and place and priority of labels. The output has no dates, no random keys and a fixed
order of attributes, so that it changes only when a style does.
"""

import base64
import hashlib
import os
import re
import sys
from pathlib import Path
from urllib.parse import parse_qs
from xml.etree import ElementTree as ET

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsLabelLineSettings,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProperty,
    QgsReadWriteContext,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSvgMarkerSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

ASSETS = Path(__file__).resolve().parent.parent / "assets"
SE, OGC = "{http://www.opengis.net/se}", "{http://www.opengis.net/ogc}"
SYMBOLIZERS = ("PointSymbolizer", "LineSymbolizer", "PolygonSymbolizer")
KINDS = {
    "PointSymbolizer": QgsWkbTypes.PointGeometry,
    "LineSymbolizer": QgsWkbTypes.LineGeometry,
    "PolygonSymbolizer": QgsWkbTypes.PolygonGeometry,
}
CAPS = {"round": Qt.RoundCap, "square": Qt.SquareCap}
JOINS = {"round": Qt.RoundJoin, "bevel": Qt.BevelJoin}
# prop is for versions before 3.22, which read no Option; the rest is not used.
DROPPED = ("prop", "layerGeometryType", "callout", "background", "shadow", "text-mask")
PIXELS = QgsUnitTypes.RenderPixels


def main():
    """Write a QML beside each SLD."""
    application = QgsApplication([], False)
    application.initQgis()
    for path in sorted((ASSETS / "styles").glob("*.sld")):
        sld = path.read_text(encoding="utf-8")
        text = f"{qml_of(sld)}<!-- {digest(sld)} -->\n"
        path.with_suffix(".qml").write_text(text, encoding="utf-8")
        print(path.with_suffix(".qml").name)
    application.exitQgis()


def digest(sld):
    """Return what ties a QML to the SLD that it was made from: a test compares it."""
    return f"sld sha256:{hashlib.sha256(sld.encode()).hexdigest()}"


def qml_of(sld):
    """Return the QML of an SLD text."""
    document = QDomDocument()
    document.setContent(sld, True)
    nodes = document.elementsByTagName("Rule")
    rules = list(ET.fromstring(sld).iter(f"{SE}Rule"))  # noqa: S314 - our own file
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "style", "memory")
    layer.setRenderer(renderer_of(rules, [nodes.at(n).toElement() for n in range(len(rules))]))
    labels = labels_of(rules)
    if labels is not None:
        layer.setLabeling(labels)
        layer.setLabelsEnabled(True)
    style = QDomDocument()
    categories = QgsMapLayer.Symbology | QgsMapLayer.Labeling
    layer.exportNamedStyle(style, QgsReadWriteContext(), categories)
    return normalised(style.toString())


def renderer_of(rules, nodes):
    """Return the rules as QGIS reads them, with symbol levels in the order of the SLD."""
    root = QgsRuleBasedRenderer.Rule(None)
    level = 0
    for rule, node in zip(rules, nodes, strict=True):
        elements = [child for child in rule if child.tag[len(SE) :] in SYMBOLIZERS]
        if not elements:
            continue
        kind = KINDS[elements[0].tag[len(SE) :]]
        found = QgsRuleBasedRenderer.Rule.createFromSld(node, kind)
        found.setLabel(title_of(rule))
        symbol = found.symbol()
        if symbol.symbolLayerCount() != len(elements):
            raise SystemExit(f"QGIS reads another number of symbolizers in {title_of(rule)}.")
        for number in range(len(elements) - 1, -1, -1):
            complete(symbol, number, elements[number])
        for number in range(symbol.symbolLayerCount()):
            symbol.symbolLayer(number).setRenderingPass(level)
            level += 1
        root.appendChild(found)
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(True)
    return renderer


def title_of(rule):
    """Return the English title of a rule, else its name."""
    title = rule.findtext(f"{SE}Description/{SE}Title", default="").strip()
    return title or rule.findtext(f"{SE}Name", default="")


def complete(symbol, number, element):
    """Give one symbol layer what the import of its symbolizer loses."""
    found = symbol.symbolLayer(number)
    stroke = parameters(element.find(f".//{SE}Stroke"))
    if isinstance(found, QgsSvgMarkerSymbolLayer):
        symbol.changeSymbolLayer(number, own_symbol(element))
    elif isinstance(found, QgsSimpleLineSymbolLayer):
        symbol.changeSymbolLayer(number, pen(stroke))
    elif isinstance(found, QgsSimpleFillSymbolLayer) and stroke:
        found = found.clone()
        found.setStrokeStyle(Qt.NoPen)
        symbol.changeSymbolLayer(number, found)
        symbol.insertSymbolLayer(number + 1, pen(stroke))
        if element.find(f"{SE}Fill") is None:
            symbol.deleteSymbolLayer(number)


def parameters(element):
    """Return the SvgParameter values below an element."""
    if element is None:
        return {}
    return {child.get("name"): child.text for child in element.iter(f"{SE}SvgParameter")}


def colour(css, name):
    """Return a colour with its opacity."""
    result = QColor(css.get(name, "#000000"))
    result.setAlphaF(float(css.get(f"{name}-opacity", 1)))
    return result


def pen(css):
    """Return a line for the parameters of a Stroke, in pixels."""
    line = QgsSimpleLineSymbolLayer(colour(css, "stroke"), float(css.get("stroke-width", 1)))
    line.setOutputUnit(PIXELS)
    line.setPenCapStyle(CAPS.get(css.get("stroke-linecap"), Qt.FlatCap))
    line.setPenJoinStyle(JOINS.get(css.get("stroke-linejoin"), Qt.MiterJoin))
    dash = [float(part) for part in css.get("stroke-dasharray", "").split()]
    if dash:
        line.setUseCustomDashPattern(True)
        line.setCustomDashVector(dash)
        line.setCustomDashPatternUnit(PIXELS)
        line.setDashPatternOffset(float(css.get("stroke-dashoffset", 0)))
        line.setDashPatternOffsetUnit(PIXELS)
    return line


def own_symbol(element):
    """Return a symbol of the program, whole inside the style."""
    link = next(v for e in element.iter(f"{SE}OnlineResource") for k, v in e.attrib.items()
                if k.endswith("href"))  # fmt: skip
    path, _, query = link.partition("?")
    colours = {name: values[0] for name, values in parse_qs(query).items()}
    content = base64.b64encode((ASSETS / path).read_bytes()).decode()
    size = float(element.findtext(f"{SE}Graphic/{SE}Size"))
    svg = QgsSvgMarkerSymbolLayer(f"base64:{content}", size)
    svg.setOutputUnit(PIXELS)
    svg.setFillColor(QColor(colours["fill"]))
    svg.setStrokeColor(QColor(colours["outline"]))
    svg.setStrokeWidth(0)
    return svg


def labels_of(rules):
    """Return the labels of all rules, None where there are none."""
    root = QgsRuleBasedLabeling.Rule(None)
    for rule in rules:
        for element in rule.iter(f"{SE}TextSymbolizer"):
            found = QgsRuleBasedLabeling.Rule(settings_of(element))
            found.setDescription(title_of(rule))
            found.setFilterExpression(expression_of(rule.find(f"{OGC}Filter")))
            found.setMinimumScale(float(rule.findtext(f"{SE}MaxScaleDenominator", "0")))
            found.setMaximumScale(float(rule.findtext(f"{SE}MinScaleDenominator", "0")))
            root.appendChild(found)
    return QgsRuleBasedLabeling(root) if root.children() else None


def expression_of(condition):
    """Return a filter as QGIS writes it, nothing for none."""
    if condition is None:
        return ""
    document = QDomDocument()
    document.setContent(ET.tostring(condition, encoding="unicode"), True)
    from qgis.core import QgsOgcUtils

    return QgsOgcUtils.expressionFromOgcFilter(document.documentElement()).expression()


def settings_of(element):
    """Return how a TextSymbolizer's labels look and where they may lie."""
    settings = QgsPalLayerSettings()
    settings.fieldName = element.findtext(f"{SE}Label/{OGC}PropertyName")
    settings.setFormat(format_of(element))
    priority = element.find(f"{SE}Priority")
    column, literal = (priority.findtext(f".//{OGC}{n}") for n in ("PropertyName", "Literal"))
    if column:
        expression = f'("{column}" + {literal or 0}) / 10.0'
        settings.dataDefinedProperties().setProperty(
            QgsPalLayerSettings.Priority, QgsProperty.fromExpression(expression)
        )
    else:
        settings.priority = min(round(float(priority.text) / 10), 10)
    place(settings, element.find(f"{SE}LabelPlacement"))
    return settings


def place(settings, placement):
    """Set where labels lie: inside areas, beside points, along lines."""
    settings.centroidInside = True
    settings.fitInPolygonOnly = False
    settings.distUnits = PIXELS
    line = None if placement is None else placement.find(f"{SE}LinePlacement")
    if placement is None:
        settings.placement = QgsPalLayerSettings.OverPoint
    elif line is None:
        settings.placement = QgsPalLayerSettings.OrderedPositionsAroundPoint
        settings.dist = float(placement.findtext(f".//{SE}DisplacementX", "0"))
    else:
        settings.placement = QgsPalLayerSettings.Curved
        settings.dist = float(line.findtext(f"{SE}PerpendicularOffset", "0"))
        above = settings.dist > 0
        flag = QgsLabelLineSettings().placementFlags().__class__
        side = 2 if above else 1  # AboveLine, OnLine
        settings.lineSettings().setPlacementFlags(flag(side))


def format_of(element):
    """Return font, colour and halo of a TextSymbolizer."""
    from qgis.core import QgsTextBufferSettings, QgsTextFormat
    from qgis.PyQt.QtGui import QFont

    css = parameters(element.find(f"{SE}Font"))
    font = QFont(css.get("font-family", "Noto Sans"))
    font.setBold(css.get("font-weight") == "bold")
    font.setItalic(css.get("font-style") == "italic")
    result = QgsTextFormat()
    result.setFont(font)
    result.setSize(float(css["font-size"]))
    result.setSizeUnit(PIXELS)
    result.setColor(colour(parameters(element.find(f"{SE}Fill")), "fill"))
    halo = element.find(f"{SE}Halo")
    if halo is not None:
        buffer = QgsTextBufferSettings()
        buffer.setEnabled(True)
        buffer.setSize(float(halo.findtext(f"{SE}Radius", "1")))
        buffer.setSizeUnit(PIXELS)
        shade = colour(parameters(halo), "fill")
        buffer.setOpacity(shade.alphaF())
        shade.setAlphaF(1)
        buffer.setColor(shade)
        result.setBuffer(buffer)
    return result


def normalised(qml):
    """Return a QML text without what differs from run to run."""
    root = ET.fromstring("".join(qml.partition("<qgis")[1:]))  # noqa: S314 - QGIS wrote it
    for parent in root.iter():
        for child in [c for c in parent if c.tag in DROPPED]:
            parent.remove(child)
        parent.attrib = dict(sorted(parent.attrib.items()))
    root.set("version", "3.22.0")
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    keys = {}
    text = re.sub(
        r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}",
        lambda match: keys.setdefault(match[0], f"{{00000000-0000-4000-8000-{len(keys):012}}}"),
        text,
    )
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{text}\n"


if __name__ == "__main__":
    sys.exit(main())
