"""The words of crossings and ways: states, modes, and the sentences about what is not known."""

from __future__ import annotations

from hetao_map.text.language import Language
from hetao_map.text.localized import LocalizedText as T

TRAFFIC = {
    "passenger": T("旅客", "旅客", "passengers"),
    "vehicle": T("客车", "客車", "vehicles"),
    "goods": T("货物", "貨物", "goods"),
    "e_channel": T("自助通道", "e-道", "e-Channels"),
}
REGION = {
    "hong_kong": T("香港", "香港", "Hong Kong"),
    "mainland": T("中国内地", "中國內地", "Mainland China"),
}
MODE = {
    "walk": T("步行", "步行", "On foot"),
    "metro": T("深圳地铁", "深圳地鐵", "Shenzhen Metro"),
    "east_rail": T("港铁东铁线", "港鐵東鐵綫", "MTR East Rail Line"),
    "shuttle_bus": T("穿梭巴士", "穿梭巴士", "Shuttle bus"),
    "bus": T("巴士", "巴士", "Bus"),
    "taxi": T("出租车", "的士", "Taxi"),
    "border_control": T("过关", "過關", "Clearance"),
}

# Crossings
CROSSINGS_AT = T("{time}的口岸情况", "{time}的口岸情況", "Crossings at {time}, Hong Kong time")
OPEN = T("开放，全天", "開放，全日", "open all day")
OPEN_UNTIL = T("开放至{time}", "開放至{time}", "open until {time}")
CLOSING = T("即将关闭：{time}", "即將關閉：{time}", "closing soon, at {time}")
CLOSED = T("关闭", "關閉", "closed")
CLOSED_UNTIL = T("关闭，{time}开放", "關閉，{time}開放", "closed, opens at {time}")
UNKNOWN = T("不详", "不詳", "not known")
UNKNOWN_UNTIL = T("不详，{time}起有资料", "不詳，{time}起有資料", "not known before {time}")
CHECKED = T("{date}核对", "{date}核對", "checked {date}")

CLOCK_OF = T(
    "时间均为香港和深圳的时间。",
    "時間均為香港及深圳的時間。",
    "All times are those of Hong Kong and Shenzhen.",
)

CALENDAR_ENDED = T(
    "{region}的假期表只到{date}，此后的假期安排不详。",
    "{region}的假期表只到{date}，其後的假期安排不詳。",
    "The holiday calendar of {region} ends on {date}; holidays after it are not known.",
)
CALENDAR_BEFORE = T(
    "{region}的假期表从{date}开始，此前的假期安排不详。",
    "{region}的假期表由{date}開始，之前的假期安排不詳。",
    "The holiday calendar of {region} begins on {date}; earlier holidays are not known.",
)
HOLIDAY = T(
    "{date}是{region}假期（{name}）；临时公布的特别开放时间不在此文件中。",
    "{date}是{region}假期（{name}）；臨時公布的特別開放時間不在此檔案內。",
    "{date} is a holiday in {region} ({name}); special hours that are announced for single days "
    "are not in this file.",
)
HOURS_ENDED = T(
    "{name}（{traffic}）的开放时间最后核对于{checked}，{date}起视为不详；请查阅官方公布。",
    "{name}（{traffic}）的開放時間最後核對於{checked}，由{date}起視為不詳；請查閱官方公布。",
    "The hours of {name} ({traffic}) were last checked on {checked} and count as not known from "
    "{date}; see what the authorities publish.",
)
NO_HOURS = T(
    "{path} 没有口岸开放时间；请打开含有 opening_hours 表的文件。",
    "{path} 沒有口岸開放時間；請開啟含有 opening_hours 表的檔案。",
    "{path}: there are no opening hours of ports in it; open a file with the table opening_hours.",
)
BAD_TIME = T(
    "{text} 不是 ISO 格式的时间；请写成 2026-07-01T08:30，可加时区如 +08:00。",
    "{text} 不是 ISO 格式的時間；請寫成 2026-07-01T08:30，可加時區如 +08:00。",
    "{text} is no time; write it as 2026-07-01T08:30, with a zone such as +08:00 where it is not "
    "Hong Kong’s.",
)

# Ways
WAY = T("从{start}到{end}", "由{start}至{end}", "From {start} to {end}")
READY = T(
    "{time}出发，约{arrives}到达",
    "{time}出發，約{arrives}到達",
    "Leave at {time}, arrive at about {arrives}",
)
RANGE = T(
    "估计{early}至{late}到达", "估計{early}至{late}到達", "Estimated arrival {early} to {late}"
)
RANGE_OPEN = T(
    "估计最早{early}到达；如果一路缓慢，途中会有一段已经停止服务",
    "估計最早{early}到達；如果一路緩慢，途中會有一段已停止服務",
    "Estimated arrival {early} at the earliest; if all goes slowly, a part of it will be closed",
)
LEAVE_BY = T(
    "这条路线最迟{time}出发。",
    "這條路綫最遲{time}出發。",
    "Last departure by this route: {time}.",
)
ESTIMATE = T("估计", "估計", "estimate")
PUBLISHED_TIME = T("公布时间", "公布時間", "published time")
ESTIMATES = T(
    "标有“估计”的时间并非公布时间，仅供参考。",
    "標有「估計」的時間並非公布時間，僅供參考。",
    "Times marked as estimates were not published; take them as a guide only.",
)
MINUTES = T(
    "约{likely}分钟（{low}–{high}）",
    "約{likely}分鐘（{low}–{high}）",
    "about {likely} min ({low}–{high})",
)
MINUTES_EXACT = T("{likely}分钟", "{likely}分鐘", "{likely} min")
DURATION = T("全程约{time}", "全程約{time}", "About {time} in all")
_MINUTES_ALONE = T("{m}分钟", "{m}分鐘", "{m} min")
_HOURS_ALONE = T("{h}小时", "{h}小時", "{h} h")
_HOURS = T("{h}小时{m}分钟", "{h}小時{m}分鐘", "{h} h {m} min")
SCHEMATIC = T(
    "地图上以直线示意：中途停站的位置不详",
    "地圖上以直綫示意：中途停站的位置不詳",
    "drawn as a straight line: the position of a stop is not known",
)
CHANGES = T("换乘{n}次", "轉乘{n}次", "changes: {n}")
NOT_DRAWN = T(
    "地图上没有画出：有一端位置不详",
    "地圖上沒有畫出：有一端位置不詳",
    "not drawn: the position of one end is not known",
)
WAITS = T("等候{minutes}分钟", "等候{minutes}分鐘", "after a wait of {minutes} min")
STATIONS = T("{n}站", "{n}個站", "{n} stops")
FARE = T("票价 {amount} {currency}", "車資 {amount} {currency}", "fare {amount} {currency}")
HEADING_NOT_CHOSEN = T("没有选择的口岸和通道", "沒有選擇的口岸和通道", "Not chosen")
HEADING_LEGS = T("路线", "路綫", "Route")
HEADING_SOURCES = T(
    "班次、票价和时间的来源", "班次、車資和時間的來源", "Sources of hours, fares and times"
)
FOR_PERSONS = T(
    "供持有有效旅行证件的旅客参考，步行和乘公共交通、出租车；不含跨境汽车和货运。",
    "供持有有效旅遊證件的旅客參考，步行及乘搭公共交通、的士；不包括跨境車輛及貨運。",
    "For persons with valid travel documents, on foot, by public transport and taxi; not for "
    "cross-boundary cars or goods.",
)
HEADING_NOTES = T("须知", "須知", "Good to know")
OTHER_LATER = T(
    "{name}：{time}到达，晚{minutes}分钟。",
    "{name}：{time}到達，遲{minutes}分鐘。",
    "{name}: arrives at {time}, {minutes} minutes later.",
)
OTHER_SHUT = T(
    "{name}：届时已关闭，{opens}才可过关，{time}到达。",
    "{name}：屆時已關閉，{opens}才可過關，{time}到達。",
    "{name}: closed by then; one can cross from {opens} and arrives at {time}.",
)
OTHER_CHANGES = T(
    "{name}：{time}到达，但换乘更多。",
    "{name}：{time}到達，但轉乘較多。",
    "{name}: arrives at {time}, with more changes.",
)
OTHER_NO_WAY = T(
    "{name}：这时没有路线经过。",
    "{name}：這時沒有路綫經過。",
    "{name}: no way leads across it at that time.",
)
OTHER_UNKNOWN = T(
    "{name}：开放时间不详。", "{name}：開放時間不詳。", "{name}: its hours are not known."
)
CHANNEL = {
    "cargo_channel": T(
        "{name}：据了解只供货物通行（未经核实）；开放时间和现状不详。",
        "{name}：據了解只供貨物通行（未經核實）；開放時間及現況不詳。",
        "{name}: for goods only as far as is known (not verified); its hours and present state "
        "are not known.",
    ),
    "rail_tunnel": T(
        "{name}：高铁在合作区内不设站。",
        "{name}：高鐵在合作區內不設站。",
        "{name}: high-speed trains do not stop in the zone.",
    ),
}
NO_NETWORK = T(
    "{path} 没有路线数据；请打开含有 network_edge 表的文件。",
    "{path} 沒有路綫數據；請開啟含有 network_edge 表的檔案。",
    "{path}: there are no ways in it; open a file with the table network_edge.",
)
UNKNOWN_PLACE = T(
    "找不到名为“{text}”的地点；请换一种写法，或填写坐标。",
    "找不到名為「{text}」的地點；請改用其他寫法，或填寫座標。",
    "No place called “{text}” was found; check the spelling, or enter its coordinates.",
)
UNKNOWN_PLACE_NEAR = T(
    "找不到名为“{text}”的地点；相近的有：{near}。",
    "找不到名為「{text}」的地點；相近的有：{near}。",
    "No place called “{text}” was found; the nearest names are: {near}.",
)
TOO_FAR = T(
    "{name}附近没有已知的路线，或者不知道它在边界的哪一边；请选择离合作区较近的地点。",
    "{name}附近沒有已知的路綫，或者不知道它在邊界的哪一邊；請選擇離合作區較近的地點。",
    "No known way begins near {name}, or it is not known on which side of the boundary it lies; "
    "choose a place nearer to the zone.",
)
RECKONED = T(
    "{name}与附近地点之间的时间按直线距离估算，没有考虑道路、围栏和通行许可。",
    "{name}與附近地點之間的時間按直綫距離估算，沒有考慮道路、圍欄和通行許可。",
    "Between {name} and the places near it the minutes are reckoned from the straight line, "
    "without regard to roads, fences and permits.",
)
SAME_PLACE = T(
    "起点和终点都是{name}；请给出两个不同的地点。",
    "起點和終點都是{name}；請給出兩個不同的地點。",
    "Start and end are both {name}; name two places.",
)
NO_WAY = T(
    "{time}从{start}到{end}没有可走的路线；请换一个时间。",
    "{time}由{start}至{end}沒有可行的路綫；請改用其他時間。",
    "There is no route from {start} to {end} at {time}; try another time.",
)
TIME_UNKNOWN = T(
    "{date}的口岸开放时间不详，无法给出路线；现有资料适用于{first}至{last}。",
    "{date}的口岸開放時間不詳，無法提供路綫；現有資料適用於{first}至{last}。",
    "The hours of the ports are not known for {date}, so that no way can be given; those in the "
    "file are good from {first} to {last}.",
)


def lasting(minutes: int, language: Language) -> str:
    """Return a length of time in words: 56 min, 9 h 25 min."""
    hours, rest = divmod(minutes, 60)
    words = (_HOURS if rest else _HOURS_ALONE) if hours else _MINUTES_ALONE
    return words.in_(language).format(h=hours, m=rest)
