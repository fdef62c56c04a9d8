<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Hetao Map</source>
        <translation>关于河套地图</translation>
    </message>
    <message>
        <source>Hetao Map {version}</source>
        <translation>河套地图 {version}</translation>
    </message>
    <message>
        <source>An offline map of the Hetao co-operation zone. Licence: MIT.</source>
        <translation>河套合作区离线地图。许可证：MIT。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Data in view</source>
        <translation>视图中的数据</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Made with (version, licence)</source>
        <translation>所用组件（版本、许可证）</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>The map is open: {n} layers</source>
        <translation>地图已打开：{n} 个图层</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>{name} is open: {n} layers</source>
        <translation>已打开 {name}：{n} 个图层</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>未选中任何地物</translation>
    </message>
    <message>
        <source>{i} of {n}</source>
        <translation>第 {i} 个，共 {n} 个</translation>
    </message>
    <message>
        <source>Layers shown: {n}</source>
        <translation>显示的图层：{n} 个</translation>
    </message>
    <message>
        <source>{layer} is shown</source>
        <translation>已显示{layer}</translation>
    </message>
    <message>
        <source>{layer} is hidden</source>
        <translation>已隐藏{layer}</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Attribute table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>A word, or by column: Status:open, Importance&gt;50</source>
        <translation>词语，或按列：状态:开放、重要度&gt;50</translation>
    </message>
    <message>
        <source>Only in view</source>
        <translation>仅视图内</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Export rows…</source>
        <translation>导出行…</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>关闭属性表</translation>
    </message>
    <message>
        <source>{n} of {all} rows</source>
        <translation>{n}/{all} 行</translation>
    </message>
    <message>
        <source> (zoom in for more)</source>
        <translation>（放大可见更多）</translation>
    </message>
</context>
<context>
    <name>BriefingDialog</name>
    <message>
        <source>Briefing</source>
        <translation>简报</translation>
    </message>
    <message>
        <source>State of the ports at</source>
        <translation>口岸状态时刻</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>The area drawn</source>
        <translation>绘制的区域</translation>
    </message>
    <message>
        <source>The area measured</source>
        <translation>测量的区域</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>地图当前范围</translation>
    </message>
    <message>
        <source>All {n} features found, with what lies in them</source>
        <translation>找到的{n}个地物及其范围内的地物</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Moment, Hong Kong time</source>
        <translation>时刻（香港时间）</translation>
    </message>
    <message>
        <source>Features to include</source>
        <translation>要列入的地物</translation>
    </message>
    <message>
        <source>Draw an area…</source>
        <translation>绘制区域…</translation>
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
        <translation>简报…</translation>
    </message>
    <message>
        <source>Draw an area for a briefing</source>
        <translation>为简报绘制区域</translation>
    </message>
    <message>
        <source>Draw a rectangle for a briefing</source>
        <translation>为简报绘制矩形</translation>
    </message>
    <message>
        <source>Click two opposite corners of the rectangle; Esc leaves.</source>
        <translation>依次点击矩形的两个对角；按 Esc 退出。</translation>
    </message>
    <message>
        <source>Click the corners of the area; Enter completes it, Esc leaves.</source>
        <translation>依次点击区域的各个角点；按 Enter 完成，按 Esc 退出。</translation>
    </message>
    <message>
        <source>Briefing of this area…</source>
        <translation>此区域的简报…</translation>
    </message>
    <message>
        <source>PDF briefing</source>
        <translation>PDF 简报</translation>
    </message>
    <message>
        <source>Save the briefing as</source>
        <translation>简报另存为</translation>
    </message>
</context>
<context>
    <name>BringBack</name>
    <message>
        <source>Bring back the last session</source>
        <translation>恢复上次的记录</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What has changed in the data</source>
        <translation>数据有什么变化</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Click or press Enter to go there; the file is never touched.</source>
        <translation>单击或按 Enter 即可前往；文件本身绝不改动。</translation>
    </message>
    <message>
        <source>Show the new version</source>
        <translation>显示新版本</translation>
    </message>
    <message>
        <source>Show the previous version</source>
        <translation>显示上一版本</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Check the data</source>
        <translation>检查数据</translation>
    </message>
    <message>
        <source>File to check</source>
        <translation>要检查的文件</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Click or press Enter to show the row on the map.</source>
        <translation>单击或按 Enter 可在地图上显示该行。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Nothing has been checked.</source>
        <translation>尚未检查。</translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Errors: {errors}, warnings: {warnings}</source>
        <translation>错误 {errors} 项，警告 {warnings} 项</translation>
    </message>
    <message>
        <source>The file has been read anew since; check it again.</source>
        <translation>文件其后已重新读取，请再检查一次。</translation>
    </message>
    <message>
        <source>Errors ({n})</source>
        <translation>错误（{n}）</translation>
    </message>
    <message>
        <source>Warnings ({n})</source>
        <translation>警告（{n}）</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>The map shows the whole layer.</source>
        <translation>地图已显示整个图层。</translation>
    </message>
    <message>
        <source>This has no place on the map.</source>
        <translation>此项在地图上没有位置。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied: {text}</source>
        <translation>已复制：{text}</translation>
    </message>
    <message>
        <source>The measurement has been copied.</source>
        <translation>测量结果已复制。</translation>
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
        <translation>时刻（香港时间）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Follow the clock</source>
        <translation>跟随时钟</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>通行类别</translation>
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
        <translation>显示在该处</translation>
    </message>
    <message>
        <source>Where does this layer lie?</source>
        <translation>这个图层位于何处？</translation>
    </message>
    <message>
        <source>“{layer}” does not say which coordinates it has. Where should it be?</source>
        <translation>“{layer}”没有说明所用的坐标系。它应当在哪里？</translation>
    </message>
    <message>
        <source>Likely systems</source>
        <translation>可能的坐标系</translation>
    </message>
    <message>
        <source>Another EPSG number</source>
        <translation>其他 EPSG 编号</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The answer holds for all layers of {file} that do not say it, and is kept.</source>
        <translation>这一回答适用于 {file} 中所有未说明坐标系的图层，并会保留。</translation>
    </message>
    <message>
        <source>There is no reference system with this number.</source>
        <translation>没有这个编号的坐标参考系。</translation>
    </message>
    <message>
        <source>In this system the coordinates have no place on the Earth.</source>
        <translation>按这个坐标系，这些坐标不在地球上。</translation>
    </message>
    <message>
        <source>Its centre would be at {place}.</source>
        <translation>其中心将位于 {place}。</translation>
    </message>
    <message>
        <source>{km} km from the centre of the map</source>
        <translation>距地图中心 {km} 公里</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to open on the map</source>
        <translation>松开即可在地图上打开</translation>
    </message>
</context>
<context>
    <name>ErrorWindow</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of your data. The map goes on where it can, and what you have set up is kept. If something looks wrong, quit and start again.</source>
        <translation>这是程序本身的问题，数据没有问题。地图会尽可能继续运行，已有的设置不会丢失；如显示有异，请退出后重新启动。</translation>
    </message>
    <message>
        <source>The report names versions, the open files without their folders, and the last lines of the log. It goes nowhere unless you send it.</source>
        <translation>报告包含版本号、打开的文件名（不含文件夹）和日志的最后几行，不会自动发送。</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the map</source>
        <translation>导出地图</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Coordinate grid</source>
        <translation>坐标格网</translation>
    </message>
    <message>
        <source>Highlight of the selection</source>
        <translation>突出显示所选地物</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 页面</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>The map alone, as in the window</source>
        <translation>仅地图，与窗口一致</translation>
    </message>
    <message>
        <source>{n} dots per inch</source>
        <translation>每英寸 {n} 点</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>与屏幕一致</translation>
    </message>
    <message>
        <source>Light, for paper</source>
        <translation>浅色，适合纸张</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>像素尺寸</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
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
        <translation>导出地物…</translation>
    </message>
    <message>
        <source>Export features</source>
        <translation>导出地物</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
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
        <translation>GeoPackage，含来源与资料</translation>
    </message>
</context>
<context>
    <name>FeatureTargets</name>
    <message>
        <source>Next feature in view</source>
        <translation>视图中的下一个地物</translation>
    </message>
    <message>
        <source>Previous feature in view</source>
        <translation>视图中的上一个地物</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>What has changed in the data…</source>
        <translation>数据有什么变化…</translation>
    </message>
    <message>
        <source>Previous version of the data</source>
        <translation>数据的上一版本</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>取消打开</translation>
    </message>
    <message>
        <source>Where does this layer lie?…</source>
        <translation>这个图层位于何处？…</translation>
    </message>
    <message>
        <source>Close the layer’s file</source>
        <translation>关闭此图层的文件</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <source>Clear the list of recent files</source>
        <translation>清空最近的文件列表</translation>
    </message>
    <message>
        <source>Close a file</source>
        <translation>关闭文件</translation>
    </message>
    <message>
        <source>No further file is open</source>
        <translation>没有打开其他文件</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>关闭 {name}</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>First steps</source>
        <translation>入门三步</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Click a place on the map to read about it.</source>
        <translation>点击地图上的地点，查看介绍。</translation>
    </message>
    <message>
        <source>Switch layers on and off on the left.</source>
        <translation>在左侧开关图层。</translation>
    </message>
    <message>
        <source>Find a name with Ctrl+F, a command with Ctrl+K.</source>
        <translation>按 Ctrl+F 查地名，按 Ctrl+K 查命令。</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to coordinates</source>
        <translation>前往坐标</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>As written: degrees, or a grid</source>
        <translation>按所写：度，或方格网</translation>
    </message>
    <message>
        <source>GCJ-02, from a web map of the Mainland</source>
        <translation>GCJ-02，来自内地网络地图</translation>
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
        <translation>信息</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>口岸</translation>
    </message>
    <message>
        <source>Door to door</source>
        <translation>门到门</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
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
        <translation>播放历年变化</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>检查数据</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
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
        <translation>故事存为 PDF 小册子…</translation>
    </message>
    <message>
        <source>PDF booklet</source>
        <translation>PDF 小册子</translation>
    </message>
    <message>
        <source>Story as PDF booklet</source>
        <translation>故事存为 PDF 小册子</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <source>No matches in the help.</source>
        <translation>帮助中没有这些文字。</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Found here</source>
        <translation>此处找到的地物</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
</context>
<context>
    <name>InformationPanel</name>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Click a feature on the map, or search for a name.</source>
        <translation>点击地图上的地点，或按名称搜索。</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Fact sheet as PDF</source>
        <translation>导出资料单（PDF）</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Copy card as text</source>
        <translation>将信息卡复制为文本</translation>
    </message>
    <message>
        <source>Fact sheet as PDF…</source>
        <translation>导出资料单（PDF）…</translation>
    </message>
    <message>
        <source>Left and right arrows walk the links, Enter follows one</source>
        <translation>左右方向键逐个选择链接，Enter 键打开</translation>
    </message>
</context>
<context>
    <name>LayerAbout</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>深色外观下</translation>
    </message>
    <message>
        <source>Dimmed</source>
        <translation>调暗</translation>
    </message>
    <message>
        <source>Light and dark swapped</source>
        <translation>明暗反转</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样显示</translation>
    </message>
    <message>
        <source>No, they are as the file says</source>
        <translation>不是，按文件所述</translation>
    </message>
    <message>
        <source>From Amap or Tencent (GCJ-02)</source>
        <translation>来自高德或腾讯地图（GCJ-02）</translation>
    </message>
    <message>
        <source>From Baidu (BD-09)</source>
        <translation>来自百度地图（BD-09）</translation>
    </message>
    <message>
        <source>Coordinates from a web map?</source>
        <translation>坐标来自网络地图？</translation>
    </message>
    <message>
        <source>Not offered for a layer of this size</source>
        <translation>图层过大，不提供此项</translation>
    </message>
</context>
<context>
    <name>LayerCommands</name>
    <message>
        <source>Preset</source>
        <translation>图层方案</translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation>筛选图层</translation>
    </message>
    <message>
        <source>Restore the file’s order and opacity</source>
        <translation>恢复文件的顺序与不透明度</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Zoom to the layer</source>
        <translation>缩放至图层</translation>
    </message>
    <message>
        <source>Zoom to where it shows</source>
        <translation>缩放至可见比例</translation>
    </message>
    <message>
        <source>Show only this layer</source>
        <translation>只显示此图层</translation>
    </message>
    <message>
        <source>Hide the ground that covers it</source>
        <translation>隐藏遮住它的地面</translation>
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
        <translation>移至最上层</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>移至最下层</translation>
    </message>
    <message>
        <source>About the layer…</source>
        <translation>图层信息…</translation>
    </message>
    <message>
        <source>Style notes…</source>
        <translation>样式说明…</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>图层方案</translation>
    </message>
    <message>
        <source>Layers for an audience</source>
        <translation>按用途选择图层</translation>
    </message>
    <message>
        <source>Own selection</source>
        <translation>自选图层</translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation>筛选图层</translation>
    </message>
    <message>
        <source>No layer or legend entry matches.</source>
        <translation>没有这样的图层或图例条目。</translation>
    </message>
    <message>
        <source>Menu of the layer</source>
        <translation>图层菜单</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Style notes</source>
        <translation>样式说明</translation>
    </message>
</context>
<context>
    <name>Living</name>
    <message>
        <source>What has changed…</source>
        <translation>有什么变化…</translation>
    </message>
    <message>
        <source>Show the previous version</source>
        <translation>显示上一版本</translation>
    </message>
    <message>
        <source>Show the new version</source>
        <translation>显示新版本</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>图层(&amp;L)</translation>
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
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Full extent</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>查询地点</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>较小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>较大</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>One size larger</source>
        <translation>放大一级文字</translation>
    </message>
    <message>
        <source>One size smaller</source>
        <translation>缩小一级文字</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>测量面积</translation>
    </message>
    <message>
        <source>Second language on labels</source>
        <translation>标注的第二语言</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Legend on the map</source>
        <translation>地图上的图例</translation>
    </message>
    <message>
        <source>Coordinate grid</source>
        <translation>坐标格网</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Hetao Map</source>
        <translation>河套地图</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Opening the data…</source>
        <translation>正在打开数据…</translation>
    </message>
    <message>
        <source>Fact sheet</source>
        <translation>资料单</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门三步</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>About Hetao Map</source>
        <translation>关于河套地图</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 页面</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Arrow keys pan, plus and minus zoom, 0 shows the whole zone</source>
        <translation>方向键平移，加号和减号缩放，0 显示整个合作区</translation>
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
        <translation>缩小</translation>
    </message>
    <message>
        <source>Full extent</source>
        <translation>全图</translation>
    </message>
</context>
<context>
    <name>MapExport</name>
    <message>
        <source>PDF page</source>
        <translation>PDF 页面</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>Save the map as</source>
        <translation>将地图另存为</translation>
    </message>
</context>
<context>
    <name>MapMenu</name>
    <message>
        <source>Measure from here</source>
        <translation>从这里开始测量</translation>
    </message>
    <message>
        <source>Centre the map here</source>
        <translation>以此处为地图中心</translation>
    </message>
    <message>
        <source>Copy coordinates here</source>
        <translation>复制此处坐标</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
</context>
<context>
    <name>MapToolBar</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>查询地点</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Go to coordinates…</source>
        <translation>前往坐标…</translation>
    </message>
    <message>
        <source>Copy the measurement</source>
        <translation>复制测量结果</translation>
    </message>
    <message>
        <source>Copy the coordinates at the pointer</source>
        <translation>复制指针处的坐标</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>鹰眼图</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>侧边面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
</context>
<context>
    <name>MeasurePanel</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>Undo point</source>
        <translation>撤销上一点</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the figures and all coordinates as text</source>
        <translation>以文本复制数值和所有坐标</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>结束测量</translation>
    </message>
    <message>
        <source>Click on the map, or press Space to set a point at its centre.</source>
        <translation>在地图上单击，或按空格键在地图中心放一点。</translation>
    </message>
    <message>
        <source>The next click begins anew.</source>
        <translation>再次单击将重新开始。</translation>
    </message>
    <message>
        <source>A double click or Enter ends, a click on the first point closes.</source>
        <translation>双击或按 Enter 键结束，单击第一点则闭合。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>and {n} more</source>
        <translation>另有 {n} 条</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
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
        <translation>打开文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Map data</source>
        <translation>地图数据</translation>
    </message>
    <message>
        <source>Where does it lie?…</source>
        <translation>它位于何处？…</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview map</source>
        <translation>鹰眼图</translation>
    </message>
    <message>
        <source>Click, drag or press an arrow key to move the map</source>
        <translation>单击、拖动或按方向键移动地图</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No matching command</source>
        <translation>没有这样的命令</translation>
    </message>
</context>
<context>
    <name>PlaceEdit</name>
    <message>
        <source>{number} of {rows}</source>
        <translation>第 {number} 项，共 {rows} 项</translation>
    </message>
</context>
<context>
    <name>PlacesMenu</name>
    <message>
        <source>Bookmark this view…</source>
        <translation>为此视图添加书签…</translation>
    </message>
    <message>
        <source>Bookmarks…</source>
        <translation>书签…</translation>
    </message>
    <message>
        <source>Pin the centre of the map…</source>
        <translation>在地图中心放图钉…</translation>
    </message>
    <message>
        <source>Pins…</source>
        <translation>图钉…</translation>
    </message>
    <message>
        <source>Bookmark this view</source>
        <translation>为此视图添加书签</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>There are no bookmarks yet. Press Ctrl+D to save the current view.</source>
        <translation>还没有书签。按 Ctrl+D 可保存当前视图。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>图钉</translation>
    </message>
    <message>
        <source>There are no pins yet. Right-click the map to add one.</source>
        <translation>还没有图钉。右击地图即可放置。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Move to the centre</source>
        <translation>移到地图中心</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>图钉</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>New pin</source>
        <translation>新图钉</translation>
    </message>
    <message>
        <source>Rename the bookmark</source>
        <translation>重命名书签</translation>
    </message>
    <message>
        <source>Pin here…</source>
        <translation>在此放图钉…</translation>
    </message>
    <message>
        <source>Edit the note…</source>
        <translation>编辑备注…</translation>
    </message>
    <message>
        <source>Delete the pin</source>
        <translation>删除图钉</translation>
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
        <translation>单击复制</translation>
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
        <translation>取消打开</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ScaleBox</name>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Scale: type or choose another one</source>
        <translation>比例尺：可输入或选择</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Search names, facts or coordinates</source>
        <translation>搜索名称、数据或坐标</translation>
    </message>
    <message>
        <source>Earlier searches</source>
        <translation>以前的搜索</translation>
    </message>
    <message>
        <source>{number} of {rows}</source>
        <translation>第 {number} 项，共 {rows} 项</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制网址</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
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
        <translation>PDF 小册子…</translation>
    </message>
    <message>
        <source>Each story goes across the map step by step. Press Enter to begin, then use the arrow keys.</source>
        <translation>每个故事都在地图上一步步展开：按 Enter 开始，用方向键前进。</translation>
    </message>
    <message>
        <source>There are no stories in this file.</source>
        <translation>此文件没有故事。</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>Day that the map shows</source>
        <translation>地图显示的日期</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all that is known, whatever its date</source>
        <translation>显示所有已知内容，不论日期</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>上一件大事</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
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
        <translation>时间</translation>
    </message>
    <message>
        <source>Choose a day from 1995 to 2035 on the bar below the map. Undated features are always shown.</source>
        <translation>用地图下方的时间条可选1995年至2035年的任何一天；没有注明日期的内容一直显示。</translation>
    </message>
    <message>
        <source>By then</source>
        <translation>截至当日</translation>
    </message>
    <message>
        <source>Figures then</source>
        <translation>当时的数据</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>大事</translation>
    </message>
    <message>
        <source>No event is known by then.</source>
        <translation>截至当日没有已知的大事。</translation>
    </message>
    <message>
        <source>No figure is known by then.</source>
        <translation>截至当日没有已知的数据。</translation>
    </message>
</context>
<context>
    <name>TripForm</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>A name, or coordinates</source>
        <translation>名称或坐标</translation>
    </message>
    <message>
        <source>Swap start and destination</source>
        <translation>对调起点和终点</translation>
    </message>
    <message>
        <source>Moment, Hong Kong time</source>
        <translation>时刻（香港时间）</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>Which route</source>
        <translation>怎么走</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>现在出发</translation>
    </message>
    <message>
        <source>Leave at</source>
        <translation>出发时间</translation>
    </message>
    <message>
        <source>Arrive by</source>
        <translation>到达时限</translation>
    </message>
    <message>
        <source>Earliest arrival</source>
        <translation>最早到达</translation>
    </message>
    <message>
        <source>Fewest changes</source>
        <translation>换乘最少</translation>
    </message>
</context>
<context>
    <name>UndoMenu</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {change}</source>
        <translation>撤销：{change}</translation>
    </message>
    <message>
        <source>last point</source>
        <translation>最后一点</translation>
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
        <translation>文件的数据</translation>
    </message>
    <message>
        <source>view of the map</source>
        <translation>地图视图</translation>
    </message>
    <message>
        <source>layers shown</source>
        <translation>图层显示</translation>
    </message>
    <message>
        <source>order of layers</source>
        <translation>图层顺序</translation>
    </message>
    <message>
        <source>opacity of a layer</source>
        <translation>图层不透明度</translation>
    </message>
    <message>
        <source>position of a layer</source>
        <translation>图层位置</translation>
    </message>
    <message>
        <source>look of a base map</source>
        <translation>底图外观</translation>
    </message>
    <message>
        <source>bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>the route asked for</source>
        <translation>查询的路线</translation>
    </message>
    <message>
        <source>pins</source>
        <translation>图钉</translation>
    </message>
</context>
<context>
    <name>WayButton</name>
    <message>
        <source>Door to door</source>
        <translation>门到门</translation>
    </message>
    <message>
        <source>Route from here</source>
        <translation>从这里出发</translation>
    </message>
    <message>
        <source>Route to here</source>
        <translation>到这里去</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Route from here</source>
        <translation>从这里出发</translation>
    </message>
    <message>
        <source>Route to here</source>
        <translation>到这里去</translation>
    </message>
    <message>
        <source>Swap start and destination</source>
        <translation>对调起点和终点</translation>
    </message>
    <message>
        <source>Copy the route as text</source>
        <translation>复制路线文本</translation>
    </message>
    <message>
        <source>Route as PDF…</source>
        <translation>路线存为 PDF…</translation>
    </message>
    <message>
        <source>The route has been copied.</source>
        <translation>路线已复制。</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF 页面</translation>
    </message>
    <message>
        <source>Route as PDF</source>
        <translation>路线存为 PDF</translation>
    </message>
</context>
<context>
    <name>WaysPanel</name>
    <message>
        <source>Door to door</source>
        <translation>门到门</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路线</translation>
    </message>
    <message>
        <source>Show the whole route</source>
        <translation>显示整条路线</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Route as PDF</source>
        <translation>路线存为 PDF</translation>
    </message>
    <message>
        <source>Looking for a route…</source>
        <translation>正在查找路线…</translation>
    </message>
    <message>
        <source>Enter a start and a destination, or right-click a place on the map.</source>
        <translation>请填写起点和终点，也可在地图上右击一个地点来选择。</translation>
    </message>
</context>
</TS>
