"""Which places are in the Mainland, where web maps shift their coordinates."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from hetao_map.geometry.columns import FloatArray
from hetao_map.geometry.extent import Extent
from hetao_map.geometry.gcj02 import FORMULA_AREA

# Areas of use in the EPSG registry: of the Hong Kong 1980 Grid (2326), and of Macao (8433).
HONG_KONG = Extent(113.76, 22.13, 114.51, 22.58)
MACAO = Extent(113.52, 22.06, 113.68, 22.23)

# The boundary of the Hong Kong SAR from the sea west of Deep Bay to Sha Tau Kok. The points by
# the sea and from Pak Kung Au on are points 8 to 6 and 5 to 1 of State Council Order No. 221
# (1 July 1997); between them lies the line of the Government of the HKSAR (DATA.GOV.HK) as the
# map has it, to some 25 m, and from 114.13 to Pak Kung Au a straight line.
BOUNDARY = (
    (113.86911, 22.42856), (113.94781, 22.47236), (113.99506, 22.51006), (113.9981, 22.51),
    (114.0001, 22.509), (114.0025, 22.5073), (114.0076, 22.5024), (114.0099, 22.5012),
    (114.0116, 22.5007), (114.0134, 22.5009), (114.0166, 22.5019), (114.0204, 22.5038),
    (114.0245, 22.5066), (114.0254, 22.5068), (114.0372, 22.5057), (114.0454, 22.5041),
    (114.0494, 22.5025), (114.0527, 22.5026), (114.0549, 22.5035), (114.0564, 22.5046),
    (114.057, 22.5059), (114.0576, 22.5104), (114.0595, 22.5133), (114.0644, 22.5166),
    (114.0726, 22.5182), (114.0745, 22.5202), (114.0775, 22.5284), (114.0785, 22.53),
    (114.0796, 22.5307), (114.0853, 22.5324), (114.089, 22.5365), (114.0927, 22.5369),
    (114.0938, 22.5363), (114.0957, 22.5346), (114.0973, 22.5341), (114.1033, 22.5352),
    (114.1027, 22.532), (114.1034, 22.5316), (114.1043, 22.5326), (114.1047, 22.5346),
    (114.1075, 22.5346), (114.1083, 22.5364), (114.109, 22.5367), (114.1099, 22.5356),
    (114.1098, 22.5311), (114.1107, 22.5302), (114.1124, 22.5296), (114.1156, 22.531),
    (114.1157, 22.5347), (114.1172, 22.5351), (114.1208, 22.5344), (114.1204, 22.5353),
    (114.1206, 22.536), (114.1213, 22.536), (114.122, 22.5352), (114.1224, 22.5355),
    (114.1212, 22.5373), (114.122, 22.5385), (114.1236, 22.5392), (114.1243, 22.5392),
    (114.1259, 22.5413), (114.1265, 22.541), (114.1257, 22.5406), (114.1257, 22.5402),
    (114.1273, 22.5393), (114.1288, 22.5403), (114.1294, 22.5414), (114.1294, 22.5421),
    (114.13, 22.5423), (114.20673, 22.55653), (114.22691, 22.54801), (114.22692, 22.54785),
    (114.22567, 22.54595), (114.22635, 22.54367),
)  # fmt: skip


def in_mainland(lonlat: FloatArray) -> npt.NDArray[np.bool_]:
    """Return (n,) bool: the places (n, 2) in WGS84 degrees that are known to be shifted.

    That is where the formula of GCJ-02 applies, without Macao, and around Hong Kong only north
    of BOUNDARY: beyond its ends nobody says on which side a place lies.
    """
    there = _within(FORMULA_AREA, lonlat) & ~_within(MACAO, lonlat)
    near = _within(HONG_KONG, lonlat)
    there[near] = shapely.contains_xy(_north_side(), lonlat[near])
    return there


def _within(area: Extent, lonlat: FloatArray) -> npt.NDArray[np.bool_]:
    low, high = (area.xmin, area.ymin), (area.xmax, area.ymax)
    inside = (lonlat >= np.array(low)) & (lonlat <= np.array(high))
    both: npt.NDArray[np.bool_] = inside[:, 0] & inside[:, 1]
    return both


@lru_cache(maxsize=1)
def _north_side() -> Any:
    top = HONG_KONG.ymax + 0.01
    area = shapely.Polygon([*BOUNDARY, (BOUNDARY[-1][0], top), (BOUNDARY[0][0], top)])
    shapely.prepare(area)
    return area
