<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>water</se:Name>
    <UserStyle>
      <se:Name>water</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>sea</se:Name>
          <se:Description><se:Title>Bay<Localized lang="zh-Hans">海湾</Localized><Localized lang="zh-Hant">海灣</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>sea</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#C5D8E1</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>pond</se:Name>
          <se:Description><se:Title>Ponds and gei wai<Localized lang="zh-Hans">鱼塘与基围</Localized><Localized lang="zh-Hant">魚塘及基圍</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>pond</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#D2E0E7</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#B7CCD6</se:SvgParameter><se:SvgParameter name="stroke-width">0.5</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>sea_label</se:Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>sea</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">16</se:SvgParameter><se:SvgParameter name="font-style">italic</se:SvgParameter></se:Font><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#C5D8E1</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#2E6482</se:SvgParameter></se:Fill><se:Priority>45</se:Priority></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
