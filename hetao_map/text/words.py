"""The words of cards, legends and messages that are not part of the data.

They are values with three required fields, so that none can lack a language. The words of
the window's controls are in Qt Linguist files instead (assets/translations).
"""

from __future__ import annotations

from hetao_map.text.localized import LocalizedText as T

STATUS = {
    "open": T("开放", "開放", "Open"),
    "under_construction": T("建设中", "興建中", "Under construction"),
    "planned": T("规划中", "規劃中", "Planned"),
    "closed": T("已关闭", "已關閉", "Closed"),
    "unknown": T("现状不详", "現況不詳", "Present status not known"),
}

KIND = {
    "zone": T("整个合作区", "整個合作區", "Whole zone"),
    "park": T("园区", "園區", "Park"),
    "park_part": T("园区片区", "園區片區", "Part of a park"),
    "port": T("陆路口岸", "陸路口岸", "Land port"),
    "footbridge": T("口岸人行桥", "口岸行人橋", "Port footbridge"),
    "road_bridge": T("口岸公路桥", "口岸行車橋", "Port road bridges"),
    "cargo_channel": T("保税区通道", "保稅區通道", "Bonded Zone channel"),
    "rail_tunnel": T("高铁隧道", "高鐵隧道", "High-speed rail tunnel"),
    "reserve": T("自然保护区", "自然保護區", "Nature reserve"),
    "ramsar": T("国际重要湿地", "拉姆薩爾濕地", "Ramsar Site"),
    "campus": T("科创园区", "創科園區", "Research campus"),
    "building": T("科创楼宇", "創科樓宇", "Research building"),
    "service": T("服务机构", "服務機構", "Service"),
    "housing": T("人才住房", "人才住房", "Talent housing"),
    "institution": T("科研与专业机构", "科研及專業機構", "Institution"),
    "company": T("企业", "企業", "Company"),
    "incubator": T("青年创业空间", "青年創業空間", "Start-up space"),
    "plaza": T("科技广场", "科技廣場", "Technology plaza"),
    "metro_station": T("深圳地铁站", "深圳地鐵站", "Shenzhen Metro station"),
    "rail_station": T("港铁车站", "港鐵車站", "MTR station"),
    "hsr_station": T("高铁站", "高鐵站", "High-speed rail station"),
    "metro": T("地铁", "地鐵", "Metro line"),
    "rail": T("铁路", "鐵路", "Railway"),
    "high_speed_rail": T("高速铁路", "高速鐵路", "High-speed railway"),
    "road": T("主要道路", "主要道路", "Main road"),
    "course": T("现河道", "現河道", "Present course"),
    "former_course": T("旧河道", "舊河道", "Old course"),
    "centre_line": T("河道中心线", "河道中心綫", "Centre line"),
    "former_centre_line": T("旧河道中心线", "舊河道中心綫", "Old centre line"),
    "boundary": T("深港边界", "港深邊界", "Hong Kong-Shenzhen boundary"),
    "sea": T("海湾", "海灣", "Bay"),
    "pond": T("鱼塘与基围", "魚塘及基圍", "Ponds and gei wai"),
    "wood": T("红树林与林地", "紅樹林及林地", "Mangrove and woodland"),
    "veg": T("草地与湿地植被", "草地及濕地植被", "Grass, shrub and marsh"),
    "barren": T("滩涂与裸地", "泥灘及裸地", "Mudflat and bare ground"),
    "land": T("陆地", "陸地", "Land"),
}

MEDIA = T("{kind}，{size} 字节", "{kind}，{size} 位元組", "{kind}, {size} bytes")
MEDIA_MORE = T("另有 {n} 项", "另有 {n} 項", "and {n} more")
MEDIA_UNTYPED = T("类型不明", "類型不明", "type not known")

SECTION = {
    "overview": T("概况", "概況", "Overview"),
    "hours": T("开放时间", "開放時間", "Opening hours"),
    "transport": T("交通", "交通", "Getting there"),
    "figures": T("数据", "數據", "Figures"),
    "space": T("科研空间", "科研空間", "Research space"),
    "policy": T("政策", "政策", "Policy"),
    "nature": T("自然", "自然", "Nature"),
    "history": T("沿革", "沿革", "History"),
    "plans": T("规划", "規劃", "Plans"),
    "other": T("其他", "其他", "Other"),
    "events": T("大事记", "大事記", "Timeline"),
    "series": T("历年数据", "歷年數據", "Year by year"),
    "media": T("附件", "附件", "Attachments"),
    "attributes": T("属性", "屬性", "Attributes"),
}

PRECISION = {
    "exact": T("{}", "{}", "{}"),
    "about": T("约{}", "約{}", "about {}"),
    "over": T("超过{}", "超過{}", "over {}"),
    "nearly": T("近{}", "近{}", "nearly {}"),
    "up_to": T("最高{}", "最高{}", "up to {}"),
    "at_least": T("至少{}", "至少{}", "at least {}"),
    "derived": T("{}（推算）", "{}（推算）", "{} (derived)"),
}

# Heads of the columns that the shipped layers share.
COLUMN = {
    "name": T("名称", "名稱", "Name"),
    "kind": T("类别", "類別", "Kind"),
    "status": T("状态", "狀態", "Status"),
    "summary": T("简介", "簡介", "Summary"),
    "importance": T("重要度", "重要程度", "Importance"),
    "accuracy_m": T("位置误差（米）", "位置誤差（米）", "Accuracy (m)"),
    "position_note": T("位置依据", "位置依據", "Position"),
    "source_id": T("来源", "來源", "Source"),
    "valid_from": T("起始", "開始", "Valid from"),
    "valid_to": T("终止", "結束", "Valid to"),
    "id": T("标识", "識別碼", "Identifier"),
    "fid": T("行号", "行號", "Row number"),
}

POSITION = {
    "generalised": T(
        "位置与形状经概括处理", "位置及形狀經概括處理", "Position and shape are generalised"
    ),
    "published_limits": T(
        "按公布的四至绘制", "按公布的界綫繪製", "Drawn from the published limits"
    ),
    "street_address": T("按门牌地址估定", "按街道地址估定", "Estimated from the street address"),
    "area_only": T(
        "只知所在片区，位置为示意",
        "只知所在片區，位置為示意",
        "Only the area is known; the position is schematic",
    ),
    "schematic": T("示意位置", "示意位置", "Schematic position"),
}

SERIES_CATEGORY = {
    "world": T("全球", "全球", "World"),
    "deep_bay": T("深圳湾", "后海灣", "Deep Bay"),
    "share": T("占比", "比例", "Share"),
    "measured": T("实测类别", "實測類別", "Measured class"),
    "target": T("目标类别", "目標類別", "Target class"),
    "in_use": T("已投入使用", "已投入使用", "In use"),
    "new_expected": T("预计新增", "預計新增", "New, expected"),
}

SCHEMATIC = T("示意", "示意", "schematic")
ACCURACY = T("误差约±{metres}", "誤差約±{metres}", "about ±{metres}")
NOT_KNOWN = T("不详", "不詳", "not known")
# What the shipped data calls its own work; titles of all other sources stand as they are.
OWN_WORK = T("本项目自行整理", "本項目自行整理", "Own work of this project")
SOURCE = T("来源", "來源", "Source")
PUBLISHER = T("发布者", "發布者", "Publisher")
DATE = T("日期", "日期", "Date")
LICENCE = T("许可", "許可", "Licence")
ADDRESS = T("网址", "網址", "Address")
AS_OF = T("截至{date}", "截至{date}", "as of {date}")
PUBLISHED = T("{date}发布", "{date}發布", "published {date}")
UNDATED = T("日期不详", "日期不詳", "date not known")
QUOTED = T("原文：“{text}”", "原文：「{text}」", "In the article’s words: “{text}”")
VALID = T("适用期", "適用期", "Valid")
FORMERLY = T("原名", "原稱", "Formerly")
ALSO_CALLED = T("又名", "又名", "Also called")
BESIDE_THE_MAP = T("不在地图上的地点", "不在地圖上的地點", "A place that is not on the map")
COORDINATES = T("坐标", "座標", "Coordinates")
UNNAMED = T("未命名", "未命名", "Unnamed")
LEGEND = T("图例", "圖例", "Legend")
LEGEND_MORE = T("另有 {n} 项", "另有 {n} 項", "{n} more")
SOURCES = T("资料来源：{list}", "資料來源：{list}", "Sources: {list}")
STATE_OF = T("{date}的状况", "{date}的狀況", "As on {date}")
GRID_NAME = {
    2326: T("香港 1980 方格网", "香港 1980 方格網", "Hong Kong 1980 Grid"),
    3857: T("Web Mercator 投影", "Web Mercator 投影", "Web Mercator projection"),
}
SCALE = T("比例尺 1:{n}", "比例 1:{n}", "Scale 1:{n}")
SHOWN_FROM = T("放大至 1:{n} 才显示", "放大至 1:{n} 才顯示", "Shown from 1:{n}")
SHOWN_BEYOND = T("缩小至 1:{n} 才显示", "縮小至 1:{n} 才顯示", "Shown beyond 1:{n}")
EVERYTHING = T("全部图层", "全部圖層", "Everything")
DRAWN_IN_FULL = T(
    "样式的各部分均按原样绘制。", "樣式的各部分均按原樣繪製。", "The style is drawn in full."
)
DRAWN_SIMPLY = T(
    "样式的以下部分绘制得较为简单：",
    "樣式的以下部分繪製得較為簡單：",
    "These parts of the style are drawn more simply:",
)
FEATURES = T("{n} 个地物", "{n} 個地物", "{n} features")
DATUM_NAME = {"gcj02": "GCJ-02", "bd09": "BD-09"}
SHIFTED_FROM = T(
    "已由 {datum} 近似改正", "已由 {datum} 近似改正", "shifted from {datum}, approximate"
)
PICTURE_TILES = T(
    "图片瓦片，缩放级别 {low} 至 {high}",
    "圖片圖磚，縮放級別 {low} 至 {high}",
    "Picture tiles of the zoom levels {low} to {high}",
)
PICTURE_TILES_OF_ONE = T(
    "图片瓦片，缩放级别 {low}", "圖片圖磚，縮放級別 {low}", "Picture tiles of the zoom level {low}"
)
BAD_TILES = T(
    "至今有 {n} 块瓦片无法读取。",
    "至今有 {n} 塊圖磚無法讀取。",
    "{n} tiles could not be read so far.",
)
UNSOURCED = T("文件未注明来源。", "檔案沒有註明來源。", "The file names no source.")
HIDDEN_LABELS = T(
    "有 {n} 个名称因空间不足未显示",
    "有 {n} 個名稱因空間不足未顯示",
    "Labels hidden for lack of room: {n}",
)
MAP_TITLE = T("河套地图", "河套地圖", "Hetao Map")
ZONE_BESIDE = T(
    "图上面积并非官方面积", "圖上面積並非官方面積", "Areas drawn are not official areas"
)

AROUND = T("附近", "附近", "Around here")
HERE = T("就在此处", "就在此處", "right here")
DISTANCE_IN_DIRECTION = T(
    "{direction}面{distance}", "{direction}面{distance}", "{distance} {direction}"
)
# Clockwise from north.
DIRECTIONS = (
    T("北", "北", "north"),
    T("东北", "東北", "north-east"),
    T("东", "東", "east"),
    T("东南", "東南", "south-east"),
    T("南", "南", "south"),
    T("西南", "西南", "south-west"),
    T("西", "西", "west"),
    T("西北", "西北", "north-west"),
)

COORDINATE_SYSTEM = {
    "wgs84": T("WGS 84（度）", "WGS 84（度）", "WGS 84, degrees"),
    "wgs84_dms": T("WGS 84（度分秒）", "WGS 84（度分秒）", "WGS 84, degrees, minutes, seconds"),
    "hk1980": T("香港 1980 方格网", "香港 1980 方格網", "Hong Kong 1980 Grid"),
    "cgcs2000": T("CGCS2000（度）", "CGCS2000（度）", "CGCS2000, degrees"),
    "cgcs2000_gk": T(
        "CGCS2000 高斯－克吕格 3° 带",
        "CGCS2000 高斯－克呂格 3° 帶",
        "CGCS2000, Gauss-Krüger 3° zone",
    ),
    "gcj02": T("GCJ-02（近似）", "GCJ-02（近似）", "GCJ-02 (approximate)"),
}

# What stands before the figures where there is little room.
COORDINATE_MARK = {
    "hk1980": T("香港 1980 方格网", "香港 1980 方格網", "HK 1980 Grid"),
    "cgcs2000": T("CGCS2000", "CGCS2000", "CGCS2000"),
    "cgcs2000_gk": T("CGCS2000 {meridian}°E", "CGCS2000 {meridian}°E", "CGCS2000 {meridian}°E"),
    "gcj02": T("GCJ-02 约", "GCJ-02 約", "GCJ-02 about"),
}

COORDINATE_ACCURACY = {
    "hk1980": T(
        "由 WGS 84 换算，约 ±1 米", "由 WGS 84 換算，約 ±1 米", "from WGS 84, to about 1 m"
    ),
    "cgcs2000": T(
        "按与 WGS 84 相同处理，换算精度未公布",
        "按與 WGS 84 相同處理，換算精度未公布",
        "taken as equal to WGS 84; no accuracy is published",
    ),
    "cgcs2000_gk": T(
        "按与 WGS 84 相同处理，换算精度未公布",
        "按與 WGS 84 相同處理，換算精度未公布",
        "taken as equal to WGS 84; no accuracy is published",
    ),
    "gcj02": T(
        "非官方近似算法，仅限内地",
        "非官方近似算法，只限內地",
        "unofficial approximation, Mainland only",
    ),
}
NOT_HERE = T("此处不适用", "此處不適用", "not used here")

MEASURED_TOTAL = T("总长", "總長", "Total length")
MEASURED_AREA = T("面积", "面積", "Area")
MEASURED_PERIMETER = T("周长", "周長", "Perimeter")
MEASURED_PIECE = T("第 {n} 段", "第 {n} 段", "Segment {n}")
MEASURED_POINT = T("第 {n} 点", "第 {n} 點", "Point {n}")
MEASURED_HOW = T(
    "在 WGS 84 椭球面上测量（测地线）",
    "在 WGS 84 橢球面上量度（測地綫）",
    "Measured on the WGS 84 ellipsoid (geodesics)",
)
MEASURED_CROSSES = T(
    "边线自相交，没有确定的面积。",
    "邊綫自相交，沒有確定的面積。",
    "The outline crosses itself, so it has no definite area.",
)
