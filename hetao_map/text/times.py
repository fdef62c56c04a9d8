"""The words of crossings and ways: states, modes, and the sentences about what is not known."""

from __future__ import annotations

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
    "taxi": T("的士", "的士", "Taxi"),
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
