<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_HK" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hetao Map</source>
        <translation>關於河套地圖</translation>
    </message>
    <message>
        <source>Hetao Map {version}</source>
        <translation>河套地圖 {version}</translation>
    </message>
    <message>
        <source>An offline map of the Hetao co-operation zone. Licence: MIT.</source>
        <translation>河套合作區離綫地圖。授權條款：MIT。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Data in view</source>
        <translation>檢視中的數據</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Made with (version, licence)</source>
        <translation>所用組件（版本、授權條款）</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>The map is open: {n} layers</source>
        <translation>地圖已開啟：{n} 個圖層</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>沒有選取地物</translation>
    </message>
    <message>
        <source>{i} of {n}</source>
        <translation>第 {i} 個，共 {n} 個</translation>
    </message>
    <message>
        <source>Layers shown: {n}</source>
        <translation>顯示的圖層：{n} 個</translation>
    </message>
    <message>
        <source>{layer} is shown</source>
        <translation>已顯示{layer}</translation>
    </message>
    <message>
        <source>{layer} is hidden</source>
        <translation>已隱藏{layer}</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Attribute table</source>
        <translation>屬性表</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>篩選列</translation>
    </message>
    <message>
        <source>Filter: a word, Status:open, Importance&gt;50</source>
        <translation>篩選：字詞、狀態:開放、重要程度&gt;50</translation>
    </message>
    <message>
        <source>Only in view</source>
        <translation>只限檢視內</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地圖上顯示</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>複製列</translation>
    </message>
    <message>
        <source>Export rows …</source>
        <translation>匯出列……</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>關閉屬性表</translation>
    </message>
    <message>
        <source>{n} of {all} rows</source>
        <translation>{n}/{all} 列</translation>
    </message>
    <message>
        <source> (zoom in for more)</source>
        <translation>（放大可見更多）</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied: {text}</source>
        <translation>已複製：{text}</translation>
    </message>
    <message>
        <source>The measurement has been copied.</source>
        <translation>量度結果已複製。</translation>
    </message>
</context>
<context>
    <name>CrossingsPanel</name>
    <message>
        <source>Crossings</source>
        <translation>口岸</translation>
    </message>
    <message>
        <source>Moment, Hong Kong time</source>
        <translation>時刻（香港時間）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Follow the clock</source>
        <translation>跟隨時鐘</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>通行類別</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>口岸</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the map</source>
        <translation>匯出地圖</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>Grid of degrees</source>
        <translation>經緯網</translation>
    </message>
    <message>
        <source>Highlight of the selection</source>
        <translation>突出顯示所選圖徵</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 頁面</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 圖形</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>橫向</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>直向</translation>
    </message>
    <message>
        <source>The map alone, as in the window</source>
        <translation>只有地圖，與視窗一致</translation>
    </message>
    <message>
        <source>{n} dots an inch</source>
        <translation>每吋 {n} 點</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>與螢幕一致</translation>
    </message>
    <message>
        <source>Light, for paper</source>
        <translation>淺色，適合紙張</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>像素尺寸</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>闊度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存為……</translation>
    </message>
    <message>
        <source>{width} × {height} mm</source>
        <translation>{width} × {height} 毫米</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>FeatureExport</name>
    <message>
        <source>Export features …</source>
        <translation>匯出圖徵……</translation>
    </message>
    <message>
        <source>Export features</source>
        <translation>匯出圖徵</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <source>GeoPackage with sources and facts</source>
        <translation>GeoPackage，連來源與資料</translation>
    </message>
</context>
<context>
    <name>FeatureTargets</name>
    <message>
        <source>Next feature in view</source>
        <translation>檢視內的下一個地物</translation>
    </message>
    <message>
        <source>Previous feature in view</source>
        <translation>檢視內的上一個地物</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>入門三步</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Click a place on the map to read about it.</source>
        <translation>按一下地圖上的地點，閱讀介紹。</translation>
    </message>
    <message>
        <source>Switch layers on and off on the left.</source>
        <translation>在左邊開關圖層。</translation>
    </message>
    <message>
        <source>Find a name with Ctrl+F, a command with Ctrl+K.</source>
        <translation>按 Ctrl+F 搜尋地名，按 Ctrl+K 搜尋指令。</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to coordinates</source>
        <translation>前往座標</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>座標</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>讀作</translation>
    </message>
    <message>
        <source>As written: degrees, or a grid</source>
        <translation>按所寫：度，或方格網</translation>
    </message>
    <message>
        <source>GCJ-02, from a web map of the Mainland</source>
        <translation>GCJ-02，來自內地網上地圖</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
</context>
<context>
    <name>Guides</name>
    <message>
        <source>Information</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>口岸</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Event before</source>
        <translation>上一件大事</translation>
    </message>
    <message>
        <source>Event after</source>
        <translation>下一件大事</translation>
    </message>
    <message>
        <source>Play the years</source>
        <translation>播放歷年變化</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>減少動態效果</translation>
    </message>
    <message>
        <source>Next step of the story</source>
        <translation>故事的下一步</translation>
    </message>
    <message>
        <source>Step back in the story</source>
        <translation>故事的上一步</translation>
    </message>
    <message>
        <source>Story as PDF booklet …</source>
        <translation>故事存為PDF小冊子…</translation>
    </message>
    <message>
        <source>PDF booklet</source>
        <translation>PDF小冊子</translation>
    </message>
    <message>
        <source>Story as PDF booklet</source>
        <translation>故事存為PDF小冊子</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在說明中尋找</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快速鍵</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Found here</source>
        <translation>此處找到的地物</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一個</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一個</translation>
    </message>
</context>
<context>
    <name>InformationPanel</name>
    <message>
        <source>Information</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>Click a feature on the map, or search for a name.</source>
        <translation>點擊地圖上的地點，或按名稱搜尋。</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Fact sheet as PDF</source>
        <translation>匯出資料單張（PDF）</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地圖上顯示</translation>
    </message>
    <message>
        <source>Copy card as text</source>
        <translation>將資訊卡複製為文字</translation>
    </message>
    <message>
        <source>Fact sheet as PDF …</source>
        <translation>匯出資料單張（PDF）……</translation>
    </message>
    <message>
        <source>Left and right arrows walk the links, Enter follows one</source>
        <translation>左右方向鍵逐一選取連結，Enter 鍵開啟</translation>
    </message>
</context>
<context>
    <name>LayerAbout</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>LayerCommands</name>
    <message>
        <source>Preset</source>
        <translation>圖層方案</translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation>篩選圖層</translation>
    </message>
    <message>
        <source>Order and opacity of the file</source>
        <translation>還原檔案的次序與不透明度</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Zoom to the layer</source>
        <translation>縮放至圖層</translation>
    </message>
    <message>
        <source>Zoom to where it shows</source>
        <translation>縮放至可見比例</translation>
    </message>
    <message>
        <source>Show only this layer</source>
        <translation>只顯示此圖層</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>移至最上層</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>移至最下層</translation>
    </message>
    <message>
        <source>About the layer …</source>
        <translation>圖層資訊…</translation>
    </message>
    <message>
        <source>Style notes …</source>
        <translation>樣式說明…</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>圖層</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>圖層方案</translation>
    </message>
    <message>
        <source>Layers for an audience</source>
        <translation>按用途選擇圖層</translation>
    </message>
    <message>
        <source>Own selection</source>
        <translation>自選圖層</translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation>篩選圖層</translation>
    </message>
    <message>
        <source>Menu of the layer</source>
        <translation>圖層選單</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Style notes</source>
        <translation>樣式說明</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>圖層(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>匯出……</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Full extent</source>
        <translation>全圖</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>後退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>查詢地點</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>量度</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>較小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>較大</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>One size larger</source>
        <translation>放大一級文字</translation>
    </message>
    <message>
        <source>One size smaller</source>
        <translation>縮小一級文字</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印……</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>量度面積</translation>
    </message>
    <message>
        <source>Second language on labels</source>
        <translation>標註的第二語言</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Legend on the map</source>
        <translation>地圖上的圖例</translation>
    </message>
    <message>
        <source>Coordinate grid</source>
        <translation>坐標格網</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hetao Map</source>
        <translation>河套地圖</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已儲存：{name}</translation>
    </message>
    <message>
        <source>Opening the data …</source>
        <translation>正在開啟數據…</translation>
    </message>
    <message>
        <source>Fact sheet</source>
        <translation>資料單張</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入門三步</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>About Hetao Map</source>
        <translation>關於河套地圖</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 頁面</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, 0 shows the whole zone</source>
        <translation>方向鍵平移，加號和減號縮放，0 顯示整個合作區</translation>
    </message>
</context>
<context>
    <name>MapControls</name>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Full extent</source>
        <translation>全圖</translation>
    </message>
</context>
<context>
    <name>MapExport</name>
    <message>
        <source>PDF page</source>
        <translation>PDF 頁面</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 圖形</translation>
    </message>
    <message>
        <source>Save the map as</source>
        <translation>將地圖另存為</translation>
    </message>
</context>
<context>
    <name>MapMenu</name>
    <message>
        <source>Measure from here</source>
        <translation>由此開始量度</translation>
    </message>
    <message>
        <source>Centre the map here</source>
        <translation>以此處為地圖中心</translation>
    </message>
    <message>
        <source>Copy coordinates here</source>
        <translation>複製此處座標</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>座標</translation>
    </message>
</context>
<context>
    <name>MapToolBar</name>
    <message>
        <source>Back</source>
        <translation>後退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>查詢地點</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>量度</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Go to coordinates …</source>
        <translation>前往座標…</translation>
    </message>
    <message>
        <source>Copy the measurement</source>
        <translation>複製量度結果</translation>
    </message>
    <message>
        <source>Copy the coordinates at the pointer</source>
        <translation>複製指標位置的座標</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>總覽圖</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>側邊面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
</context>
<context>
    <name>MeasurePanel</name>
    <message>
        <source>Measure</source>
        <translation>量度</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Undo point</source>
        <translation>復原一點</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy the figures and all coordinates as text</source>
        <translation>以文字複製數值和所有座標</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>結束量度</translation>
    </message>
    <message>
        <source>Click on the map, or press Space to set a point at its middle.</source>
        <translation>在地圖上按一下，或按空白鍵在地圖中心放一點。</translation>
    </message>
    <message>
        <source>The next click begins anew.</source>
        <translation>再按一下會重新開始。</translation>
    </message>
    <message>
        <source>A double click or Enter ends, a click on the first point closes.</source>
        <translation>按兩下或按 Enter 鍵結束，按第一點則閉合。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>關閉提示</translation>
    </message>
</context>
<context>
    <name>OpacityRow</name>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview map</source>
        <translation>總覽圖</translation>
    </message>
    <message>
        <source>Click, drag or press an arrow key to move the map</source>
        <translation>按一下、拖曳或按方向鍵移動地圖</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>輸入想做的事</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>No command is called so</source>
        <translation>沒有這樣的指令</translation>
    </message>
</context>
<context>
    <name>PlacesMenu</name>
    <message>
        <source>Bookmark this view …</source>
        <translation>為此檢視加入書籤…</translation>
    </message>
    <message>
        <source>Bookmarks …</source>
        <translation>書籤…</translation>
    </message>
    <message>
        <source>Pin the middle of the map …</source>
        <translation>在地圖中央放圖釘…</translation>
    </message>
    <message>
        <source>Pins …</source>
        <translation>圖釘…</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>為此檢視加入書籤</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>There are no bookmarks yet. Ctrl+D keeps the view of the map.</source>
        <translation>未有書籤。按 Ctrl+D 可保存目前的檢視。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>圖釘</translation>
    </message>
    <message>
        <source>There are no pins yet. Click the map with the right button.</source>
        <translation>未有圖釘。在地圖上按右鍵即可放置。</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Move to the middle</source>
        <translation>移到地圖中央</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>圖釘</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>New pin</source>
        <translation>新圖釘</translation>
    </message>
    <message>
        <source>Rename the bookmark</source>
        <translation>重新命名書籤</translation>
    </message>
    <message>
        <source>Pin here …</source>
        <translation>在此放圖釘…</translation>
    </message>
    <message>
        <source>Edit the note …</source>
        <translation>編輯備註…</translation>
    </message>
    <message>
        <source>Delete the pin</source>
        <translation>刪除圖釘</translation>
    </message>
</context>
<context>
    <name>ReadOut</name>
    <message>
        <source>Middle</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>按一下複製</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Writing {name} …</source>
        <translation>正在寫入 {name}……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
</context>
<context>
    <name>ScaleBox</name>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Scale: type or choose another one</source>
        <translation>比例：可輸入或選擇</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜尋結果</translation>
    </message>
    <message>
        <source>Search names, facts or coordinates</source>
        <translation>搜尋名稱、資料或座標</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>以往的搜尋</translation>
    </message>
    <message>
        <source>{number} of {rows}</source>
        <translation>第 {number} 項，共 {rows} 項</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>複製網址</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在瀏覽器開啟</translation>
    </message>
</context>
<context>
    <name>StoryPanel</name>
    <message>
        <source>Stories</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>All stories</source>
        <translation>所有故事</translation>
    </message>
    <message>
        <source>Booklet as PDF …</source>
        <translation>PDF小冊子…</translation>
    </message>
    <message>
        <source>Each leads over the map step by step: Enter begins, the arrow keys lead on.</source>
        <translation>每個故事都在地圖上逐步展開：按Enter開始，用方向鍵前進。</translation>
    </message>
    <message>
        <source>There are no stories in this file.</source>
        <translation>此檔案沒有故事。</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n}步</translation>
    </message>
    <message>
        <source>{i} of {n}</source>
        <translation>第 {i} 個，共 {n} 個</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Day that the map shows</source>
        <translation>地圖顯示的日期</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all that is known, whatever its date</source>
        <translation>顯示所有已知內容，不論日期</translation>
    </message>
    <message>
        <source>Event before</source>
        <translation>上一件大事</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Event after</source>
        <translation>下一件大事</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>所有日期</translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>The bar below the map takes it to a day from 1995 to 2035; what no source dates is always shown.</source>
        <translation>地圖下方的時間列可選1995年至2035年的任何一天；來源沒有註明日期的內容一直顯示。</translation>
    </message>
    <message>
        <source>By then</source>
        <translation>截至當日</translation>
    </message>
    <message>
        <source>Figures then</source>
        <translation>當時的數字</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>大事</translation>
    </message>
    <message>
        <source>No event is known by then.</source>
        <translation>截至當日沒有已知的大事。</translation>
    </message>
    <message>
        <source>No figure is known by then.</source>
        <translation>截至當日沒有已知的數字。</translation>
    </message>
</context>
<context>
    <name>UndoMenu</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation>復原：{change}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {change}</source>
        <translation>重做：{change}</translation>
    </message>
    <message>
        <source>view of the map</source>
        <translation>地圖檢視</translation>
    </message>
    <message>
        <source>layers shown</source>
        <translation>圖層顯示</translation>
    </message>
    <message>
        <source>order of layers</source>
        <translation>圖層次序</translation>
    </message>
    <message>
        <source>opacity of a layer</source>
        <translation>圖層不透明度</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>pins</source>
        <translation>圖釘</translation>
    </message>
</context>
</TS>
