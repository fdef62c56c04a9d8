"""The well-known names of marks that can be drawn: those of SLD, and QGIS's."""

MARKS = frozenset(
    {
        "square", "circle", "triangle", "star", "cross", "x", "diamond", "pentagon", "hexagon",
        "octagon", "equilateral_triangle", "regular_star", "cross2", "cross_fill", "line",
        "vertline", "horline", "slash", "backslash", "plus", "times", "dot",
        "arrow", "arrowhead", "filled_arrowhead", "arrowhead_filled", "asterisk_fill",
        "half_square", "diagonal_half_square", "right_half_triangle", "left_half_triangle",
        "quarter_square", "semi_circle", "third_circle", "quarter_circle", "rectangle",
        "square_with_corners",
    }
)  # fmt: skip
