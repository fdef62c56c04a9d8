<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>crossing_channels</se:Name>
    <UserStyle>
      <se:Name>crossing_channels</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>bridge</se:Name>
          <se:Description><se:Title>Port bridges<Localized lang="zh-Hans">口岸桥梁</Localized><Localized lang="zh-Hant">口岸橋樑</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>footbridge</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>road_bridge</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>150</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#FFFFFF</se:SvgParameter><se:SvgParameter name="stroke-width">6.5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#9B3B70</se:SvgParameter><se:SvgParameter name="stroke-width">3.5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>schematic_bridge</se:Name>
          <se:Description><se:Title>Port bridges (schematic)<Localized lang="zh-Hans">口岸桥梁（示意）</Localized><Localized lang="zh-Hant">口岸橋樑（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>footbridge</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>road_bridge</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>150</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#FFFFFF</se:SvgParameter><se:SvgParameter name="stroke-width">6.5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#9B3B70</se:SvgParameter><se:SvgParameter name="stroke-width">3.5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">6 3</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>tunnel</se:Name>
          <se:Description><se:Title>High-speed rail tunnel under the river<Localized lang="zh-Hans">穿越深圳河的高铁隧道</Localized><Localized lang="zh-Hant">穿越深圳河的高鐵隧道</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>rail_tunnel</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#FFFFFF</se:SvgParameter><se:SvgParameter name="stroke-opacity">0.8</se:SvgParameter><se:SvgParameter name="stroke-width">5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#9B3B70</se:SvgParameter><se:SvgParameter name="stroke-width">3</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">3 3</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>channel_far</se:Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>cargo_channel</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MinScaleDenominator>60000</se:MinScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>diamond</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill></se:Mark><se:Size>12</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>diamond</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#9B3B70</se:SvgParameter><se:SvgParameter name="stroke-width">1.6</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:Mark><se:Size>9</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>channel</se:Name>
          <se:Description><se:Title>Bonded Zone channel (schematic)<Localized lang="zh-Hans">保税区通道（示意）</Localized><Localized lang="zh-Hant">保稅區通道（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>cargo_channel</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>60000</se:MaxScaleDenominator>
          <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>diamond</se:WellKnownName><se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter><se:SvgParameter name="fill-opacity">0.9</se:SvgParameter></se:Fill></se:Mark><se:Size>24</se:Size></se:Graphic></se:PointSymbolizer>
          <se:PointSymbolizer><se:Graphic><se:ExternalGraphic><se:OnlineResource xlink:type="simple" xlink:href="symbols/channel.svg?fill=%23FFFFFF&amp;outline=%239B3B70"/><se:Format>image/svg+xml</se:Format></se:ExternalGraphic><se:Size>21</se:Size></se:Graphic></se:PointSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>channel_label</se:Name>
          <se:MaxScaleDenominator>60000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">11</se:SvgParameter><se:SvgParameter name="font-weight">bold</se:SvgParameter></se:Font><se:LabelPlacement><se:PointPlacement><se:AnchorPoint><se:AnchorPointX>0</se:AnchorPointX><se:AnchorPointY>0.5</se:AnchorPointY></se:AnchorPoint><se:Displacement><se:DisplacementX>15</se:DisplacementX><se:DisplacementY>0</se:DisplacementY></se:Displacement></se:PointPlacement></se:LabelPlacement><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#F5F4EF</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#6E2850</se:SvgParameter></se:Fill><se:Priority><ogc:Add><ogc:PropertyName>importance</ogc:PropertyName><ogc:Literal>-5</ogc:Literal></ogc:Add></se:Priority><se:VendorOption name="maxDisplacement">90</se:VendorOption></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
