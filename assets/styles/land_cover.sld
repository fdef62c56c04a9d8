<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>land_cover</se:Name>
    <UserStyle>
      <se:Name>land_cover</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>wood</se:Name>
          <se:Description><se:Title>Mangrove and woodland<Localized lang="zh-Hans">红树林与林地</Localized><Localized lang="zh-Hant">紅樹林及林地</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>wood</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#D5E0CB</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>veg</se:Name>
          <se:Description><se:Title>Grass, shrub and marsh<Localized lang="zh-Hans">草地与湿地植被</Localized><Localized lang="zh-Hant">草地及濕地植被</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>veg</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#E4EADB</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>barren</se:Name>
          <se:Description><se:Title>Mudflat and bare ground<Localized lang="zh-Hans">滩涂与裸地</Localized><Localized lang="zh-Hant">泥灘及裸地</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>barren</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#E9E2D3</se:SvgParameter></se:Fill></se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
