<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.1.0" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <se:Name>roads</se:Name>
    <UserStyle>
      <se:Name>roads</se:Name>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>road_far</se:Name>
          <se:Description><se:Title>Main roads in Hong Kong<Localized lang="zh-Hans">香港主要道路</Localized><Localized lang="zh-Hant">香港主要道路</Localized></se:Title></se:Description>
          <se:MinScaleDenominator>45000</se:MinScaleDenominator>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#FFFFFE</se:SvgParameter><se:SvgParameter name="stroke-width">2.0</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#C9C5BC</se:SvgParameter><se:SvgParameter name="stroke-width">0.6</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>road_near</se:Name>
          <se:MaxScaleDenominator>45000</se:MaxScaleDenominator>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#C4BFB4</se:SvgParameter><se:SvgParameter name="stroke-width">4.2</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
          <se:LineSymbolizer><se:Stroke><se:SvgParameter name="stroke">#FFFFFE</se:SvgParameter><se:SvgParameter name="stroke-width">2.8</se:SvgParameter><se:SvgParameter name="stroke-linejoin">round</se:SvgParameter><se:SvgParameter name="stroke-linecap">round</se:SvgParameter></se:Stroke></se:LineSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
