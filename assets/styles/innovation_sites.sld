<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>innovation_sites</se:Name>
    <UserStyle>
      <se:Name>innovation_sites</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>site_far</se:Name>
          <se:MinScaleDenominator>60000</se:MinScaleDenominator>
          <se:MaxScaleDenominator>90000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#1F2933</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#FFFFFF</se:SvgParameter><se:SvgParameter name="stroke-width">1</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>4</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>site_middle</se:Name>
          <se:Description><se:Title>Innovation sites<Localized lang="zh-Hans">科创载体</Localized><Localized lang="zh-Hant">創科設施</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:Filter>
          <se:MinScaleDenominator>32000</se:MinScaleDenominator>
          <se:MaxScaleDenominator>60000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#1F2933</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#FFFFFF</se:SvgParameter><se:SvgParameter name="stroke-width">1.2</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>6</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>site_middle_schematic</se:Name>
          <se:Description><se:Title>Innovation sites (schematic)<Localized lang="zh-Hans">科创载体（示意）</Localized><Localized lang="zh-Hant">創科設施（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:Filter>
          <se:MinScaleDenominator>32000</se:MinScaleDenominator>
          <se:MaxScaleDenominator>60000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>8.4</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#1F2933</se:SvgParameter><se:SvgParameter name="stroke-width">1.3</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>5.6</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>building</se:Name>
          <se:Description><se:Title>Research building<Localized lang="zh-Hans">科创楼宇</Localized><Localized lang="zh-Hant">創科樓宇</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>building</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/building.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>building_schematic</se:Name>
          <se:Description><se:Title>Research building (schematic)<Localized lang="zh-Hans">科创楼宇（示意）</Localized><Localized lang="zh-Hant">創科樓宇（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>building</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/building.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>campus</se:Name>
          <se:Description><se:Title>Research campus<Localized lang="zh-Hans">科创园区</Localized><Localized lang="zh-Hant">創科園區</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>campus</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/campus.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>campus_schematic</se:Name>
          <se:Description><se:Title>Research campus (schematic)<Localized lang="zh-Hans">科创园区（示意）</Localized><Localized lang="zh-Hant">創科園區（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>campus</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/campus.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>institution</se:Name>
          <se:Description><se:Title>Institution<Localized lang="zh-Hans">科研与专业机构</Localized><Localized lang="zh-Hant">科研及專業機構</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>institution</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/institution.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>institution_schematic</se:Name>
          <se:Description><se:Title>Institution (schematic)<Localized lang="zh-Hans">科研与专业机构（示意）</Localized><Localized lang="zh-Hant">科研及專業機構（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>institution</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/institution.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>company</se:Name>
          <se:Description><se:Title>Company<Localized lang="zh-Hans">企业</Localized><Localized lang="zh-Hant">企業</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>company</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/company.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>company_schematic</se:Name>
          <se:Description><se:Title>Company (schematic)<Localized lang="zh-Hans">企业（示意）</Localized><Localized lang="zh-Hant">企業（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>company</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/company.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>service</se:Name>
          <se:Description><se:Title>Service<Localized lang="zh-Hans">服务机构</Localized><Localized lang="zh-Hant">服務機構</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>service</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/service.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>service_schematic</se:Name>
          <se:Description><se:Title>Service (schematic)<Localized lang="zh-Hans">服务机构（示意）</Localized><Localized lang="zh-Hant">服務機構（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>service</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/service.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>housing</se:Name>
          <se:Description><se:Title>Talent housing<Localized lang="zh-Hans">人才住房</Localized><Localized lang="zh-Hant">人才住房</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>housing</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/housing.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>housing_schematic</se:Name>
          <se:Description><se:Title>Talent housing (schematic)<Localized lang="zh-Hans">人才住房（示意）</Localized><Localized lang="zh-Hant">人才住房（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>housing</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/housing.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>incubator</se:Name>
          <se:Description><se:Title>Start-up space<Localized lang="zh-Hans">青年创业空间</Localized><Localized lang="zh-Hant">青年創業空間</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>incubator</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/incubator.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>incubator_schematic</se:Name>
          <se:Description><se:Title>Start-up space (schematic)<Localized lang="zh-Hans">青年创业空间（示意）</Localized><Localized lang="zh-Hant">青年創業空間（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>incubator</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/incubator.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>plaza</se:Name>
          <se:Description><se:Title>Technology plaza<Localized lang="zh-Hans">科技广场</Localized><Localized lang="zh-Hant">科技廣場</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>plaza</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/plaza.svg?fill=%231F2933&amp;outline=%23FFFFFF"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>18</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>plaza_schematic</se:Name>
          <se:Description><se:Title>Technology plaza (schematic)<Localized lang="zh-Hans">科技广场（示意）</Localized><Localized lang="zh-Hant">科技廣場（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>plaza</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>500</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>20</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/plaza.svg?fill=%23FFFFFF&amp;outline=%231F2933"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>17</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>site_label</se:Name>
          <se:MaxScaleDenominator>32000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0</se:AnchorPointX><se:AnchorPointY>0.5</se:AnchorPointY></se:AnchorPoint><se:Displacement><se:DisplacementX>14</se:DisplacementX><se:DisplacementY>0</se:DisplacementY></se:Displacement></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#F5F4EF</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#1F2933</se:SvgParameter></se:Fill><se:Priority><ogc:PropertyName>importance</ogc:PropertyName></se:Priority><se:VendorOption name="maxDisplacement">220</se:VendorOption></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
