"""What went wrong, in one sentence each: what it is and what to do. {path} is the file's name."""

from __future__ import annotations

from hetao_map.text.localized import LocalizedText as T

FILE_MISSING = T(
    "找不到文件 {path}；请检查路径。",
    "找不到檔案 {path}；請檢查路徑。",
    "{path}: the file does not exist; check its name and folder.",
)
FILE_NOT_REGULAR = T(
    "{path} 不是普通文件；请选择一个数据文件。",
    "{path} 不是一般檔案；請選擇一個數據檔案。",
    "{path}: this is not a regular file; choose a data file.",
)
FILE_EMPTY = T(
    "{path} 是空文件；请重新取得该文件。",
    "{path} 是空檔案；請重新取得該檔案。",
    "{path}: the file is empty; get a new copy of it.",
)
FILE_UNREADABLE = T(
    "无法读取 {path}：{reason}。",
    "無法讀取 {path}：{reason}。",
    "{path}: the file cannot be read: {reason}.",
)
NOT_A_GEOPACKAGE = T(
    "{path} 不是 GeoPackage；请打开由 QGIS 等软件导出的 .gpkg 文件。",
    "{path} 不是 GeoPackage；請開啟由 QGIS 等軟件匯出的 .gpkg 檔案。",
    "{path}: this is not a GeoPackage; open a .gpkg file as QGIS and others write it.",
)
DAMAGED = T(
    "{path} 已损坏或无法解析（{reason}）；请换用完好的副本。",
    "{path} 已損壞或無法解讀（{reason}）；請改用完好的副本。",
    "{path}: the file is damaged ({reason}); use an intact copy.",
)
NO_LAYERS = T(
    "{path} 没有可显示的地物图层；请选择含有地物表的 GeoPackage。",
    "{path} 沒有可顯示的地物圖層；請選擇含有地物表的 GeoPackage。",
    "{path}: there is no feature layer in it; choose a GeoPackage with feature tables.",
)
TOO_SLOW = T(
    "读取 {path} 超时，已停止；文件可能含有无法完成的视图。",
    "讀取 {path} 逾時，已停止；檔案可能含有無法完成的檢視。",
    "{path}: reading took too long and was stopped; the file may hold a view that never ends.",
)
CANCELLED = T(
    "已停止读取 {path}。",
    "已停止讀取 {path}。",
    "{path}: reading was stopped.",
)
ROWS_SKIPPED = T(
    "{path} 的图层 {layer}：{n} 个地物无法读取，已跳过。",
    "{path} 的圖層 {layer}：{n} 個地物無法讀取，已略過。",
    "{path}, layer {layer}: {n} features could not be read and were skipped.",
)
LAYER_SKIPPED = T(
    "{path} 的图层 {layer} 无法读取，已跳过（{reason}）。",
    "{path} 的圖層 {layer} 無法讀取，已略過（{reason}）。",
    "{path}, layer {layer}: it could not be read and was skipped ({reason}).",
)
UNKNOWN_CRS = T(
    "{path} 的图层 {layer} 没有可识别的坐标参考系，其坐标也不合任何常见的坐标系，已跳过。",
    "{path} 的圖層 {layer} 沒有可識別的座標參考系統，其座標亦不合任何常見的座標系統，已略過。",
    "{path}, layer {layer}: its coordinate reference system is not known and its coordinates suit "
    "no usual one; it was skipped.",
)
ASSUMED_CRS = T(
    "{path} 的图层 {layer} 没有说明可用的坐标参考系，暂按 {crs} 显示；可用 --crs 指定。",
    "{path} 的圖層 {layer} 沒有說明可用的座標參考系統，暫按 {crs} 顯示；可用 --crs 指定。",
    "{path}, layer {layer}: it does not say a usable coordinate reference system and is shown as "
    "{crs}; name another with --crs.",
)
VIEW_TOO_SLOW = T(
    "{path} 的图层 {layer} 是一个无法在时限内完成的视图，已跳过。",
    "{path} 的圖層 {layer} 是一個無法在時限內完成的檢視，已略過。",
    "{path}, layer {layer}: it is a view that takes too long to read; it was skipped.",
)
TABLE_MISSING = T(
    "{path} 登记了图层 {layer}，但文件中没有这个表。",
    "{path} 登記了圖層 {layer}，但檔案中沒有這個表。",
    "{path}, layer {layer}: it is announced, but there is no such table in the file.",
)
NO_GEOMETRY = T(
    "{path} 的图层 {layer} 没有几何列，已跳过。",
    "{path} 的圖層 {layer} 沒有幾何欄，已略過。",
    "{path}, layer {layer}: it has no column with geometry; it was skipped.",
)
TILES_SKIPPED = T(
    "{path} 的 {layer} 是高程或矢量瓦片，不能作为底图显示，已跳过。",
    "{path} 的 {layer} 是高程或向量圖磚，不能作為底圖顯示，已略過。",
    "{path}, layer {layer}: it is made of tiles of heights or vectors, which cannot be shown as "
    "a base map; it was skipped.",
)
ONLY_TILES = T(
    "{path} 只有高程或矢量瓦片（{layers}），无法显示；请打开栅格瓦片（PNG、JPEG 或 WebP）。",
    "{path} 只有高程或向量圖磚（{layers}），無法顯示；請開啟柵格圖磚（PNG、JPEG 或 WebP）。",
    "{path}: it holds only tiles of heights or vectors ({layers}), which cannot be shown; open "
    "tiles that are pictures (PNG, JPEG or WebP).",
)
VECTOR_TILES = T(
    "{path} 是矢量瓦片（pbf），不能作为底图显示；请打开栅格瓦片（PNG、JPEG 或 WebP）。",
    "{path} 是向量圖磚（pbf），不能作為底圖顯示；請開啟柵格圖磚（PNG、JPEG 或 WebP）。",
    "{path}: it holds vector tiles (pbf), which cannot be shown as a base map; open tiles that "
    "are pictures (PNG, JPEG or WebP).",
)
NO_PICTURES = T(
    "{path} 的瓦片不是 PNG、JPEG 或 WebP 图片，无法显示；请换用栅格瓦片。",
    "{path} 的圖磚不是 PNG、JPEG 或 WebP 圖片，無法顯示；請改用柵格圖磚。",
    "{path}: its tiles are no pictures in PNG, JPEG or WebP and cannot be shown; use others.",
)
NO_TILES = T(
    "{path} 中没有任何瓦片；请换用完整的瓦片文件。",
    "{path} 中沒有任何圖磚；請改用完整的圖磚檔案。",
    "{path}: there are no tiles in it; use a complete tile set.",
)
UNKNOWN_TILE_CRS = T(
    "{path} 的瓦片 {layer} 没有可识别的坐标参考系，无法定位，已跳过。",
    "{path} 的圖磚 {layer} 沒有可識別的座標參考系統，無法定位，已略過。",
    "{path}, tiles {layer}: their coordinate reference system is not known, so that nobody can say "
    "where they lie; they were skipped.",
)
TILES_BEYOND = T(
    "{path} 的瓦片 {layer} 不在本地图可显示的范围内，已跳过。",
    "{path} 的圖磚 {layer} 不在本地圖可顯示的範圍內，已略過。",
    "{path}, tiles {layer}: they lie where this map cannot show them; they were skipped.",
)
TILES_BEING_WRITTEN = T(
    "另一程序正在写入 {path}，其瓦片暂不能显示；请在那里关闭该文件后重新打开。",
    "另一程式正在寫入 {path}，其圖磚暫時不能顯示；請在該處關閉檔案後再次開啟。",
    "{path}: another program is writing it, so that its tiles cannot be shown now; close it there "
    "and open it again.",
)
SHIFTED = T(
    "图层 {layer} 已按 {datum} 改正，最多移动约 {metres} 米，为近似值；"
    "共 {all} 个点，其中 {n} 个在内地，其余未动。按 Ctrl+Z 可撤销。",
    "圖層 {layer} 已按 {datum} 改正，最多移動約 {metres} 米，為近似值；"
    "共 {all} 個點，其中 {n} 個在內地，其餘不變。按 Ctrl+Z 可復原。",
    "Layer {layer} was shifted back from {datum} by up to {metres} m, approximately: {n} of its "
    "{all} points lie in the Mainland, the others stay. Ctrl+Z takes it back.",
)
NOTHING_SHIFTED = T(
    "图层 {layer} 的 {all} 个点都不能确定在内地，未作 {datum} 改正。",
    "圖層 {layer} 的 {all} 個點均不能確定在內地，未作 {datum} 改正。",
    "Layer {layer}: none of its {all} points is known to lie in the Mainland; nothing was shifted "
    "from {datum}.",
)
NOT_SHIFTED = T(
    "{path} 的图层 {layer} 过大，不能按 {datum} 改正，按原坐标显示。",
    "{path} 的圖層 {layer} 過大，不能按 {datum} 改正，按原座標顯示。",
    "{path}, layer {layer}: it is too large to be shifted from {datum} and is shown as it is.",
)
COVERED = T(
    "底图 {layer} 被地图自带的陆地和水体遮住；在它的图层菜单中选“隐藏遮住它的地面”即可看到。",
    "底圖 {layer} 被地圖本身的陸地和水體遮住；在其圖層選單選「隱藏遮住它的地面」即可看到。",
    "The base map {layer} is covered by the map's own land and water; “Hide the ground that covers "
    "it” in its menu shows it.",
)
BAD_TILES = T(
    "{path} 的瓦片 {layer}：{n} 块无法作为图片读取，留空或由较粗的瓦片代替。",
    "{path} 的圖磚 {layer}：{n} 塊無法當作圖片讀取，留空或由較粗的圖磚代替。",
    "{path}, tiles {layer}: {n} of them could not be read as pictures and were left out or "
    "replaced by coarser ones.",
)
ONLY_TABLES = T(
    "{path} 只有不含几何的表（{layers}），没有可在地图上显示的内容。",
    "{path} 只有不含幾何的表（{layers}），沒有可在地圖上顯示的內容。",
    "{path}: it holds only tables without geometry ({layers}), so there is nothing for a map.",
)
STYLE_SKIPPED = T(
    "{path} 的图层 {layer}：样式无法读取（{reason}），改用默认样式。",
    "{path} 的圖層 {layer}：樣式無法讀取（{reason}），改用預設樣式。",
    "{path}, layer {layer}: its style cannot be read ({reason}); a default style is used.",
)
WORLD_GRID = T(
    "数据超出香港 1980 方格网范围，地图改用 Web Mercator 投影。",
    "數據超出香港 1980 方格網範圍，地圖改用 Web Mercator 投影。",
    "The data lies beyond the Hong Kong 1980 Grid; the map uses Web Mercator.",
)
UNKNOWN_LAYER = T(
    "没有名为 {layer} 的图层；现有图层：{known}。",
    "沒有名為 {layer} 的圖層；現有圖層：{known}。",
    "There is no layer {layer}; the layers are: {known}.",
)
UNKNOWN_FEATURE = T(
    "没有地物 {feature}；可用“hetao-map search”查找。",
    "沒有地物 {feature}；可用「hetao-map search」搜尋。",
    "There is no feature {feature}; find one with “hetao-map search”.",
)
NOTHING_HERE = T(
    "该处没有任何地物；可调大 --tolerance。",
    "該處沒有任何地物；可調高 --tolerance。",
    "Nothing was found there; try a larger --tolerance.",
)
NOTHING_FOUND = T(
    "没有找到“{text}”。可以搜索中文、拼音或英文名称，数字或词语，或坐标（如 22.5176, 114.0629）。",
    "找不到「{text}」。可搜尋中文、拼音或英文名稱、數字或字詞，或座標（例如 22.5176, 114.0629）。",
    "Nothing matches “{text}”. Search for a name in Chinese, pinyin or English, a figure or a "
    "word, or coordinates such as 22.5176, 114.0629.",
)
NOTHING_FOUND_BESIDE = T(
    "没有找到“{text}”。要素过多的图层不在搜索之列（{layers}）：请打开其属性表，移到所在位置后筛选。",
    "找不到「{text}」。要素過多的圖層不在搜尋之列（{layers}）：請開啟其屬性表，移到所在位置後篩選。",
    "Nothing matches “{text}”. Layers of very many features are not searched ({layers}): go near, "
    "open the attribute table and filter it.",
)
NOTHING_TO_SEARCH = T(
    "没有可以搜索的文字；请输入文字、字母或数字。",
    "沒有可供搜尋的文字；請輸入文字、字母或數字。",
    "There is nothing to search for in that; type letters, characters or digits.",
)
SEARCH_TOO_LONG = T(
    "输入了 {length} 个字符，搜索最多 {most} 个；请只输入名称、数字或坐标。",
    "輸入了 {length} 個字元，搜尋最多 {most} 個；請只輸入名稱、數字或座標。",
    "That is {length} characters long, and at most {most} can be searched for; type a name, a "
    "figure or coordinates.",
)
NO_COORDINATES = T(
    "无法识别坐标；请输入纬度和经度，如 22.5176, 114.0629，或香港 1980 方格网的东、北坐标。",
    "無法識別座標；請輸入緯度和經度，如 22.5176, 114.0629，或香港 1980 方格網的東、北座標。",
    "These are not coordinates; type latitude and longitude, such as 22.5176, 114.0629, or "
    "easting and northing on the Hong Kong 1980 Grid.",
)
NO_SCALE = T(
    "无法识别比例尺；请输入 1:100 至 1:500,000,000 之间的比例，如 1:15,000。",
    "無法識別比例；請輸入 1:100 至 1:500,000,000 之間的比例，如 1:15,000。",
    "This is not a scale; type one from 1:100 to 1:500,000,000, such as 1:15,000.",
)
OFF_THE_WORLD = T(
    "这对坐标不在地球上：纬度在 −90 与 90 之间，经度在 −180 与 180 之间。",
    "這組座標不在地球上：緯度介乎 −90 與 90，經度介乎 −180 與 180。",
    "These coordinates are outside the world: latitudes run from −90 to 90, longitudes from "
    "−180 to 180.",
)
OFF_THE_MAP = T(
    "这个位置离本图太远，无法在图上显示。",
    "這個位置離本圖太遠，無法在圖上顯示。",
    "That place is too far away to be shown on this map.",
)
OFF_THE_GRID = T(
    "这对数字超出香港 1980 方格网的范围：香港的东坐标约为 800 000 至 860 000，"
    "北坐标约为 800 000 至 850 000。",
    "這組數字超出香港 1980 方格網的範圍：香港的東座標約為 800 000 至 860 000，"
    "北座標約為 800 000 至 850 000。",
    "These figures are outside the Hong Kong 1980 Grid: in Hong Kong eastings run from about "
    "800 000 to 860 000, northings from about 800 000 to 850 000.",
)
OUTPUT_UNWRITABLE = T(
    "无法写入 {path}：{reason}。",
    "無法寫入 {path}：{reason}。",
    "{path}: it cannot be written: {reason}.",
)
OUTPUT_FORMAT = T(
    "{path}：文件名须以 {known} 结尾。",
    "{path}：檔案名稱須以 {known} 結尾。",
    "{path}: the file's name must end in {known}.",
)
OUTPUT_IS_OPENED = T(
    "{path} 正显示在地图中，不能覆盖；请换一个文件名。",
    "{path} 正在地圖中顯示，不可覆寫；請改用其他檔案名稱。",
    "{path}: this file is open in the map and is never overwritten; choose another name.",
)
EXPORT_INCOMPLETE = T(
    "{path} 未能完整写入，已放弃；请检查磁盘空间后重试。",
    "{path} 未能完整寫入，已放棄；請檢查磁碟空間後再試。",
    "{path}: not all of it could be written, so it was dropped; check the space on the disk.",
)
NO_PRINTER = T(
    "这台电脑没有可用的打印机；请改为导出 PDF，再到别处打印。",
    "這部電腦沒有可用的打印機；請改為匯出 PDF，再到別處打印。",
    "There is no printer on this computer; export a PDF instead and print it elsewhere.",
)
PICTURE_TOO_LARGE = T(
    "图片过大（{size} 像素）；每边最多 {most} 像素，请减小尺寸或分辨率。",
    "圖片過大（{size} 像素）；每邊最多 {most} 像素，請縮小尺寸或降低解像度。",
    "A picture of {size} pixels is too large; {most} a side is the most: lower size or resolution.",
)
NO_DISPLAY = T(
    "没有可用的显示器，无法打开窗口；可改用“hetao-map render -o map.png”输出图片。",
    "沒有可用的顯示器，無法開啟視窗；可改用「hetao-map render -o map.png」輸出圖片。",
    "There is no display for the window; “hetao-map render -o map.png” makes a picture instead.",
)
NO_PLATFORM = T(
    "无法连接显示器，或缺少 Qt 的系统库，窗口打不开；请检查 DISPLAY 与 QT_QPA_PLATFORM，"
    "或改用“hetao-map render -o map.png”输出图片。",
    "無法連接顯示器，或欠缺 Qt 的系統程式庫，視窗未能開啟；請檢查 DISPLAY 及 QT_QPA_PLATFORM，"
    "或改用「hetao-map render -o map.png」輸出圖片。",
    "No window can be opened: the display refuses it, or system libraries of Qt are missing; "
    "check DISPLAY and QT_QPA_PLATFORM, or make a picture with “hetao-map render -o map.png”.",
)
SAFE_START = T(
    "前两次启动都未能显示地图，这次改为安全启动：使用默认设置，只打开自带的数据。",
    "前兩次啟動均未能顯示地圖，今次改為安全啟動：使用預設設定，只開啟隨附的數據。",
    "The last two starts did not come to a map, so this one is safe: default settings and the data "
    "that ships.",
)
SAFE_ASKED = T(
    "已按要求安全启动：使用默认设置，只打开自带的数据。",
    "已按要求安全啟動：使用預設設定，只開啟隨附的數據。",
    "A safe start, as asked: default settings and the data that ships.",
)
SET_ASIDE = T(
    "原有的设置、书签与图钉已另行保存，可用“帮助”菜单的“恢复上次的记录”取回。",
    "原有的設定、書籤及圖釘已另行存放，可用「說明」選單的「取回上次的紀錄」取回。",
    "Settings, bookmarks and pins are set aside; “Bring back the last session” in the Help menu "
    "returns them.",
)
SAFE_FILES = T(
    "安全启动没有打开 {paths}；确认文件无误后，请再打开一次。",
    "安全啟動沒有開啟 {paths}；確認檔案無誤後，請再開啟一次。",
    "The safe start did not open {paths}; open it again once the map is sound.",
)
NO_CHINESE_FONT = T(
    "This computer has no font with Chinese characters, so Chinese names appear as boxes; install "
    "one, such as Noto Sans CJK (Debian and Ubuntu: fonts-noto-cjk). "
    "这台电脑没有中文字体，请安装，例如 Noto Sans CJK。",
    "This computer has no font with Chinese characters, so Chinese names appear as boxes; install "
    "one, such as Noto Sans CJK (Debian and Ubuntu: fonts-noto-cjk). "
    "這部電腦沒有中文字型，請安裝，例如 Noto Sans CJK。",
    "This computer has no font with Chinese characters, so Chinese names appear as boxes; install "
    "one, such as Noto Sans CJK (Debian and Ubuntu: fonts-noto-cjk).",
)
PROJ_MISSING = T(
    "缺少坐标转换所需的 PROJ 数据（proj.db），程序无法运行；请重新安装 hetao-map 或 pyproj。",
    "欠缺座標轉換所需的 PROJ 數據（proj.db），程式無法運作；請重新安裝 hetao-map 或 pyproj。",
    "The PROJ data for changes of coordinates (proj.db) is missing, so nothing can be placed on "
    "the map; install hetao-map or pyproj again.",
)
ONE_FILE = T(
    "一次只能检查一个文件。", "每次只可檢查一個檔案。", "One file at a time can be checked."
)
UNEXPECTED = T(
    "出现未预料的错误（{reason}）；请报告此问题。",
    "發生未預料的錯誤（{reason}）；請回報此問題。",
    "Something unexpected went wrong ({reason}); please report it.",
)
UNEXPECTED_LOGGED = T(
    "出现未预料的错误（{reason}）；详情已写入 {path}，请报告此问题。",
    "發生未預料的錯誤（{reason}）；詳情已寫入 {path}，請回報此問題。",
    "Something unexpected went wrong ({reason}); {path} has the details, please report it.",
)
SESSION_BROKEN = T(
    "上次的视图等记录无法解读，已另存为 {path}；现从初始状态开始。",
    "上次的畫面等紀錄無法解讀，已另存為 {path}；現由初始狀態開始。",
    "The last session cannot be understood; it is set aside as {path}, and the map starts afresh.",
)
SESSION_OLDER = T(
    "上次的视图等记录无法解读，已另存为 {path}；现采用之前一次的记录。",
    "上次的畫面等紀錄無法解讀，已另存為 {path}；現採用之前一次的紀錄。",
    "The last session cannot be understood; it is set aside as {path}, and an earlier one is used.",
)
SESSION_UNWRITABLE = T(
    "视图、书签与图钉暂时无法保存到 {path}：{reason}。",
    "畫面、書籤與圖釘暫時無法儲存到 {path}：{reason}。",
    "View, bookmarks and pins cannot be kept in {path} for now: {reason}.",
)

TOO_MANY_PLACES = T(
    "已有 {n} 个，不能再添加；请先删除几个。",
    "已有 {n} 個，不能再新增；請先刪除幾個。",
    "There are {n} already, which is as many as are kept; delete some first.",
)
NOTE_TOO_LONG = T(
    "备注有 {length} 个字符，最多 {most} 个；请缩短后再保存。",
    "備註有 {length} 個字元，最多 {most} 個；請縮短後再儲存。",
    "This note has {length} characters; the limit is {most}. Shorten it.",
)

FILTER_COLUMN = T(
    "没有“{column}”这一列；可用的列有：{known}。",
    "沒有「{column}」這一欄；可用的欄有：{known}。",
    "There is no column “{column}”; the columns are: {known}.",
)
FILTER_NUMBER = T(
    "“{value}”不是数字；比较大小请写数字，例如 {column}>5。",
    "「{value}」不是數字；比較大小請寫數字，例如 {column}>5。",
    "“{value}” is not a number; compare with one, for instance {column}>5.",
)
