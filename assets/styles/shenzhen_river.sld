<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>shenzhen_river</se:Name>
    <UserStyle>
      <se:Name>shenzhen_river</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>course</se:Name>
          <se:Description><se:Title>Shenzhen River<Localized lang="zh-Hans">深圳河</Localized><Localized lang="zh-Hant">深圳河</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>course</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#AECBDA</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#8FB4C7</se:SvgParameter><se:SvgParameter name="stroke-width">0.6</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>former_course</se:Name>
          <se:Description><se:Title>Old course of the river<Localized lang="zh-Hans">旧河道</Localized><Localized lang="zh-Hant">舊河道</Localized></se:Title></se:Description>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>former_course</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#BDD3DE</se:SvgParameter></se:Fill><se:Stroke><se:SvgParameter name="stroke">#8FB4C7</se:SvgParameter><se:SvgParameter name="stroke-width">0.8</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-dasharray">3 3</se:SvgParameter></se:Stroke></se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>river_name</se:Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>id</ogc:PropertyName><ogc:Literal>present_centre_line</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">13</se:SvgParameter><se:SvgParameter name="font-style">italic</se:SvgParameter></se:Font><se:LabelPlacement><se:LinePlacement></se:LinePlacement></se:LabelPlacement><se:Halo><se:Radius>3</se:Radius><se:Fill><se:SvgParameter name="fill">#AECBDA</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#2E6482</se:SvgParameter></se:Fill><se:Priority>92</se:Priority></se:TextSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>old_river_name</se:Name>
          <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>id</ogc:PropertyName><ogc:Literal>old_centre_line</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
          <se:MaxScaleDenominator>26000</se:MaxScaleDenominator>
          <se:TextSymbolizer><se:Label><ogc:PropertyName>name_en</ogc:PropertyName></se:Label><se:Font><se:SvgParameter name="font-family">Noto Sans</se:SvgParameter><se:SvgParameter name="font-size">10</se:SvgParameter><se:SvgParameter name="font-style">italic</se:SvgParameter></se:Font><se:LabelPlacement><se:LinePlacement></se:LinePlacement></se:LabelPlacement><se:Halo><se:Radius>1.5</se:Radius><se:Fill><se:SvgParameter name="fill">#F4F3EE</se:SvgParameter><se:SvgParameter name="fill-opacity">0.92</se:SvgParameter></se:Fill></se:Halo><se:Fill><se:SvgParameter name="fill">#2E6482</se:SvgParameter></se:Fill><se:Priority>30</se:Priority></se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
