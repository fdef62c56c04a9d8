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
    "无法读取 {path}（{reason}）；请检查访问权限。",
    "無法讀取 {path}（{reason}）；請檢查存取權限。",
    "{path}: the file cannot be read ({reason}); check its permissions.",
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
    "{path} 没有可显示的要素图层；请选择含有要素表的 GeoPackage。",
    "{path} 沒有可顯示的圖徵圖層；請選擇含有圖徵表的 GeoPackage。",
    "{path}: there is no feature layer in it; choose a GeoPackage with feature tables.",
)
TOO_SLOW = T(
    "读取 {path} 超时，已停止；文件可能含有无法完成的视图。",
    "讀取 {path} 逾時，已停止；檔案可能含有無法完成的檢視。",
    "{path}: reading took too long and was stopped; the file may hold a view that never ends.",
)
ROWS_SKIPPED = T(
    "{path} 的图层 {layer}：{n} 个要素无法读取，已跳过。",
    "{path} 的圖層 {layer}：{n} 個圖徵無法讀取，已略過。",
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
    "{path} 的 {layer} 是栅格瓦片，目前还不能显示，已跳过。",
    "{path} 的 {layer} 是柵格圖磚，目前未能顯示，已略過。",
    "{path}, layer {layer}: it is made of picture tiles, which are not shown yet; it was skipped.",
)
ONLY_TILES = T(
    "{path} 只有栅格瓦片（{layers}），目前还不能显示；请打开含有要素图层的文件。",
    "{path} 只有柵格圖磚（{layers}），目前未能顯示；請開啟含有圖徵圖層的檔案。",
    "{path}: it holds only picture tiles ({layers}), which are not shown yet; open a file with "
    "feature layers.",
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
    "没有要素 {feature}；可用“hetao-map search”查找。",
    "沒有圖徵 {feature}；可用「hetao-map search」搜尋。",
    "There is no feature {feature}; find one with “hetao-map search”.",
)
NOTHING_HERE = T(
    "该处没有任何要素；可调大 --tolerance。",
    "該處沒有任何圖徵；可調高 --tolerance。",
    "Nothing was found there; try a larger --tolerance.",
)
NOTHING_FOUND = T(
    "没有找到“{text}”。可以搜索中文、拼音或英文名称，数字或词语，或坐标（如 22.5176, 114.0629）。",
    "找不到「{text}」。可搜尋中文、拼音或英文名稱、數字或字詞，或座標（例如 22.5176, 114.0629）。",
    "Nothing matches “{text}”. Search for a name in Chinese, pinyin or English, a figure or a "
    "word, or coordinates such as 22.5176, 114.0629.",
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
    "看不出坐标；请输入纬度和经度，如 22.5176, 114.0629，或香港 1980 方格网的东、北坐标。",
    "看不出座標；請輸入緯度和經度，如 22.5176, 114.0629，或香港 1980 方格網的東、北座標。",
    "That is not read as coordinates; type latitude and longitude, such as 22.5176, 114.0629, or "
    "easting and northing on the Hong Kong 1980 Grid.",
)
NO_SCALE = T(
    "看不出比例尺；请输入 1:100 至 1:500,000,000 之间的比例，如 1:15,000。",
    "看不出比例尺；請輸入 1:100 至 1:500,000,000 之間的比例，如 1:15,000。",
    "That is not read as a scale; type one from 1:100 to 1:500,000,000, such as 1:15,000.",
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
    "无法写入 {path}（{reason}）；请换一个文件夹或检查权限。",
    "無法寫入 {path}（{reason}）；請改用其他資料夾或檢查權限。",
    "{path}: it cannot be written ({reason}); choose another folder or check its permissions.",
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
ONE_FILE = T(
    "一次只能检查一个文件。", "每次只可檢查一個檔案。", "One file at a time can be checked."
)
UNEXPECTED = T(
    "出现未预料的错误（{reason}）；请报告此问题。",
    "發生未預料的錯誤（{reason}）；請回報此問題。",
    "Something unexpected went wrong ({reason}); please report it.",
)
SESSION_BROKEN = T(
    "上次的视图等记录无法解读，已另存为 {path}；现从初始状态开始。",
    "上次的檢視等紀錄無法解讀，已另存為 {path}；現由初始狀態開始。",
    "The last session cannot be understood; it is set aside as {path}, and the map starts afresh.",
)
SESSION_OLDER = T(
    "上次的视图等记录无法解读，已另存为 {path}；现采用之前一次的记录。",
    "上次的檢視等紀錄無法解讀，已另存為 {path}；現採用之前一次的紀錄。",
    "The last session cannot be understood; it is set aside as {path}, and an earlier one is used.",
)
SESSION_UNWRITABLE = T(
    "视图、书签与图钉暂时无法保存到 {path}（{reason}）；请检查文件夹权限与磁盘空间。",
    "檢視、書籤與圖釘暫時無法儲存到 {path}（{reason}）；請檢查資料夾權限及磁碟空間。",
    "View, bookmarks and pins cannot be kept ({reason}); check the folder {path} and its disk.",
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
