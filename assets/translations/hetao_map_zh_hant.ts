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
        <translation>目前畫面的數據</translation>
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
        <source>Opening {name}…</source>
        <translation>正在開啟 {name}…</translation>
    </message>
    <message>
        <source>{name} is open: {n} layers</source>
        <translation>已開啟 {name}：{n} 個圖層</translation>
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
        <translation>篩選行</translation>
    </message>
    <message>
        <source>A word, or by column: Status:open, Importance&gt;50</source>
        <translation>字詞，或按欄：狀態:開放、重要程度&gt;50</translation>
    </message>
    <message>
        <source>Only in view</source>
        <translation>只限目前畫面</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地圖上顯示</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>複製行</translation>
    </message>
    <message>
        <source>Export rows…</source>
        <translation>匯出行…</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>關閉屬性表</translation>
    </message>
    <message>
        <source>{n} of {all} rows</source>
        <translation>{n}/{all} 行</translation>
    </message>
    <message>
        <source> (zoom in for more)</source>
        <translation>（放大可見更多）</translation>
    </message>
</context>
<context>
    <name>BriefingDialog</name>
    <message>
        <source>Briefing</source>
        <translation>簡報</translation>
    </message>
    <message>
        <source>State of the ports at</source>
        <translation>口岸狀態時刻</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>The area drawn</source>
        <translation>繪製的區域</translation>
    </message>
    <message>
        <source>The area measured</source>
        <translation>量度的區域</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>地圖目前範圍</translation>
    </message>
    <message>
        <source>All {n} features found, with what lies in them</source>
        <translation>找到的{n}個地物及其範圍內的地物</translation>
    </message>
    <message>
        <source>About</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Moment, Hong Kong time</source>
        <translation>時刻（香港時間）</translation>
    </message>
    <message>
        <source>Features to include</source>
        <translation>要列入的地物</translation>
    </message>
    <message>
        <source>Draw an area…</source>
        <translation>繪製區域…</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n}/{all}</translation>
    </message>
</context>
<context>
    <name>Briefings</name>
    <message>
        <source>Briefing…</source>
        <translation>簡報…</translation>
    </message>
    <message>
        <source>Draw an area for a briefing</source>
        <translation>為簡報繪製區域</translation>
    </message>
    <message>
        <source>Draw a rectangle for a briefing</source>
        <translation>為簡報繪製矩形</translation>
    </message>
    <message>
        <source>Click two opposite corners of the rectangle; Esc leaves.</source>
        <translation>依次按一下矩形的兩個對角；按 Esc 退出。</translation>
    </message>
    <message>
        <source>Click the corners of the area; Enter completes it, Esc leaves.</source>
        <translation>依次按一下區域的各個角點；按 Enter 完成，按 Esc 退出。</translation>
    </message>
    <message>
        <source>Briefing of this area…</source>
        <translation>此區域的簡報…</translation>
    </message>
    <message>
        <source>PDF briefing</source>
        <translation>PDF 簡報</translation>
    </message>
    <message>
        <source>Save the briefing as</source>
        <translation>簡報另存為</translation>
    </message>
</context>
<context>
    <name>BringBack</name>
    <message>
        <source>Bring back the last session</source>
        <translation>取回上次的紀錄</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What has changed in the data</source>
        <translation>數據有甚麼變化</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Click or press Enter to go there; the file is never touched.</source>
        <translation>按一下或按 Enter 鍵即可前往；檔案本身絕不改動。</translation>
    </message>
    <message>
        <source>Show the new version</source>
        <translation>顯示新版本</translation>
    </message>
    <message>
        <source>Show the previous version</source>
        <translation>顯示上一版本</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Check the data</source>
        <translation>檢查數據</translation>
    </message>
    <message>
        <source>File to check</source>
        <translation>要檢查的檔案</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>檢查結果</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Click or press Enter to show the row on the map.</source>
        <translation>按一下或按 Enter，可在地圖上顯示該行。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Nothing has been checked.</source>
        <translation>尚未檢查。</translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation>沒有發現問題。</translation>
    </message>
    <message>
        <source>Errors: {errors}, warnings: {warnings}</source>
        <translation>錯誤 {errors} 項，警告 {warnings} 項</translation>
    </message>
    <message>
        <source>The file has been read anew since; check it again.</source>
        <translation>檔案其後已重新讀取，請再檢查一次。</translation>
    </message>
    <message>
        <source>Errors ({n})</source>
        <translation>錯誤（{n}）</translation>
    </message>
    <message>
        <source>Warnings ({n})</source>
        <translation>警告（{n}）</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>整個檔案</translation>
    </message>
    <message>
        <source>The map shows the whole layer.</source>
        <translation>地圖已顯示整個圖層。</translation>
    </message>
    <message>
        <source>This has no place on the map.</source>
        <translation>此項在地圖上沒有位置。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
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
    <name>CrsQuestion</name>
    <message>
        <source>Show it there</source>
        <translation>顯示於該處</translation>
    </message>
    <message>
        <source>Where does this layer lie?</source>
        <translation>這個圖層位於何處？</translation>
    </message>
    <message>
        <source>“{layer}” does not say which coordinates it has. Where should it be?</source>
        <translation>「{layer}」沒有說明所用的座標系統。它應該在哪裏？</translation>
    </message>
    <message>
        <source>Likely systems</source>
        <translation>可能的座標系統</translation>
    </message>
    <message>
        <source>Another EPSG number</source>
        <translation>其他 EPSG 編號</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>The answer holds for all layers of {file} that do not say it, and is kept.</source>
        <translation>此答覆適用於 {file} 中所有未說明座標系統的圖層，並會保留。</translation>
    </message>
    <message>
        <source>There is no reference system with this number.</source>
        <translation>沒有這個編號的座標參考系統。</translation>
    </message>
    <message>
        <source>In this system the coordinates have no place on the Earth.</source>
        <translation>按這個座標系統，這些座標不在地球上。</translation>
    </message>
    <message>
        <source>Its centre would be at {place}.</source>
        <translation>其中心將位於 {place}。</translation>
    </message>
    <message>
        <source>{km} km from the centre of the map</source>
        <translation>距地圖中心 {km} 公里</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open on the map</source>
        <translation>放開即可在地圖上開啟</translation>
    </message>
</context>
<context>
    <name>ErrorWindow</name>
    <message>
        <source>Something went wrong</source>
        <translation>程式發生錯誤</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of your data. The map goes on where it can, and what you have set up is kept. If something looks wrong, quit and start again.</source>
        <translation>這是程式本身的問題，數據沒有問題。地圖會盡可能繼續運作，已有的設定不會遺失；如顯示有異，請結束程式後重新啟動。</translation>
    </message>
    <message>
        <source>The report names versions, the open files without their folders, and the last lines of the log. It goes nowhere unless you send it.</source>
        <translation>報告包含版本號、已開啟的檔案名稱（不含資料夾）及紀錄檔的最後數行，不會自動傳送。</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>錯誤詳情</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the map</source>
        <translation>匯出地圖</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地圖</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>Coordinate grid</source>
        <translation>座標格網</translation>
    </message>
    <message>
        <source>Highlight of the selection</source>
        <translation>突出顯示所選地物</translation>
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
        <source>{n} dots per inch</source>
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
        <source>Save as…</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
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
        <source>Export features…</source>
        <translation>匯出地物…</translation>
    </message>
    <message>
        <source>Export features</source>
        <translation>匯出地物</translation>
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
        <translation>畫面內的下一個地物</translation>
    </message>
    <message>
        <source>Previous feature in view</source>
        <translation>畫面內的上一個地物</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>What has changed in the data…</source>
        <translation>數據有甚麼變化…</translation>
    </message>
    <message>
        <source>Previous version of the data</source>
        <translation>數據的上一版本</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>取消開啟</translation>
    </message>
    <message>
        <source>Where does this layer lie?…</source>
        <translation>這個圖層位於何處？…</translation>
    </message>
    <message>
        <source>Close the layer’s file</source>
        <translation>關閉此圖層的檔案</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>開啟最近的檔案</translation>
    </message>
    <message>
        <source>Clear the list of recent files</source>
        <translation>清除最近的檔案清單</translation>
    </message>
    <message>
        <source>Close a file</source>
        <translation>關閉檔案</translation>
    </message>
    <message>
        <source>No further file is open</source>
        <translation>沒有開啟其他檔案</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>關閉 {name}</translation>
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
        <translation>格式</translation>
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
        <source>Door to door</source>
        <translation>門到門</translation>
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
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>上一件大事</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一件大事</translation>
    </message>
    <message>
        <source>Play the years</source>
        <translation>播放歷年變化</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>檢查數據</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>減少動態效果</translation>
    </message>
    <message>
        <source>Next step of the story</source>
        <translation>故事的下一步</translation>
    </message>
    <message>
        <source>Previous step of the story</source>
        <translation>故事的上一步</translation>
    </message>
    <message>
        <source>Story as PDF booklet…</source>
        <translation>故事存為 PDF 小冊子…</translation>
    </message>
    <message>
        <source>PDF booklet</source>
        <translation>PDF 小冊子</translation>
    </message>
    <message>
        <source>Story as PDF booklet</source>
        <translation>故事存為 PDF 小冊子</translation>
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
        <source>No matches in the help.</source>
        <translation>說明中沒有這些文字。</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快速鍵</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
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
        <translation>按一下地圖上的地點，或按名稱搜尋。</translation>
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
        <source>Fact sheet as PDF…</source>
        <translation>匯出資料單張（PDF）…</translation>
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
    <name>LayerChoices</name>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>In the dark theme</source>
        <translation>深色外觀下</translation>
    </message>
    <message>
        <source>Dimmed</source>
        <translation>調暗</translation>
    </message>
    <message>
        <source>Light and dark swapped</source>
        <translation>明暗反轉</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原樣顯示</translation>
    </message>
    <message>
        <source>No, they are as the file says</source>
        <translation>不是，按檔案所述</translation>
    </message>
    <message>
        <source>From Amap or Tencent (GCJ-02)</source>
        <translation>來自高德或騰訊地圖（GCJ-02）</translation>
    </message>
    <message>
        <source>From Baidu (BD-09)</source>
        <translation>來自百度地圖（BD-09）</translation>
    </message>
    <message>
        <source>Coordinates from a web map?</source>
        <translation>座標來自網絡地圖？</translation>
    </message>
    <message>
        <source>Not offered for a layer of this size</source>
        <translation>圖層過大，不提供此項</translation>
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
        <source>Restore the file’s order and opacity</source>
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
        <source>Hide the ground that covers it</source>
        <translation>隱藏遮住它的地面</translation>
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
        <source>About the layer…</source>
        <translation>圖層資訊…</translation>
    </message>
    <message>
        <source>Style notes…</source>
        <translation>樣式說明…</translation>
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
        <source>No layer or legend entry matches.</source>
        <translation>沒有這樣的圖層或圖例項目。</translation>
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
    <name>Living</name>
    <message>
        <source>What has changed…</source>
        <translation>有甚麼變化…</translation>
    </message>
    <message>
        <source>Show the previous version</source>
        <translation>顯示上一版本</translation>
    </message>
    <message>
        <source>Show the new version</source>
        <translation>顯示新版本</translation>
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
        <source>Export…</source>
        <translation>匯出…</translation>
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
        <source>Follow the system</source>
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
        <source>Print…</source>
        <translation>打印…</translation>
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
        <translation>座標格網</translation>
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
        <source>Opening the data…</source>
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
        <source>Go to coordinates…</source>
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
        <translation>復原上一點</translation>
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
        <source>Click on the map, or press Space to set a point at its centre.</source>
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
        <source>and {n} more</source>
        <translation>另有 {n} 項</translation>
    </message>
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
    <name>Opening</name>
    <message>
        <source>Open files</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Map data</source>
        <translation>地圖數據</translation>
    </message>
    <message>
        <source>Where does it lie?…</source>
        <translation>它位於何處？…</translation>
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
        <source>No matching command</source>
        <translation>沒有這樣的指令</translation>
    </message>
</context>
<context>
    <name>PlaceEdit</name>
    <message>
        <source>{number} of {rows}</source>
        <translation>第 {number} 項，共 {rows} 項</translation>
    </message>
</context>
<context>
    <name>PlacesMenu</name>
    <message>
        <source>Bookmark this view…</source>
        <translation>為目前畫面加入書籤…</translation>
    </message>
    <message>
        <source>Bookmarks…</source>
        <translation>書籤…</translation>
    </message>
    <message>
        <source>Pin the centre of the map…</source>
        <translation>在地圖中央放圖釘…</translation>
    </message>
    <message>
        <source>Pins…</source>
        <translation>圖釘…</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>為目前畫面加入書籤</translation>
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
        <source>There are no bookmarks yet. Press Ctrl+D to save the current view.</source>
        <translation>未有書籤。按 Ctrl+D 可儲存目前畫面。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Rename…</source>
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
        <source>There are no pins yet. Right-click the map to add one.</source>
        <translation>未有圖釘。在地圖上按右鍵即可放置。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>Move to the centre</source>
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
        <source>Pin here…</source>
        <translation>在此放圖釘…</translation>
    </message>
    <message>
        <source>Edit the note…</source>
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
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Click to copy</source>
        <translation>按一下複製</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>取消開啟</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在開啟 {name}…</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Writing {name}…</source>
        <translation>正在寫入 {name}…</translation>
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
        <source>Booklet as PDF…</source>
        <translation>PDF 小冊子…</translation>
    </message>
    <message>
        <source>Each story goes across the map step by step. Press Enter to begin, then use the arrow keys.</source>
        <translation>每個故事都在地圖上逐步展開：按 Enter 開始，用方向鍵前進。</translation>
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
        <translation>第 {i} 步，共 {n} 步</translation>
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
        <source>Previous event</source>
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
        <source>Next event</source>
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
        <source>Choose a day from 1995 to 2035 on the bar below the map. Undated features are always shown.</source>
        <translation>用地圖下方的時間軸可選1995年至2035年的任何一天；沒有註明日期的內容一直顯示。</translation>
    </message>
    <message>
        <source>By then</source>
        <translation>截至當日</translation>
    </message>
    <message>
        <source>Figures then</source>
        <translation>當時的數據</translation>
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
        <translation>截至當日沒有已知的數據。</translation>
    </message>
</context>
<context>
    <name>TripForm</name>
    <message>
        <source>From</source>
        <translation>由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>A name, or coordinates</source>
        <translation>名稱或座標</translation>
    </message>
    <message>
        <source>Swap start and destination</source>
        <translation>對調起點和終點</translation>
    </message>
    <message>
        <source>Moment, Hong Kong time</source>
        <translation>時刻（香港時間）</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何時</translation>
    </message>
    <message>
        <source>Which route</source>
        <translation>怎樣走</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>現在出發</translation>
    </message>
    <message>
        <source>Leave at</source>
        <translation>出發時間</translation>
    </message>
    <message>
        <source>Arrive by</source>
        <translation>到達時限</translation>
    </message>
    <message>
        <source>Earliest arrival</source>
        <translation>最早到達</translation>
    </message>
    <message>
        <source>Fewest changes</source>
        <translation>轉乘最少</translation>
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
        <source>last point</source>
        <translation>最後一點</translation>
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
        <source>data of the files</source>
        <translation>檔案的數據</translation>
    </message>
    <message>
        <source>view of the map</source>
        <translation>地圖畫面</translation>
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
        <source>position of a layer</source>
        <translation>圖層位置</translation>
    </message>
    <message>
        <source>look of a base map</source>
        <translation>底圖外觀</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>the route asked for</source>
        <translation>查詢的路綫</translation>
    </message>
    <message>
        <source>pins</source>
        <translation>圖釘</translation>
    </message>
</context>
<context>
    <name>WayButton</name>
    <message>
        <source>Door to door</source>
        <translation>門到門</translation>
    </message>
    <message>
        <source>Route from here</source>
        <translation>由這裏出發</translation>
    </message>
    <message>
        <source>Route to here</source>
        <translation>前往這裏</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Route from here</source>
        <translation>由這裏出發</translation>
    </message>
    <message>
        <source>Route to here</source>
        <translation>前往這裏</translation>
    </message>
    <message>
        <source>Swap start and destination</source>
        <translation>對調起點和終點</translation>
    </message>
    <message>
        <source>Copy the route as text</source>
        <translation>複製路綫文字</translation>
    </message>
    <message>
        <source>Route as PDF…</source>
        <translation>路綫存為 PDF…</translation>
    </message>
    <message>
        <source>The route has been copied.</source>
        <translation>路綫已複製。</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 頁面</translation>
    </message>
    <message>
        <source>Route as PDF</source>
        <translation>路綫存為 PDF</translation>
    </message>
</context>
<context>
    <name>WaysPanel</name>
    <message>
        <source>Door to door</source>
        <translation>門到門</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路綫</translation>
    </message>
    <message>
        <source>Show the whole route</source>
        <translation>顯示整條路綫</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Route as PDF</source>
        <translation>路綫存為 PDF</translation>
    </message>
    <message>
        <source>Looking for a route…</source>
        <translation>正在搜尋路綫…</translation>
    </message>
    <message>
        <source>Enter a start and a destination, or right-click a place on the map.</source>
        <translation>請填寫起點和終點，亦可在地圖上以右鍵按一個地點來選擇。</translation>
    </message>
</context>
</TS>
