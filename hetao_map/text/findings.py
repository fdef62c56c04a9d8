"""What a check may find, in one sentence each: what is wrong and what to do."""

from __future__ import annotations

from hetao_map.text.localized import LocalizedText as T

# The frame of the sentences
IN_TABLE = T("{table}：{what}", "{table}：{what}", "{table}: {what}")
IN_ROW = T("{table}，fid {fid}：{what}", "{table}，fid {fid}：{what}", "{table}, fid {fid}: {what}")
ERROR = T("错误：{what}", "錯誤：{what}", "error: {what}")
WARNING = T("警告：{what}", "警告：{what}", "warning: {what}")
COUNTS = T(
    "{path}：错误 {errors} 项，警告 {warnings} 项。",
    "{path}：錯誤 {errors} 項，警告 {warnings} 項。",
    "{path}: errors {errors}, warnings {warnings}.",
)
MORE = T(
    "还有 {n} 项同类问题未列出；请先更正以上各项，再检查一次。",
    "另有 {n} 項同類問題未有列出；請先更正以上各項，再檢查一次。",
    "{n} more findings of this kind are not listed; correct these, then check again.",
)

# The file as a whole
COMPANION = T(
    "旁边留有文件 {name}，写入可能尚未完成；请关闭编辑程序，或用 GIS 软件重新打开并关闭一次。",
    "旁邊留有檔案 {name}，寫入可能尚未完成；請關閉編輯程式，或以 GIS 軟件重新開啟並關閉一次。",
    "{name} lies beside the file, left by unfinished writing; close the program that edits it, "
    "or open and close the file once in a GIS.",
)
APPLICATION_ID = T(
    "文件标识为 {found}，不是 GeoPackage 的 0x47504B47；请用 GIS 软件重新导出为 GeoPackage。",
    "檔案標識為 {found}，並非 GeoPackage 的 0x47504B47；請以 GIS 軟件重新匯出為 GeoPackage。",
    "The application id is {found}, not 0x47504B47 of a GeoPackage; export it again from a GIS.",
)
VERSION = T(
    "版本号 {found} 不是 GeoPackage 1.2 及以上的版本号；请用 GIS 软件重新导出。",
    "版本號 {found} 並非 GeoPackage 1.2 或以上的版本號；請以 GIS 軟件重新匯出。",
    "The version {found} is not one of GeoPackage 1.2 or later; export the file again from a GIS.",
)
INTEGRITY = T(
    "SQLite 发现文件损坏（{reason}）；请换用完好的副本，或把各表导出到新文件。",
    "SQLite 發現檔案損壞（{reason}）；請改用完好的副本，或把各表匯出至新檔案。",
    "SQLite finds damage ({reason}); use an intact copy, or export the tables to a new file.",
)
INTEGRITY_STOPPED = T(
    "SQLite 的完整性检查超时，已停止；如需完整检查，请用 sqlite3 运行 PRAGMA integrity_check。",
    "SQLite 的完整性檢查逾時，已停止；如需完整檢查，請以 sqlite3 執行 PRAGMA integrity_check。",
    "SQLite's own check took too long and was stopped; run PRAGMA integrity_check in sqlite3.",
)

# Structure
LIST_MISSING = T(
    "缺少 GeoPackage 必备的这张表；请用 GIS 软件重新导出文件。",
    "欠缺 GeoPackage 必備的這個表；請以 GIS 軟件重新匯出檔案。",
    "This table, which a GeoPackage needs, is missing; export the file again from a GIS.",
)
COLUMN_MISSING = T(
    "缺少必备的列 {column}；请用 GIS 软件重新导出文件。",
    "欠缺必備的欄 {column}；請以 GIS 軟件重新匯出檔案。",
    "The column {column}, which is needed, is missing; export the file again from a GIS.",
)
NOT_IN_FILE = T(
    "gpkg_contents 列有此表，但文件中没有；请补回该表，或删去这一行。",
    "gpkg_contents 列有此表，但檔案中沒有；請補回該表，或刪去該行。",
    "gpkg_contents lists this table, but the file lacks it; restore it or delete that row.",
)
NOT_LISTED = T(
    "gpkg_geometry_columns 列有此表，但 gpkg_contents 未将其列为地物表；请补上或删去这一行。",
    "gpkg_geometry_columns 列有此表，但 gpkg_contents 未有列為地物表；請補上或刪去該行。",
    "gpkg_geometry_columns names this table, but gpkg_contents does not list it as features; "
    "list it or delete that row.",
)
GEOMETRY_ROWS = T(
    "gpkg_geometry_columns 中此表有 {n} 行，应恰为一行；请更正。",
    "gpkg_geometry_columns 中此表有 {n} 行，應只有一行；請更正。",
    "gpkg_geometry_columns has {n} rows for this table instead of one; correct it.",
)
GEOMETRY_COLUMN = T(
    "没有登记的几何列 {column}；请更正 gpkg_geometry_columns。",
    "沒有登記的幾何欄 {column}；請更正 gpkg_geometry_columns。",
    "The geometry column {column} does not exist; correct gpkg_geometry_columns.",
)
GEOMETRY_TYPE_UNKNOWN = T(
    "登记的几何类型“{text}”无法识别；请更正 gpkg_geometry_columns。",
    "登記的幾何類型「{text}」無法識別；請更正 gpkg_geometry_columns。",
    "The declared geometry type “{text}” is not known; correct gpkg_geometry_columns.",
)
SRS_DIFFERS = T(
    "gpkg_contents 与 gpkg_geometry_columns 的 srs_id 不一致；请统一。",
    "gpkg_contents 與 gpkg_geometry_columns 的 srs_id 不一致；請統一。",
    "gpkg_contents and gpkg_geometry_columns give different srs_id; make them agree.",
)
NO_KEY = T(
    "没有整数主键，无法指明单个地物；请加上 INTEGER PRIMARY KEY 的 fid 列。",
    "沒有整數主鍵，無法指明個別地物；請加上 INTEGER PRIMARY KEY 的 fid 欄。",
    "There is no integer primary key to tell rows apart; add a column fid INTEGER PRIMARY KEY.",
)
TABLE_UNREADABLE = T(
    "无法读取（{reason}）；请修复，或从完好的副本取回。",
    "無法讀取（{reason}）；請修復，或從完好的副本取回。",
    "It cannot be read ({reason}); repair it or take it from an intact copy.",
)
VIEW_ENDLESS = T(
    "读取此视图超时，已停止，它可能永不结束；请改写或删去该视图。",
    "讀取此檢視逾時，已停止，它可能永不結束；請改寫或刪去該檢視。",
    "Reading this view took too long and was stopped; it may never end: rewrite or delete it.",
)
STOPPED = T(
    "检查超时，已停止，此表未查完；请把表拆小后再检查。",
    "檢查逾時，已停止，此表未查完；請把表拆細後再檢查。",
    "The check took too long and was stopped before the end of this table; split the table and "
    "check the parts.",
)

# Reference systems
SRS_STANDARD = T(
    "缺少标准规定的坐标参考系 {srs}；请补上这一行。",
    "欠缺標準規定的座標參考系統 {srs}；請補上該行。",
    "The row {srs}, which the standard asks for, is missing; add it.",
)
SRS_MISSING = T(
    "坐标参考系 {srs} 未在 gpkg_spatial_ref_sys 中说明；请补上这一行。",
    "座標參考系統 {srs} 未在 gpkg_spatial_ref_sys 中說明；請補上該行。",
    "The reference system {srs} is not described in gpkg_spatial_ref_sys; add its row.",
)
SRS_UNDEFINED = T(
    "坐标参考系未定义（{srs}），无法放到地图上；请在 GIS 软件中指定。",
    "座標參考系統未有定義（{srs}），無法放到地圖上；請在 GIS 軟件中指定。",
    "The reference system is undefined ({srs}), so the map cannot place it; set it in a GIS.",
)
SRS_OTHER = T(
    "坐标参考系 {srs} 的代码是 {code}，文字定义却是 {found}；请统一，以免各软件显示位置不同。",
    "座標參考系統 {srs} 的代碼是 {code}，文字定義卻是 {found}；請統一，以免各軟件顯示的位置不同。",
    "The reference system {srs} has the code {code}, but its definition is {found}; make them "
    "agree, or programs will place it differently.",
)
SRS_UNKNOWN = T(
    "坐标参考系 {srs} 的说明无法识别；请改用 EPSG 代码。",
    "座標參考系統 {srs} 的說明無法識別；請改用 EPSG 代碼。",
    "The description of the reference system {srs} is not understood; use an EPSG code.",
)

# Geometry
GEOMETRY_HEADER = T(
    "几何数据的文件头不合 GeoPackage 规范；请用 GIS 软件重新写入该地物。",
    "幾何數據的標頭不符合 GeoPackage 規範；請以 GIS 軟件重新寫入該地物。",
    "The geometry's header is not as a GeoPackage has it; write the feature again in a GIS.",
)
GEOMETRY_UNREADABLE = T(
    "几何数据无法读取；请重新绘制或从完好的副本取回该地物。",
    "幾何數據無法讀取；請重新繪畫或從完好的副本取回該地物。",
    "The geometry cannot be read; draw it again or take it from an intact copy.",
)
GEOMETRY_EMPTY = T(
    "没有几何图形，地图上不会显示；请补绘，或删去该地物。",
    "沒有幾何圖形，地圖上不會顯示；請補繪，或刪去該地物。",
    "It has no geometry and is not shown on the map; draw one or delete the feature.",
)
NOT_FINITE = T(
    "有坐标不是有限数值；请改正该地物的几何。",
    "有座標並非有限數值；請改正該地物的幾何。",
    "A coordinate is not a finite number; correct the feature's geometry.",
)
INVALID = T(
    "几何图形无效：{reason}；请在 GIS 软件中修复。",
    "幾何圖形無效：{reason}；請在 GIS 軟件中修復。",
    "The geometry is not valid: {reason}; repair it in a GIS.",
)
WRONG_TYPE = T(
    "几何类型为 {found}，与登记的 {declared} 不符；请转换地物，或更正登记。",
    "幾何類型為 {found}，與登記的 {declared} 不符；請轉換地物，或更正登記。",
    "The geometry is a {found}, not a {declared} as declared; convert it or declare its type.",
)
HEADER_SRS = T(
    "几何中写明的坐标参考系是 {found}，图层登记的是 {declared}；请统一。",
    "幾何中寫明的座標參考系統是 {found}，圖層登記的是 {declared}；請統一。",
    "The geometry names reference system {found}, its layer {declared}; make them agree.",
)
HEADER_BOX = T(
    "几何中写明的范围与坐标不符，空间索引会因此出错；请用 GIS 软件重新写入该地物。",
    "幾何中寫明的範圍與座標不符，空間索引會因此出錯；請以 GIS 軟件重新寫入該地物。",
    "The geometry's envelope does not fit its coordinates and spoils the spatial index; write "
    "the feature again in a GIS.",
)
OUT_OF_RANGE = T(
    "坐标（{at}）超出坐标参考系的合理范围；请检查坐标次序与坐标参考系。",
    "座標（{at}）超出座標參考系統的合理範圍；請檢查座標次序及座標參考系統。",
    "The coordinates ({at}) lie outside the range of the reference system; check the order of "
    "the axes and the reference system.",
)
EXTENT = T(
    "gpkg_contents 中的范围与地物不符，实为 {bounds}；请更新。",
    "gpkg_contents 中的範圍與地物不符，實為 {bounds}；請更新。",
    "The extent in gpkg_contents is not that of the features, {bounds}; update it.",
)
INVALID_REASONS = {
    "Self-intersection": T("边线自相交{}", "邊綫自相交{}", "self-intersection{}"),
    "Ring Self-intersection": T("环自相接{}", "環自相接{}", "ring self-intersection{}"),
    "Hole lies outside shell": T("洞在外环之外{}", "洞在外環之外{}", "hole outside its shell{}"),
    "Holes are nested": T("洞中有洞{}", "洞中有洞{}", "nested holes{}"),
    "Nested shells": T("外环套外环{}", "外環套外環{}", "nested shells{}"),
    "Duplicate Rings": T("环重复{}", "環重複{}", "duplicate rings{}"),
    "Interior is disconnected": T("内部不连通{}", "內部不連通{}", "disconnected interior{}"),
    "Ring not closed": T("环未闭合{}", "環未閉合{}", "a ring that is not closed{}"),
    "Too few points in geometry component": T("点数不足{}", "點數不足{}", "too few points{}"),
}


def placed(reason: T, place: str) -> T:
    """Return a reason of INVALID_REASONS with the place of the fault behind it."""
    return T(*(text.format(place) for text in (reason.zh_hans, reason.zh_hant, reason.en)))


# The R-tree and the number of rows
RTREE_MISSING = T(
    "登记了空间索引，文件中却没有；请在 GIS 软件中重建。",
    "登記了空間索引，檔案中卻沒有；請在 GIS 軟件中重建。",
    "A spatial index is registered but missing; create it again in a GIS.",
)
RTREE_LACKS = T(
    "空间索引缺少该地物；请在 GIS 软件中重建空间索引。",
    "空間索引欠缺該地物；請在 GIS 軟件中重建空間索引。",
    "The spatial index lacks this feature; create the index again in a GIS.",
)
RTREE_EXTRA = T(
    "空间索引有此项，表中却没有该地物；请在 GIS 软件中重建空间索引。",
    "空間索引有此項，表中卻沒有該地物；請在 GIS 軟件中重建空間索引。",
    "The spatial index has this entry, the table no such row; create the index again in a GIS.",
)
RTREE_EMPTY = T(
    "空间索引有此项，该地物却没有几何图形；请在 GIS 软件中重建空间索引。",
    "空間索引有此項，該地物卻沒有幾何圖形；請在 GIS 軟件中重建空間索引。",
    "The spatial index has this feature, which has no geometry; create the index again in a GIS.",
)
RTREE_OFF = T(
    "空间索引中的位置与几何不符；请在 GIS 软件中重建空间索引。",
    "空間索引中的位置與幾何不符；請在 GIS 軟件中重建空間索引。",
    "The spatial index has this feature in another place; create the index again in a GIS.",
)
RTREE_UNREGISTERED = T(
    "有空间索引，但 gpkg_extensions 没有登记，其他软件可能不予使用；请在 GIS 软件中重建空间索引。",
    "有空間索引，但 gpkg_extensions 沒有登記，其他軟件可能不予使用；請在 GIS 軟件中重建空間索引。",
    "It has a spatial index that gpkg_extensions does not name, so others may not use it; create "
    "the index again in a GIS.",
)
RTREE_TRIGGERS = T(
    "空间索引没有相应的触发器，编辑后会与数据脱节；请在 GIS 软件中重建空间索引。",
    "空間索引沒有相應的觸發器，編輯後會與數據脫節；請在 GIS 軟件中重建空間索引。",
    "Its spatial index lacks the triggers that keep it in step with edits; create the index again "
    "in a GIS.",
)
COUNT = T(
    "gpkg_ogr_contents 写的行数是 {said}，实为 {true}；请更正。",
    "gpkg_ogr_contents 寫的行數是 {said}，實為 {true}；請更正。",
    "gpkg_ogr_contents gives {said} rows, there are {true}; correct it.",
)

# Styles
STYLE_UNREADABLE = T(
    "图层 {layer} 的 SLD 样式无法读取（{reason}）；请在 GIS 软件中重新保存样式。",
    "圖層 {layer} 的 SLD 樣式無法讀取（{reason}）；請在 GIS 軟件中重新儲存樣式。",
    "The SLD style of the layer {layer} cannot be read ({reason}); save it again from a GIS.",
)
STYLE_PART = T(
    "图层 {layer} 的样式含有不支持的内容（{part}），会以近似方式显示；请改用较简单的样式。",
    "圖層 {layer} 的樣式含有不支援的內容（{part}），會以近似方式顯示；請改用較簡單的樣式。",
    "The style of the layer {layer} has a part that is drawn in a simpler way ({part}); use a "
    "simpler style.",
)
STYLE_WITHOUT_SLD = T(
    "图层 {layer} 的样式没有 SLD，地图会用默认样式；请在 GIS 软件中连同 SLD 一起保存。",
    "圖層 {layer} 的樣式沒有 SLD，地圖會用預設樣式；請在 GIS 軟件中連同 SLD 一併儲存。",
    "The style of the layer {layer} has no SLD, so a default is used; save it with SLD in a GIS.",
)
STYLE_LAYER = T(
    "样式所属的图层 {layer} 不存在；请改正或删去这一行。",
    "樣式所屬的圖層 {layer} 不存在；請改正或刪去該行。",
    "The style is for the layer {layer}, which does not exist; correct or delete the row.",
)
STYLE_DEFAULTS = T(
    "图层 {layer} 有 {n} 个默认样式；请只留一个。",
    "圖層 {layer} 有 {n} 個預設樣式；請只留一個。",
    "The layer {layer} has {n} default styles; leave one.",
)

# Allowed values
ENUM = T(
    "{column} 的值“{text}”不在允许之列；请改用 gpkg_data_column_constraints 所列的值。",
    "{column} 的值「{text}」不在允許之列；請改用 gpkg_data_column_constraints 所列的值。",
    "{column} “{text}” is not allowed; use a value of gpkg_data_column_constraints.",
)
RANGE = T(
    "{column} 的值 {text} 超出允许的范围 {low} 至 {high}；请更正，"
    "或修改 gpkg_data_column_constraints。",
    "{column} 的值 {text} 超出容許的範圍 {low} 至 {high}；請更正，"
    "或修改 gpkg_data_column_constraints。",
    "{column} {text} is outside the range {low} to {high}; correct it or change "
    "gpkg_data_column_constraints.",
)
GLOB = T(
    "{column} 的值“{text}”不合规定的格式“{pattern}”；请更正，或修改 gpkg_data_column_constraints。",
    "{column} 的值「{text}」不合規定的格式「{pattern}」；請更正，"
    "或修改 gpkg_data_column_constraints。",
    "{column} “{text}” does not match the pattern “{pattern}”; correct it or change "
    "gpkg_data_column_constraints.",
)
CONSTRAINT_MISSING = T(
    "{column} 所用的约束 {name} 未定义；请补入 gpkg_data_column_constraints。",
    "{column} 所用的約束 {name} 未有定義；請補入 gpkg_data_column_constraints。",
    "{column} refers to the constraint {name}, which is not defined; add it to "
    "gpkg_data_column_constraints.",
)
DESCRIBED_MISSING = T(
    "所说明的 {text} 不存在；请改正或删去这一行。",
    "所說明的 {text} 不存在；請改正或刪去該行。",
    "It describes {text}, which does not exist; correct or delete the row.",
)

# Rows that belong to other rows
ORPHAN = T(
    "所指的 {target} 中的那一行不存在；请更正，或删去这一行。",
    "所指的 {target} 中的該行不存在；請更正，或刪去該行。",
    "The row of {target} that it belongs to does not exist; correct or delete it.",
)
RELATION_TABLE = T(
    "关联所用的表 {text} 不存在；请补回该表，或删去这一行。",
    "關聯所用的表 {text} 不存在；請補回該表，或刪去該行。",
    "The relation needs the table {text}, which does not exist; restore it or delete the row.",
)
RELATION_COLUMN = T(
    "缺少关联所用的列 {column}；请更正 gpkgext_relations。",
    "欠缺關聯所用的欄 {column}；請更正 gpkgext_relations。",
    "The column {column}, which a relation needs, is missing; correct gpkgext_relations.",
)

# The tables of this map
ID_EMPTY = T(
    "{column} 为空；请填写唯一的标识。",
    "{column} 留空；請填寫唯一的標識。",
    "{column} is empty; give it a value of its own.",
)
ID_TWICE = T(
    "{column}“{text}”重复；请改为唯一的标识。",
    "{column}「{text}」重複；請改為唯一的標識。",
    "{column} “{text}” stands there twice; give each row a value of its own.",
)
TEXT_MISSING = T(
    "{column} 没有文字；请以三种语言填写。",
    "{column} 沒有文字；請以三種語言填寫。",
    "{column} has no text; write it in three languages.",
)
LANGUAGE_MISSING = T(
    "缺少 {columns}；三种语言须齐备，或全部留空。",
    "欠缺 {columns}；三種語言須齊備，或全部留空。",
    "{columns} lacks a text; give all three languages or none.",
)
DATE = T(
    "{column} 的日期“{text}”格式有误；请写成 YYYY、YYYY-MM 或 YYYY-MM-DD。",
    "{column} 的日期「{text}」格式有誤；請寫成 YYYY、YYYY-MM 或 YYYY-MM-DD。",
    "{column} “{text}” is no date; write YYYY, YYYY-MM or YYYY-MM-DD.",
)
PERIOD = T(
    "起始日期 {first} 晚于终止日期 {last}；请更正 valid_from 或 valid_to。",
    "開始日期 {first} 遲於結束日期 {last}；請更正 valid_from 或 valid_to。",
    "It begins on {first}, after its end on {last}; correct valid_from or valid_to.",
)
REFERENCE = T(
    "{column}“{text}”不在表 {target} 中；请更正，或补入该表。",
    "{column}「{text}」不在表 {target} 中；請更正，或補入該表。",
    "{column} “{text}” is not in the table {target}; correct it or add it there.",
)
REFERENCE_EMPTY = T(
    "{column} 为空；请填写。", "{column} 留空；請填寫。", "{column} is empty; fill it in."
)
FEATURE = T(
    "地物 {feature} 不存在；请更正图层或标识。",
    "地物 {feature} 不存在；請更正圖層或標識。",
    "There is no feature {feature}; correct the layer or the identifier.",
)
EVENT_ALONE = T(
    "此事件不属于任何地物，不会显示；请补入 event_feature。",
    "此事件不屬於任何地物，不會顯示；請補入 event_feature。",
    "No feature has this event, so no card shows it; add it to event_feature.",
)
FACT_EMPTY = T(
    "没有数值、文字或引文；请填写，或删去这一行。",
    "沒有數值、文字或引文；請填寫，或刪去該行。",
    "It has neither a number nor a text nor a quote; fill it in or delete the row.",
)
SETTING_LAYER = T(
    "所设置的图层 {layer} 不存在；请更正或删去这一行。",
    "所設定的圖層 {layer} 不存在；請更正或刪去該行。",
    "It is for the layer {layer}, which does not exist; correct or delete the row.",
)
PRESET_LAYER = T(
    "所列的图层 {layer} 不存在；请更正或删去这一项。",
    "所列的圖層 {layer} 不存在；請更正或刪去該項。",
    "It lists the layer {layer}, which does not exist; correct or delete it.",
)

# Opening hours, holidays and ways
HOURS = T(
    "无法解读开放时间“{text}”；请按 OpenStreetMap 的 opening_hours 写法更正。",
    "無法解讀開放時間「{text}」；請按 OpenStreetMap 的 opening_hours 寫法更正。",
    "The hours ‘{text}’ cannot be read; write them as OpenStreetMap’s opening_hours.",
)
HOURS_CALENDAR = T(
    "开放时间“{text}”用到 PH，但 calendar 没有写明 holiday 表中的地区；请补上。",
    "開放時間「{text}」用到 PH，但 calendar 沒有寫明 holiday 表內的地區；請補上。",
    "The hours ‘{text}’ name PH, but calendar names no region of the table holiday; add it.",
)
HOURS_NIGHT = T(
    "开放时间“{text}”在分号后的规则会截去前一规则午夜以后的部分；请改写成有起止日期的独立一行。",
    "開放時間「{text}」在分號後的規則會截去前一規則午夜以後的部分；請改寫成有起訖日期的獨立一行。",
    "In the hours ‘{text}’ a rule after a semicolon cuts off what follows midnight in the rule "
    "before; give the special days a row of their own with valid_from and valid_to.",
)
HOLIDAY_DAY = T(
    "date“{text}”不是一个日子；请写成 YYYY-MM-DD。",
    "date「{text}」不是一個日子；請寫成 YYYY-MM-DD。",
    "The date ‘{text}’ is no day; write it as YYYY-MM-DD.",
)
HOLIDAY_TWICE = T(
    "{region} 的 {text} 已另有一行；请合并。",
    "{region} 的 {text} 已另有一行；請合併。",
    "{text} stands in {region} more than once; keep one row.",
)
EDGE_NODE = T(
    "{column} 所指的“{text}”既不是地物，也不在 network_place 中；请更正。",
    "{column} 所指的「{text}」既不是地物，也不在 network_place 內；請更正。",
    "The {column} ‘{text}’ is no feature and no row of network_place; correct it.",
)
EDGE_MINUTES = T(
    "分钟数 {text} 不是由小到大的非负数；请按最短、通常、最长更正。",
    "分鐘數 {text} 不是由小到大的非負數；請按最短、通常、最長更正。",
    "The minutes {text} are no numbers from 0 on in rising order; give low, likely and high.",
)

# Tiles
METADATA_MISSING = T(
    "元数据缺少 {name}；请用制作瓦片的软件补上。",
    "元數據欠缺 {name}；請以製作圖磚的軟件補上。",
    "The metadata has no {name}; add it with the program that made the tiles.",
)
METADATA_WRONG = T(
    "元数据的 {name} 写作“{text}”，无法理解；请更正。",
    "元數據的 {name} 寫作「{text}」，無法理解；請更正。",
    "The metadata says ‘{text}’ for {name}, which makes no sense; correct it.",
)
ZOOM_DIFFERS = T(
    "元数据写明缩放级别 {said}，实际为 {found}；请更正。",
    "元數據寫明縮放級別 {said}，實際為 {found}；請更正。",
    "The metadata announces the zoom levels {said}, and there are {found}; correct it.",
)
TILES_NO_PICTURES = T(
    "抽查的 {all} 块瓦片中有 {n} 块不是 PNG、JPEG 或 WebP 图片"
    "（如级别 {zoom}，列 {column}，行 {row}）；请重新制作。",
    "抽查的 {all} 塊圖磚中有 {n} 塊不是 PNG、JPEG 或 WebP 圖片"
    "（例如級別 {zoom}，欄 {column}，行 {row}）；請重新製作。",
    "Of {all} tiles looked at, {n} are no pictures in PNG, JPEG or WebP (such as zoom {zoom}, "
    "column {column}, row {row}); make them anew.",
)
MATRIX_SET_MISSING = T(
    "gpkg_tile_matrix_set 中没有可用的范围；请用 GIS 软件重新导出瓦片。",
    "gpkg_tile_matrix_set 內沒有可用的範圍；請以 GIS 軟件重新匯出圖磚。",
    "There is no usable extent in gpkg_tile_matrix_set; export the tiles again from a GIS.",
)
MATRIX_WRONG = T(
    "gpkg_tile_matrix 中级别 {zoom} 的数值不可能成立；请用 GIS 软件重新导出瓦片。",
    "gpkg_tile_matrix 內級別 {zoom} 的數值不可能成立；請以 GIS 軟件重新匯出圖磚。",
    "The figures of zoom {zoom} in gpkg_tile_matrix cannot be true; export the tiles again.",
)
MATRIX_DIFFERS = T(
    "级别 {zoom} 的矩阵与 gpkg_tile_matrix_set 的范围不一致；请用 GIS 软件重新导出瓦片。",
    "級別 {zoom} 的矩陣與 gpkg_tile_matrix_set 的範圍不一致；請以 GIS 軟件重新匯出圖磚。",
    "The matrix of zoom {zoom} is not as large as the extent in gpkg_tile_matrix_set; export the "
    "tiles again from a GIS.",
)
ZOOM_WITHOUT_MATRIX = T(
    "级别 {zoom} 的瓦片在 gpkg_tile_matrix 中没有说明，不会显示；请用 GIS 软件重新导出。",
    "級別 {zoom} 的圖磚在 gpkg_tile_matrix 內沒有說明，不會顯示；請以 GIS 軟件重新匯出。",
    "Tiles of zoom {zoom} have no row in gpkg_tile_matrix and are not shown; export them again.",
)
