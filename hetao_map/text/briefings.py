"""The words of a briefing: headings, heads of columns, and sentences on what is left out."""

from __future__ import annotations

from hetao_map.text.localized import LocalizedText as T

BRIEFING = T("简报", "簡報", "Briefing")
OWN_TITLE = T("所选区域", "所選區域", "Selected area")
AND_MORE = T("{names}等{n}处", "{names}等{n}處", "{names} and {n} more")

AT_A_GLANCE = T("概览", "概覽", "At a glance")
KEY_FIGURES = T("主要数据", "主要數據", "Key figures")
OPENING_HOURS = T("开放时间", "開放時間", "Opening hours")
WAYS = T("交通往来", "交通往來", "Getting there and around")
FEATURES = T("区域内的地物", "區域內的地物", "What is there")
EVENTS = T("大事记", "大事記", "Timeline")
SERIES = T("历年数据", "歷年數據", "Year by year")
SOURCES = T("资料来源", "資料來源", "Sources")
ABOUT = T("关于本简报", "關於本簡報", "About this briefing")

AREA_DRAWN = T("图上面积", "圖上面積", "Area as drawn")
PERIMETER = T("周长", "周長", "Perimeter")
EXTENT = T("范围", "範圍", "Extent")
EXTENT_OF = T(
    "东经{west}至{east}，北纬{south}至{north}（WGS 84）",
    "東經{west}至{east}，北緯{south}至{north}（WGS 84）",
    "{west} to {east} E, {south} to {north} N (WGS 84)",
)
EXTENT_BEYOND = T(
    "经度{west}至{east}，纬度{south}至{north}（WGS 84）",
    "經度{west}至{east}，緯度{south}至{north}（WGS 84）",
    "longitude {west} to {east}, latitude {south} to {north} (WGS 84)",
)
STATE_OF_DATA = T("数据状态", "數據狀態", "State shown")
MOMENT = T("口岸状态时刻", "口岸狀態時刻", "Ports asked at")
HONG_KONG_TIME = T("{time}（香港时间）", "{time}（香港時間）", "{time}, Hong Kong time")

FIGURE = T("项目", "項目", "Figure")
VALUE = T("数值或说明", "數值或說明", "Value")
AS_OF = T("截至日期与来源", "截至日期及來源", "As of, source")
TRAFFIC = T("对象", "對象", "Traffic")
HOURS = T("时间", "時間", "Hours")
STATE_AT = T("届时状态", "屆時狀態", "State then")
CHECKED = T("核对日期与来源", "核對日期及來源", "Checked, source")
NAME = T("名称", "名稱", "Name")
KIND = T("类别", "類別", "Kind")
STATUS = T("状态", "狀態", "Status")
DATES = T("起止", "起訖", "Dates")
DISTANCE = T("距离与方向", "距離及方向", "Distance, direction")
FROM_TO = T("起讫", "起訖", "From and to")
BY = T("方式", "方式", "By")
MINUTES = T("通常所需时间", "通常所需時間", "Usual time")
SOURCE = T("来源", "來源", "Source")
DATE = T("日期", "日期", "Date")
EVENT = T("事件", "事件", "Event")
PERIOD = T("时期", "時期", "Period")

NEAREST = T("最近的口岸与车站", "最近的口岸及車站", "Nearest ports and stations")
USUAL_TIMES = T("通常所需时间", "通常所需時間", "Usual times")
IN_THE_AREA = T("在区域内", "在區域內", "in the area")
WAIT = T("另候车约{minutes}分钟", "另候車約{minutes}分鐘", "and a wait of about {minutes} min")
RUNS = T("服务时间：{hours}", "服務時間：{hours}", "runs {hours}")

AS_SAID = T("各来源的说法", "各來源的說法", "as the sources say it")
SAID_BY = T("{date}发布", "{date}發布", "published {date}")
BORDER = T("口岸查验", "口岸查驗", "Clearance")

MADE_FROM = T(
    "本简报由{program}根据数据文件 {file} 生成，数据版本日期为{edition}。",
    "本簡報由{program}根據數據檔案 {file} 製作，數據版本日期為{edition}。",
    "This briefing was made by {program} from the data file {file}, edition of {edition}.",
)
MADE_FROM_UNDATED = T(
    "本简报由{program}根据数据文件 {file} 生成，文件没有注明数据版本日期。",
    "本簡報由{program}根據數據檔案 {file} 製作，檔案沒有註明數據版本日期。",
    "This briefing was made by {program} from the data file {file}, which does not say the date "
    "of its edition.",
)
OWN_WORK = T("本项目自行整理或估计", "本項目自行整理或估計", "Own work or estimate of this project")
EDITION = T("数据版本 {date}", "數據版本 {date}", "Data edition of {date}")
BOTH_SHOWN = T(
    "各项数据后的编号指出来源；来源说法不同时一并列出。",
    "各項數據後的編號指出來源；來源說法不同時一併列出。",
    "The numbers behind the figures name their sources; where sources differ, all are shown.",
)
SCHEMATIC = T(
    "图上面积并非官方面积，部分位置为示意。",
    "圖上面積並非官方面積，部分位置屬示意。",
    "Areas as drawn are not official areas, and some positions are schematic.",
)
ATTRIBUTION = T("须注明：{names}", "須註明：{names}", "To be named: {names}")
AS_KNOWN_THEN = T(
    "只列{date}当天存在的地物，以及当时已有的数据和事件。",
    "只列{date}當天存在的地物，以及當時已有的數據及事件。",
    "Only what was there on {date} is listed, with figures and events that date from before it.",
)

# What is left out, for the pages and for stderr.
NO_FIGURES = T(
    "{path} 没有数据表（fact）；简报只列地物的属性。",
    "{path} 沒有數據表（fact）；簡報只列地物的屬性。",
    "{path}: there is no table of figures (fact) in it; the briefing lists the attributes alone.",
)
NO_HOURS = T(
    "{path} 没有口岸开放时间（opening_hours）；简报没有这一部分。",
    "{path} 沒有口岸開放時間（opening_hours）；簡報沒有這一部分。",
    "{path}: there are no opening hours (opening_hours) in it; the briefing is without them.",
)
NO_WAYS = T(
    "{path} 没有路线数据（network_edge）；简报没有通常所需时间。",
    "{path} 沒有路綫數據（network_edge）；簡報沒有通常所需時間。",
    "{path}: there are no ways (network_edge) in it; the briefing is without usual times.",
)
MORE_FEATURES = T(
    "区域内另有 {n} 个地物没有列入；请选小一些的区域。",
    "區域內另有 {n} 個地物沒有列入；請選擇較小的區域。",
    "{n} more features of the area are not listed; choose a smaller area.",
)
LARGE_LAYER = T(
    "图层 {layer} 的地物超过 {most} 个，只绘在图上，没有列入简报。",
    "圖層 {layer} 的地物超過 {most} 個，只繪在圖上，沒有列入簡報。",
    "Layer {layer} has more than {most} features; it is on the map, but not in the lists.",
)

# What was asked for makes no sense.
NOTHING_THERE = T(
    "该区域内没有任何地物；请选择别的区域。",
    "該區域內沒有任何地物；請選擇其他區域。",
    "There is nothing in that area; choose another one.",
)
NOTHING_THERE_THEN = T(
    "{date}时该区域内没有任何地物；请选择别的日期或区域。",
    "{date}時該區域內沒有任何地物；請選擇其他日期或區域。",
    "There was nothing in that area on {date}; choose another day or area.",
)
NOT_THERE_THEN = T(
    "地物 {feature} 在{date}不存在；请选择别的日期。",
    "地物 {feature} 在{date}並不存在；請選擇其他日期。",
    "The feature {feature} was not there on {date}; choose another day.",
)
NO_AREA = T(
    "{text} 不是区域：请给出含多边形的 GeoJSON 文件，或 WKT 文字，如 "
    "POLYGON((114.05 22.50, 114.08 22.50, 114.08 22.53, 114.05 22.50))。",
    "{text} 不是區域：請提供含多邊形的 GeoJSON 檔案，或 WKT 文字，例如 "
    "POLYGON((114.05 22.50, 114.08 22.50, 114.08 22.53, 114.05 22.50))。",
    "{text} is no area: give a GeoJSON file with a polygon, or WKT such as "
    "POLYGON((114.05 22.50, 114.08 22.50, 114.08 22.53, 114.05 22.50)).",
)
AREA_FILE = T(
    "{path} 中没有多边形；请给出含多边形的 GeoJSON 文件（WGS 84 经纬度）。",
    "{path} 內沒有多邊形；請提供含多邊形的 GeoJSON 檔案（WGS 84 經緯度）。",
    "{path}: there is no polygon in it; give a GeoJSON file with a polygon in WGS 84 degrees.",
)
AREA_CROSSES = T(
    "区域的边线自相交，无法确定范围；请重新绘制。",
    "區域的邊綫自相交，無法確定範圍；請重新繪製。",
    "The outline of the area crosses itself, so that its inside is not clear; draw it anew.",
)
AREA_EMPTY = T(
    "这条边线没有围出面积；请重新绘制。",
    "這條邊綫沒有圍出面積；請重新繪製。",
    "That outline encloses nothing; draw it anew.",
)
AREA_OFF = T(
    "区域不在地球上：经度在 −180 与 180 之间，纬度在 −90 与 90 之间。",
    "區域不在地球上：經度介乎 −180 與 180，緯度介乎 −90 與 90。",
    "The area is outside the world: longitudes run from −180 to 180, latitudes from −90 to 90.",
)
AREA_LARGE = T(
    "区域的顶点超过 {most} 个；请先简化。",
    "區域的頂點超過 {most} 個；請先簡化。",
    "The area has more than {most} vertices; simplify it first.",
)

# Beside the pointer while an area is drawn.
DRAW_FIRST = T("点击第一个角", "按第一個角", "Click the first corner")
DRAW_NEXT = T("点击下一个角", "按下一個角", "Click the next corner")
DRAW_OPPOSITE = T("点击对角", "按對角", "Click the opposite corner")
DRAW_LAST = T("按 Enter 完成", "按 Enter 完成", "Enter completes it")

# Opening hours in words.
ALL_DAY = T("全天24小时", "全日24小時", "24 hours a day")
NO_TRAFFIC = T("关闭", "關閉", "closed")
DAILY = T("每日{times}", "每日{times}", "{times} daily")
ON_DAYS = T("{days} {times}", "{days} {times}", "{days} {times}")
PUBLIC_HOLIDAYS = T("公众假期", "公眾假期", "public holidays")
WEEKDAYS = {
    "Mo": T("周一", "星期一", "Mon"),
    "Tu": T("周二", "星期二", "Tue"),
    "We": T("周三", "星期三", "Wed"),
    "Th": T("周四", "星期四", "Thu"),
    "Fr": T("周五", "星期五", "Fri"),
    "Sa": T("周六", "星期六", "Sat"),
    "Su": T("周日", "星期日", "Sun"),
    "PH": PUBLIC_HOLIDAYS,
}
