"""What is said of files in other formats than GeoPackage; {path} is the file's name."""

from __future__ import annotations

from hetao_map.text.localized import LocalizedText as T

FORMAT_UNKNOWN = T(
    "{path} 的内容不是本软件能读取的格式；请打开 GeoPackage、GeoJSON、Shapefile、KML、GPX、"
    "FlatGeobuf、GML、DXF、OSM 或带坐标的 CSV 文件。",
    "{path} 的內容不是本軟件能讀取的格式；請開啟 GeoPackage、GeoJSON、Shapefile、KML、GPX、"
    "FlatGeobuf、GML、DXF、OSM 或附有座標的 CSV 檔案。",
    "{path}: its content is of no format that can be read here; open a GeoPackage, GeoJSON, "
    "Shapefile, KML, GPX, FlatGeobuf, GML, DXF, OSM file or a CSV with coordinates.",
)
ARCHIVE = T(
    "{path} 是压缩包；请先解压，再打开其中的文件。",
    "{path} 是壓縮檔；請先解壓，再開啟其中的檔案。",
    "{path}: this is an archive; unpack it and open the file inside.",
)
REFERENCE_ONLY = T(
    "{path} 只是指向其他文件或网络服务的说明（{kind}），本软件不会追随；请直接打开所指的文件。",
    "{path} 只是指向其他檔案或網絡服務的描述（{kind}），本軟件不會跟從；請直接開啟所指的檔案。",
    "{path}: it only points to other files or services ({kind}), which is not followed; open the "
    "files themselves.",
)
OTHER_XML = T(
    "{path} 是 XML 文件，但不是 KML、GPX、GML 或 OSM（根元素为 {kind}）。",
    "{path} 是 XML 檔案，但不是 KML、GPX、GML 或 OSM（根元素為 {kind}）。",
    "{path}: this is XML, but no KML, GPX, GML or OSM (its root element is {kind}).",
)
OTHER_JSON = T(
    "{path} 是 JSON 文件，但不是 GeoJSON；请导出为 GeoJSON。",
    "{path} 是 JSON 檔案，但不是 GeoJSON；請匯出為 GeoJSON。",
    "{path}: this is JSON, but no GeoJSON; export it as GeoJSON.",
)
XML_ENTITIES = T(
    "{path} 含有 DOCTYPE（可定义实体或引用其他文件），为安全起见不予读取；"
    "请另存为不含 DOCTYPE 的文件。",
    "{path} 含有 DOCTYPE（可定義實體或引用其他檔案），為安全起見不予讀取；"
    "請另存為不含 DOCTYPE 的檔案。",
    "{path}: it has a DOCTYPE, which can define entities or name other files, and is not read for "
    "safety; save it without one.",
)
SHAPEFILE_PART = T(
    "{path} 只是 Shapefile 的一部分；请打开同名的 .shp 文件。",
    "{path} 只是 Shapefile 的一部分；請開啟同名的 .shp 檔案。",
    "{path}: this is a part of a Shapefile; open the .shp file of the same name.",
)
DRAWING_FORM = T(
    "{path} 是 {kind} 图形；请另存为文本（ASCII）DXF 后再打开。",
    "{path} 是 {kind} 圖形；請另存為文字（ASCII）DXF 後再開啟。",
    "{path}: this is a {kind} drawing; save it as a text (ASCII) DXF and open that.",
)
NO_COORDINATES = T(
    "{path} 没有坐标列；请把列命名为 lon 和 lat（经度、纬度）、x 和 y，或 wkt。",
    "{path} 沒有座標欄；請把欄命名為 lon 和 lat（經度、緯度）、x 和 y，或 wkt。",
    "{path}: it has no columns with coordinates; name them lon and lat, x and y, or wkt.",
)
NOTHING_INSIDE = T(
    "{path} 中没有可显示的地物。",
    "{path} 中沒有可顯示的地物。",
    "{path}: there are no features in it.",
)
TOO_MUCH_MEMORY = T(
    "{path} 需要的内存超过上限（{most}），已停止读取；请转换为 GeoPackage 后再打开。",
    "{path} 需要的記憶體超過上限（{most}），已停止讀取；請轉換為 GeoPackage 後再開啟。",
    "{path}: it needs more memory than it is given ({most}); convert it to a GeoPackage and open "
    "that.",
)
TOO_LONG = T(
    "读取 {path} 超时，已停止；文件可能有问题，可先转换为 GeoPackage。",
    "讀取 {path} 逾時，已停止；檔案可能有問題，可先轉換為 GeoPackage。",
    "{path}: reading took too long for its size and was stopped; convert it to a GeoPackage first.",
)
READER_ENDED = T(
    "读取 {path} 的进程意外结束（{reason}）；文件可能已损坏。",
    "讀取 {path} 的程序意外結束（{reason}）；檔案可能已損壞。",
    "{path}: the process that read it ended unexpectedly ({reason}); the file may be damaged.",
)
NO_SPACE = T(
    "没有足够的临时空间来读取 {path}（{folder}）；请清理磁盘后重试。",
    "沒有足夠的暫存空間來讀取 {path}（{folder}）；請清理磁碟後再試。",
    "{path}: there is not enough room for temporary files ({folder}); free some and try again.",
)
UNPACKED_TOO_LARGE = T(
    "{path} 解压后过大（超过 {most}），已停止读取。",
    "{path} 解壓後過大（超過 {most}），已停止讀取。",
    "{path}: unpacked it is larger than {most}; it was not read.",
)

LINKED_CRS = T(
    "{path} 的坐标参考系以链接给出，不会追随该链接。",
    "{path} 的座標參考系統以連結給出，不會跟從該連結。",
    "{path}: it names its coordinate reference system by a link, which is not followed.",
)
LINKS_NOT_FOLLOWED = T(
    "{path} 有 {n} 个指向其他文件或网址的链接，未予追随，其内容不显示。",
    "{path} 有 {n} 個指向其他檔案或網址的連結，未予跟從，其內容不顯示。",
    "{path}: {n} links to other files or addresses are not followed; what they hold is not shown.",
)
CUT_SHORT = T(
    "{path} 不完整，在中途结束；显示的是此前的 {n} 个地物。",
    "{path} 不完整，在中途結束；顯示的是此前的 {n} 個地物。",
    "{path}: it ends in the middle; the {n} features before that are shown.",
)
WITHOUT_GEOMETRY = T(
    "{path} 的图层 {layer}：{n} 个地物没有几何，不在图上。",
    "{path} 的圖層 {layer}：{n} 個地物沒有幾何，不在圖上。",
    "{path}, layer {layer}: {n} features have no geometry and are not on the map.",
)
NOT_READ = T(
    "{path} 共有 {there} 个地物，其中 {n} 个无法读取，已跳过。",
    "{path} 共有 {there} 個地物，其中 {n} 個無法讀取，已略過。",
    "{path}: of {there} features {n} could not be read and were skipped.",
)
ATTRIBUTES_MISSING = T(
    "{path} 缺少 {part} 文件，因此没有属性。",
    "{path} 缺少 {part} 檔案，因此沒有屬性。",
    "{path}: the file {part} is missing, so there are no attributes.",
)
INDEX_MISSING = T(
    "{path} 缺少 {part} 文件，已临时重建索引。",
    "{path} 缺少 {part} 檔案，已臨時重建索引。",
    "{path}: the file {part} is missing; its index was made anew.",
)
TEXT_CUT = T(
    "{path} 的图层 {layer}：{n} 个过长的值已截短。",
    "{path} 的圖層 {layer}：{n} 個過長的值已截短。",
    "{path}, layer {layer}: {n} values were too long and were cut.",
)
COLUMNS_LEFT_OUT = T(
    "{path} 的图层 {layer} 列数过多，有 {n} 列未读取。",
    "{path} 的圖層 {layer} 欄數過多，有 {n} 欄未讀取。",
    "{path}, layer {layer}: it has too many columns; {n} of them were left out.",
)
OTHERS_IN_KMZ = T(
    "{path} 中另有 {n} 个 KML 文件未显示。",
    "{path} 中另有 {n} 個 KML 檔案未顯示。",
    "{path}: {n} more KML files in it are not shown.",
)
CHECKS_GEOPACKAGES = T(
    "check 只检查 GeoPackage；{path} 是 {kind}，可用“hetao-map layers”查看其图层与读取情况。",
    "check 只檢查 GeoPackage；{path} 是 {kind}，可用「hetao-map layers」查看其圖層與讀取情況。",
    "{path}: check looks at GeoPackages only, and this is {kind}; “hetao-map layers” tells what "
    "can be read of it.",
)

WAYPOINTS = T("航点", "航點", "Waypoints")
ROUTES = T("路线", "路綫", "Routes")
TRACKS = T("轨迹", "軌跡", "Tracks")
ROUTE_POINTS = T("路线点", "路綫點", "Route points")
TRACK_POINTS = T("轨迹点", "軌跡點", "Track points")
OSM_POINTS = T("点", "點", "Points")
OSM_LINES = T("线", "綫", "Lines")
OSM_AREAS = T("面", "面", "Areas")
OSM_ROUTES = T("多线关系", "多綫關係", "Lines of relations")
OSM_RELATIONS = T("其他关系", "其他關係", "Other relations")
