"""What is said of files that are opened, closed and changed while the map is open."""

from __future__ import annotations

from hetao_map.text.localized import LocalizedText as T

STILL_CHANGING = T(
    "另一个程序正在不断写入 {path}；请等它完成后再打开。",
    "另一個程式正不斷寫入 {path}；請待它完成後再開啟。",
    "{path}: another program goes on writing to it; open it once that is done.",
)
LIES_ELSEWHERE = T(
    "{path} 的数据离本区约 {km} 公里，地图已移到那里，并改用 Web Mercator 投影；按“后退”可返回。",
    "{path} 的數據距本區約 {km} 公里，地圖已移至該處，並改用 Web Mercator 投影；按「後退」可返回。",
    "{path} lies about {km} km away. The map has gone there, in Web Mercator; Back returns.",
)
NOTHING_ON_MAP = T(
    "{path} 已打开，但其中没有可画在地图上的地物。",
    "{path} 已開啟，但當中沒有可繪於地圖上的地物。",
    "{path} is open, but there is no feature in it that could be drawn.",
)
ASSUMED = T(
    "{path} 的图层 {layer} 没有说明坐标参考系，暂按 {crs} 显示。",
    "{path} 的圖層 {layer} 沒有說明座標參考系統，暫按 {crs} 顯示。",
    "{path}, layer {layer}: it does not say its coordinate system and is shown as {crs} for now.",
)
GONE = T(
    "{path} 已不在原处；地图仍显示最后读到的内容，文件恢复后会自动重新读取。",
    "{path} 已不在原處；地圖仍顯示最後讀到的內容，檔案恢復後會自動重新讀取。",
    "{path} is not there any more; the map keeps what was read last, and reads it again when it is "
    "back.",
)
KEPT_OLD = T(
    "{reason} 地图仍显示之前的内容，文件再次改变时会重试。",
    "{reason} 地圖仍顯示之前的內容，檔案再次改變時會重試。",
    "{reason} The map keeps what it had, and tries again when the file changes.",
)
READABLE_AGAIN = T(
    "{path} 又可以读取了，内容没有变化。",
    "{path} 又可以讀取了，內容沒有變化。",
    "{path} can be read again, with nothing changed.",
)
FORMER_SHOWN = T(
    "现显示 {path} 在 {time} 更新之前的内容。",
    "現顯示 {path} 於 {time} 更新之前的內容。",
    "The map shows {path} as it was before the update of {time}.",
)
LATEST_SHOWN = T(
    "现显示 {path} 最新的内容。",
    "現顯示 {path} 最新的內容。",
    "The map shows {path} as it is now.",
)
UPDATED = T("{path} 已更新：{what}。", "{path} 已更新：{what}。", "{path} was updated: {what}.")
JOINT = T("，", "，", ", ")

FEATURES = {
    "changed": T("{n} 个地物有改动", "{n} 個地物有改動", "{n} changed"),
    "added": T("新增 {n} 个", "新增 {n} 個", "{n} added"),
    "removed": T("删除 {n} 个", "刪除 {n} 個", "{n} removed"),
}
LAYER = {
    "added": T("新增图层“{layer}”", "新增圖層「{layer}」", "layer “{layer}” added"),
    "removed": T("删除图层“{layer}”", "刪除圖層「{layer}」", "layer “{layer}” removed"),
    "renamed": T("图层改名为“{layer}”", "圖層改名為「{layer}」", "a layer renamed to “{layer}”"),
    "restyled": T("“{layer}”的样式有改动", "「{layer}」的樣式有改動", "style of “{layer}” changed"),
    "described": T(
        "“{layer}”的标题或说明有改动",
        "「{layer}」的標題或說明有改動",
        "description of “{layer}” changed",
    ),
    "columns": T("“{layer}”的列有改动", "「{layer}」的欄有改動", "columns of “{layer}” changed"),
    "large": T(
        "“{layer}”已重新读取，内容未逐一比较",
        "「{layer}」已重新讀取，內容未逐一比較",
        "“{layer}” read again, not compared in full",
    ),
}
LAYERS = {
    "added": T("新增 {n} 个图层", "新增 {n} 個圖層", "{n} layers added"),
    "removed": T("删除 {n} 个图层", "刪除 {n} 個圖層", "{n} layers removed"),
    "renamed": T("{n} 个图层改名", "{n} 個圖層改名", "{n} layers renamed"),
    "restyled": T(
        "{n} 个图层的样式有改动", "{n} 個圖層的樣式有改動", "style of {n} layers changed"
    ),
    "described": T(
        "{n} 个图层的标题或说明有改动",
        "{n} 個圖層的標題或說明有改動",
        "description of {n} layers changed",
    ),
    "columns": T("{n} 个图层的列有改动", "{n} 個圖層的欄有改動", "columns of {n} layers changed"),
    "large": T(
        "重新读取了 {n} 个图层，内容未逐一比较",
        "重新讀取了 {n} 個圖層，內容未逐一比較",
        "{n} layers read again, not compared in full",
    ),
}
TABLES = T("来源等其他表有改动", "來源等其他資料表有改動", "sources or other tables changed")

# What has become of one feature or layer, in the list of changes.
KINDS = {
    "changed": T("改动", "改動", "changed"),
    "added": T("新增", "新增", "added"),
    "removed": T("删除", "刪除", "removed"),
    "renamed": T("改名", "改名", "renamed"),
    "restyled": T("样式改动", "樣式改動", "new style"),
    "described": T("标题或说明改动", "標題或說明改動", "new description"),
    "columns": T("列有改动", "欄有改動", "columns changed"),
    "large": T("已重新读取", "已重新讀取", "read again"),
}
GEOMETRY = T("几何", "幾何", "geometry")
STATEMENTS = T("事实等资料", "事實等資料", "facts")
LAYER_ROW = T("图层", "圖層", "layer")
MORE = T("另有 {n} 处未列出", "另有 {n} 處未列出", "{n} more are not listed")
ROWS = T("{before} → {after} 个地物", "{before} → {after} 個地物", "{before} → {after} features")
