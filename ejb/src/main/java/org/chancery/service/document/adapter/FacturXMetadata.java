package org.chancery.service.document.adapter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the PDF says of itself in XMP: that it is PDF/A-3, conformance U (all text can be read out), and that it carries a
 * Factur-X invoice, whose vocabulary PDF/A wants explained within the file.
 */
record FacturXMetadata(String title, String author, Instant issued, boolean invoiceInside) {

    /** The name that Factur-X prescribes. */
    static final String FILE_NAME = "factur-x.xml";

    private static final String PACKET =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                  <pdfaid:part>3</pdfaid:part>
                  <pdfaid:conformance>U</pdfaid:conformance>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <dc:format>application/pdf</dc:format>
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
                  <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                  <pdf:Producer>Chancery</pdf:Producer>
                </rdf:Description>
                <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                  <xmp:CreatorTool>Chancery</xmp:CreatorTool>
                  <xmp:CreateDate>{issued}</xmp:CreateDate>
                  <xmp:ModifyDate>{issued}</xmp:ModifyDate>
                </rdf:Description>
            {invoice}  </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;

    private static final String INVOICE =
            """
                <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
                  <fx:DocumentType>INVOICE</fx:DocumentType>
                  <fx:DocumentFileName>{file}</fx:DocumentFileName>
                  <fx:Version>1.0</fx:Version>
                  <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
                </rdf:Description>
                <rdf:Description rdf:about=""
                    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
                    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
                    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                  <pdfaExtension:schemas>
                    <rdf:Bag>
                      <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>fx</pdfaSchema:prefix>
                        <pdfaSchema:property>
                          <rdf:Seq>
            {properties}              </rdf:Seq>
                        </pdfaSchema:property>
                      </rdf:li>
                    </rdf:Bag>
                  </pdfaExtension:schemas>
                </rdf:Description>
            """;

    private static final String PROPERTY =
            """
                            <rdf:li rdf:parseType="Resource">
                              <pdfaProperty:name>{name}</pdfaProperty:name>
                              <pdfaProperty:valueType>Text</pdfaProperty:valueType>
                              <pdfaProperty:category>external</pdfaProperty:category>
                              <pdfaProperty:description>{meaning}</pdfaProperty:description>
                            </rdf:li>
            """;

    byte[] packet() {
        String invoice = INVOICE.replace(
                        "{properties}",
                        property("DocumentFileName", "The name of the embedded XML document")
                                + property("DocumentType", "The type of the hybrid document in capital letters")
                                + property("Version", "The actual version of the standard applying to the embedded XML")
                                + property("ConformanceLevel", "The conformance level of the embedded XML document"))
                .replace("{file}", FILE_NAME);
        return PACKET.replace("{invoice}", invoiceInside ? invoice : "")
                .replace("{issued}", issued.toString())
                .replace("{author}", escaped(author))
                .replace("{title}", escaped(title))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String property(String name, String meaning) {
        return PROPERTY.replace("{name}", name).replace("{meaning}", meaning);
    }

    // A brace too, so that nothing that people typed is taken for a place to fill.
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("{", "&#123;");
    }
}
