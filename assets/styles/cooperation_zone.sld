<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>cooperation_zone</se:Name>
    <UserStyle>
      <se:Name>cooperation_zone</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>zone</se:Name>
          <se:Description><se:Title>Co-operation zone, outline<Localized lang="zh-Hans">合作区轮廓</Localized><Localized lang="zh-Hant">合作區輪廓</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>zone</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Stroke><se:SvgParameter name="stroke">#D55E00</se:SvgParameter><se:SvgParameter name="stroke-opacity">0.22</se:SvgParameter><se:SvgParameter name="stroke-width">7</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>schematic_part</se:Name>
          <se:Description><se:Title>Shenzhen Park (limits schematic)<Localized lang="zh-Hans">深圳园区（界线示意）</Localized><Localized lang="zh-Hant">深圳園區（界綫示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>park_part</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#D55E00</se:SvgParameter><se:SvgParameter name="fill-opacity">0.14</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#D55E00</se:SvgParameter><se:SvgParameter name="stroke-width">2</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">9 4</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>park_outline</se:Name>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>park</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>150</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo></ogc:And></ogc:Filter>
          <se:PolygonSymbolizer><se:Stroke><se:SvgParameter name="stroke">#D55E00</se:SvgParameter><se:SvgParameter name="stroke-opacity">0.6</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>surveyed_park</se:Name>
          <se:Description><se:Title>Hong Kong Park<Localized lang="zh-Hans">香港园区</Localized><Localized lang="zh-Hant">香港園區</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>park</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>150</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#D55E00</se:SvgParameter><se:SvgParameter name="fill-opacity">0.26</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#D55E00</se:SvgParameter><se:SvgParameter name="stroke-width">2</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>zone_label</se:Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>zone</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MinScaleDenominator>90000</se:MinScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">14</se:SvgParameter><se:SvgParameter name="font-weight">bold</se:SvgParameter></se:Font><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#F5F4EF</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#9A3F00</se:SvgParameter></se:Fill><se:Priority><ogc:PropertyName>importance</ogc:PropertyName></se:Priority><se:VendorOption name="autoWrap">320</se:VendorOption></se:TextSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>park_label</se:Name>
          <ogc:Filter><ogc:Or><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>park_part</ogc:Literal></ogc:PropertyIsEqualTo><ogc:And><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>park</ogc:Literal></ogc:PropertyIsEqualTo><ogc:PropertyIsLessThan><ogc:PropertyName>accuracy_m</ogc:PropertyName><ogc:Literal>150</ogc:Literal></ogc:PropertyIsLessThan></ogc:And></ogc:Or></ogc:Filter>
          <se:MaxScaleDenominator>90000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">13</se:SvgParameter><se:SvgParameter name="font-weight">bold</se:SvgParameter></se:Font><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#F5F4EF</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#9A3F00</se:SvgParameter></se:Fill><se:Priority><ogc:PropertyName>importance</ogc:PropertyName></se:Priority></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
