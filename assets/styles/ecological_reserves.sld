<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>ecological_reserves</se:Name>
    <UserStyle>
      <se:Name>ecological_reserves</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>ramsar</se:Name>
          <se:Description><se:Title>Ramsar Site (schematic)<Localized lang="zh-Hans">国际重要湿地（示意）</Localized><Localized lang="zh-Hant">拉姆薩爾濕地（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>ramsar</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#009E73</se:SvgParameter><se:SvgParameter name="fill-opacity">0.08</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#009E73</se:SvgParameter><se:SvgParameter name="stroke-width">1.5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">2 4</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>reserve</se:Name>
          <se:Description><se:Title>Nature reserve (schematic)<Localized lang="zh-Hans">自然保护区（示意）</Localized><Localized lang="zh-Hant">自然保護區（示意）</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>reserve</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#009E73</se:SvgParameter><se:SvgParameter name="fill-opacity">0.2</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#009E73</se:SvgParameter><se:SvgParameter name="stroke-width">1.8</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">8 4</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>reserve_label</se:Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>reserve</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>160000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">13</se:SvgParameter><se:SvgParameter name="font-weight">bold</se:SvgParameter></se:Font><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#F5F4EF</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#00634A</se:SvgParameter></se:Fill><se:Priority><ogc:PropertyName>importance</ogc:PropertyName></se:Priority></se:TextSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>ramsar_label</se:Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>ramsar</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>80000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">11</se:SvgParameter></se:Font><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#F5F4EF</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#00634A</se:SvgParameter></se:Fill><se:Priority><ogc:PropertyName>importance</ogc:PropertyName></se:Priority></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
