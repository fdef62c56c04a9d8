"""Runs in the system's Python: styles layers with QGIS, or paints a GeoPackage with it.

Usage: qgis_side.py style CASE OUT.gpkg SLD_FOLDER | qgis_side.py paint JOB.json
"""

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeedback,
    QgsFillSymbol,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProviderRegistry,
    QgsRectangle,
    QgsRendererCategory,
    QgsRendererRange,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtXml import QDomDocument

# The lower left corner of the cases' map, in metres of EPSG:2326.
X0, Y0 = 822_000, 842_000
KINDS = ["a", "b", "c", "d", None]


def areas():
    """A field of hexagons of several sizes."""
    for n in range(24):
        x, y = X0 + 220 + (n % 6) * 400, Y0 + 220 + (n // 6) * 400
        shape = QgsGeometry.fromWkt(f"POINT({x} {y})").buffer(120 + 10 * (n % 5), 2)
        yield n, shape


def lines():
    """Bent lines from left to right."""
    for n in range(12):
        y = Y0 + 120 + n * 130
        points = [(X0 + 150 + 300 * k, y + (60 if k % 2 else 0) * (n % 3)) for k in range(8)]
        yield n, QgsGeometry.fromWkt(f"LINESTRING({', '.join(f'{a} {b}' for a, b in points)})")


def points():
    """A loose grid of points."""
    for n in range(30):
        x, y = X0 + 200 + (n % 6) * 400, Y0 + 160 + (n // 6) * 330
        yield n, QgsGeometry.fromWkt(f"POINT({x} {y})")


def layer_of(kind, features, path, name):
    """Write features to a table of the file and return the layer on it."""
    uri = f"{kind}?crs=EPSG:2326&field=kind:string&field=n:integer&field=name:string"
    memory = QgsVectorLayer(uri, name, "memory")
    rows = []
    for n, shape in features:
        feature = QgsFeature(memory.fields())
        feature.setGeometry(shape)
        feature.setAttributes([KINDS[n % 5], n, f"place {n}"])
        rows.append(feature)
    memory.dataProvider().addFeatures(rows)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    if Path(path).exists():
        options.actionOnExistingFile = QgsVectorFileWriter.CreateOrOverwriteLayer
    QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, path, QgsCoordinateTransformContext(), options
    )
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")


def single(path):
    """One symbol a layer: fill and dashed edge, an offset line, a turned mark."""
    fill = {"color": "0,114,178,90", "outline_color": "#00507e", "outline_width": "0.6"}
    fill["outline_style"] = "dash"
    area = layer_of("Polygon", areas(), path, "areas")
    area.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(fill)))
    line = layer_of("LineString", lines(), path, "lines")
    pen = {"line_color": "#a34e80", "line_width": "0.8", "capstyle": "round", "offset": "1.6"}
    line.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple(pen)))
    point = layer_of("Point", points(), path, "points")
    mark = {"name": "pentagon", "size": "4.2", "color": "#d55e00", "angle": "30"}
    mark |= {"outline_color": "#1f2933", "outline_width": "0.5", "offset": "0.8,1.6"}
    point.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(mark)))
    return [area, line, point]


def categorised(path):
    """A mark and a fill by kind, with all other values."""
    area = layer_of("Polygon", areas(), path, "areas")
    colours = {"a": "#e69f00", "b": "#56b4e9", "c": "#009e73", "": "#bbbbbb"}
    area.setRenderer(
        QgsCategorizedSymbolRenderer(
            "kind",
            [QgsRendererCategory(k or None, QgsFillSymbol.createSimple(
                {"color": c, "outline_color": "#1f2933", "outline_width": "0.5"}), k or "rest")
             for k, c in colours.items()],
        )
    )  # fmt: skip
    point = layer_of("Point", points(), path, "points")
    names = {"a": "star", "b": "triangle", "c": "diamond", "d": "hexagon", "": "cross_fill"}
    point.setRenderer(
        QgsCategorizedSymbolRenderer(
            "kind",
            [QgsRendererCategory(k or None, QgsMarkerSymbol.createSimple(
                {"name": m, "size": "4.2", "color": "#1f2933", "outline_color": "#ffffff",
                 "outline_width": "0.5"}), k or "rest")
             for k, m in names.items()],
        )
    )  # fmt: skip
    return [area, point]


def graduated(path):
    """Areas and lines by number, in four steps."""
    area = layer_of("Polygon", areas(), path, "areas")
    steps = [(0, 5, "#f7fbff"), (5, 11, "#c6dbef"), (11, 17, "#6baed6"), (17, 24, "#08519c")]
    area.setRenderer(
        QgsGraduatedSymbolRenderer("n", [QgsRendererRange(a, b, QgsFillSymbol.createSimple(
            {"color": c, "outline_color": "#333333", "outline_width": "0.5"}), f"{a}-{b}")
            for a, b, c in steps])
    )  # fmt: skip
    line = layer_of("LineString", lines(), path, "lines")
    widths = [(0, 3, "0.6"), (3, 7, "1.1"), (7, 12, "1.7")]
    line.setRenderer(
        QgsGraduatedSymbolRenderer("n", [QgsRendererRange(a, b, QgsLineSymbol.createSimple(
            {"line_color": "#d55e00", "line_width": w}), f"{a}-{b}") for a, b, w in widths])
    )  # fmt: skip
    return [area, line]


def rules(path):
    """Rules with conditions, scales and ELSE; casings; a hatch."""
    area = layer_of("Polygon", areas(), path, "areas")
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setDistance(2.8)
    hatch.setLineAngle(30)
    hatch.setLineWidth(0.6)
    hatch.setColor(QColor("#009e73"))
    hatched = QgsFillSymbol.createSimple({})
    hatched.changeSymbolLayer(0, hatch)
    plain = QgsFillSymbol.createSimple({"color": "#e4eadb", "outline_color": "#009e73"})
    orange = {"style": "no", "outline_color": "#d55e00", "outline_width": "1.1"}
    edge = QgsFillSymbol.createSimple(orange)
    area.setRenderer(
        by_rules(
            (plain, 0, 0, "ELSE", "rest"),
            (hatched, 0, 0, "\"kind\" in ('a', 'b') and \"n\" > 4", "hatched"),
            (edge, 1000, 80000, '"n" * 2 >= 30 or "name" like \'%7\'', "edge"),
        )
    )
    line = layer_of("LineString", lines(), path, "lines")
    casing = QgsLineSymbol.createSimple({"line_color": "#1f2933", "line_width": "1.7"})
    core = QgsLineSymbol.createSimple(
        {"line_color": "#f2c75c", "line_width": "0.8", "capstyle": "flat"}
    )
    far = QgsLineSymbol.createSimple({"line_color": "#ff0000", "line_width": "3"})
    line.setRenderer(
        by_rules(
            (casing, 0, 0, '"kind" is not null', "casing"),
            (core, 0, 0, 'not ("kind" is null)', "core"),
            (far, 80000, 900000, "", "far"),
        )
    )
    return [area, line]


def by_rules(*rules):
    """A renderer of rules: symbol, scales, condition, name."""
    root = QgsRuleBasedRenderer.Rule(None)
    for rule in rules:
        root.appendChild(QgsRuleBasedRenderer.Rule(*rule))
    return QgsRuleBasedRenderer(root)


def labelled(path):
    """Points with names beside them, and a halo."""
    point = layer_of("Point", points(), path, "points")
    mark = {"name": "square", "size": "2.5", "color": "#0072b2", "outline_style": "no"}
    point.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(mark)))
    text = QgsTextFormat()
    text.setFont(QFont("Noto Sans"))
    text.setSize(9)
    text.setColor(QColor("#1f2933"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text)
    settings.placement = QgsPalLayerSettings.OverPoint
    settings.quadOffset = QgsPalLayerSettings.QuadrantRight
    settings.xOffset = 2
    point.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    point.setLabelsEnabled(True)
    return [point]


MARKS = [
    "square", "circle", "triangle", "star", "cross", "cross2", "cross_fill", "diamond",
    "pentagon", "hexagon", "octagon", "equilateral_triangle", "line", "arrow", "arrowhead",
    "filled_arrowhead", "asterisk_fill", "half_square", "diagonal_half_square",
    "right_half_triangle", "left_half_triangle", "quarter_square", "semi_circle",
    "third_circle", "quarter_circle", "square_with_corners",
]  # fmt: skip


def marks(path):
    """Each shape that QGIS writes into SLD by its name."""
    point = layer_of("Point", points(), path, "points")
    style = {"size": "6.7", "color": "#e69f00", "outline_color": "#1f2933", "outline_width": "0.5"}
    symbols = [QgsMarkerSymbol.createSimple(style | {"name": name}) for name in MARKS]
    point.setRenderer(
        QgsCategorizedSymbolRenderer(
            "n", [QgsRendererCategory(n, s, MARKS[n]) for n, s in enumerate(symbols)]
        )
    )
    return [point]


def centroids(path):
    """A mark in the middle of each area."""
    area = layer_of("Polygon", areas(), path, "areas")
    mark = {"name": "triangle", "size": "4.2", "color": "#d55e00", "outline_color": "#1f2933"}
    middle = QgsCentroidFillSymbolLayer()
    middle.setSubSymbol(QgsMarkerSymbol.createSimple(mark | {"outline_width": "0.5"}))
    filled = QgsFillSymbol.createSimple({"color": "#e4eadb", "outline_color": "#009e73"})
    filled.appendSymbolLayer(middle)
    area.setRenderer(QgsSingleSymbolRenderer(filled))
    return [area]


def apart(path):
    """What only QGIS's own style has: parts that are off, opacity, ELSE within a rule."""
    area = layer_of("Polygon", areas(), path, "areas")
    fills = [
        QgsFillSymbol.createSimple({"color": color, "outline_color": "#1f2933"})
        for color in ("#e69f00", "#56b4e9", "#009e73")
    ]
    hidden = QgsLinePatternFillSymbolLayer()
    hidden.setEnabled(False)
    fills[0].appendSymbolLayer(hidden)
    node = QgsRuleBasedRenderer.Rule
    root, group = node(None), node(None, 0, 0, "\"n\" < 15 AND \"kind\" IN ('a', 'b', 'c')", "g")
    group.appendChild(node(fills[0], 0, 0, "NOT \"kind\" = 'a'", "not a"))
    group.appendChild(node(fills[1], 0, 0, "ELSE", "rest of the group"))
    root.appendChild(group)
    root.appendChild(node(fills[2], 0, 0, "ELSE", "rest"))
    area.setRenderer(QgsRuleBasedRenderer(root))
    point = layer_of("Point", points(), path, "points")
    mark = QgsMarkerSymbol.createSimple({"name": "square", "size": "5", "outline_style": "no"})
    mark.appendSymbolLayer(QgsSimpleMarkerSymbolLayer())
    mark.symbolLayer(1).setEnabled(False)
    mark.setColor(QColor("#d55e00"))
    mark.setOpacity(0.4)
    point.setRenderer(QgsSingleSymbolRenderer(mark))
    shown, off = (
        QgsRuleBasedLabeling.Rule(numbers(), 0, 0, condition)
        for condition in ('"n" < 15', '"n" >= 15')
    )
    off.setActive(False)
    labels = QgsRuleBasedLabeling.Rule(None)
    labels.appendChild(shown)
    labels.appendChild(off)
    point.setLabeling(QgsRuleBasedLabeling(labels))
    point.setLabelsEnabled(True)
    return [area, point]


def numbers():
    """Labels of numbers with a plus and two decimals, to the right of the mark."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "n"
    settings.formatNumbers, settings.decimals, settings.plusSign = True, 2, True
    settings.placement = QgsPalLayerSettings.OverPoint
    settings.quadOffset = QgsPalLayerSettings.QuadrantRight
    settings.xOffset = 3
    text = QgsTextFormat()
    text.setFont(QFont("Noto Sans"))
    text.setSize(9)
    settings.setFormat(text)
    return settings


STYLED = (single, categorised, graduated, rules, labelled, marks, centroids, apart)
CASES = {case.__name__: case for case in STYLED}


def style(case, path, folder):
    """Make a file of a case, with its styles saved as QGIS saves them."""
    for layer in CASES[case](path):
        error = layer.saveStyleToDatabase(layer.name(), "", True, "")
        if error:
            raise SystemExit(error)
        document = QDomDocument()
        layer.exportSldStyle(document, "")
        Path(folder, f"qgis_{case}_{layer.name()}.sld").write_text(document.toString(1))


def paint(job):
    """Paint tables of a file, the first below the others, with the styles in the file."""
    job = json.loads(Path(job).read_text())
    settings = QgsMapSettings()
    layers = [part for name in job["layers"] for part in parts(job["file"], name)]
    settings.setLayers(list(reversed(layers)))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2326"))
    settings.setOutputSize(QSize(*job["size"]))
    settings.setExtent(QgsRectangle(*job["extent"]))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor(*job["background"]))
    settings.setFlag(QgsMapSettings.DrawLabeling, job["labels"])
    renderer = QgsMapRendererSequentialJob(settings)
    renderer.start()
    renderer.waitForFinished()
    renderer.renderedImage().save(job["picture"])


def parts(path, name):
    """A table's layers, one for each kind of geometry in it, areas first."""
    flag = Qgis.SublayerQueryFlag.ResolveGeometryType
    details = QgsProviderRegistry.instance().querySublayers(path, flag, QgsFeedback())
    found = [detail for detail in details if detail.name() == name]
    order = {2: 0, 1: 1, 0: 2}
    layers = [QgsVectorLayer(d.uri(), name, "ogr") for d in found]
    return sorted(layers, key=lambda layer: order.get(layer.geometryType(), 3))


def main():
    """Do what the arguments say."""
    application = QgsApplication([], False)
    application.initQgis()
    what, *rest = sys.argv[1:]
    {"style": style, "paint": paint}[what](*rest)
    application.exitQgis()


if __name__ == "__main__":
    main()
