package org.chancery.service.document.adapter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.TransformerFactoryImpl;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the publishers of the standards say of an XML: the schema of Factur-X, its rules for the profile EN 16931, and the
 * rules of CEN for EN 16931 in CII.
 */
final class OfficialRules {

    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
    private static final TransformerFactory SAXON = new TransformerFactoryImpl();
    private static final String FOLDER = "/xslt/ZF_250/";
    private static final Schema SCHEMA = schema("/schema/ZF_250/EN16931/FACTUR-X_EN16931.xsd");
    private static final List<Templates> RULES = List.of(
            rules(FOLDER + "FACTUR-X_EN16931.xslt"),
            rules("/external/schematron/1.3.16/cii/EN16931-CII-validation.xslt"));

    private OfficialRules() {}

    /** Every broken rule, warnings too; empty for a faultless XML. */
    static List<String> brokenBy(byte[] xml) {
        List<String> faults = new ArrayList<>();
        try {
            SCHEMA.newValidator().validate(source(xml));
        } catch (SAXException e) {
            faults.add("schema: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        RULES.forEach(rules -> faults.addAll(failedAsserts(rules, xml)));
        return faults;
    }

    private static List<String> failedAsserts(Templates rules, byte[] xml) {
        try {
            DOMResult report = new DOMResult();
            Transformer transformer = rules.newTransformer();
            transformer.setURIResolver( // relative to an address within a jar, which Java can't resolve
                    (list, base) -> new StreamSource(resource(FOLDER + list).toExternalForm()));
            transformer.transform(source(xml), report);
            Document document = (Document) report.getNode();
            if (document.getElementsByTagNameNS(SVRL, "fired-rule").getLength() == 0) {
                throw new IllegalStateException("No rule looked at anything");
            }
            NodeList failed = document.getElementsByTagNameNS(SVRL, "failed-assert");
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < failed.getLength(); i++) {
                Element fault = (Element) failed.item(i);
                faults.add(fault.getAttribute("id") + " "
                        + fault.getTextContent().strip().replaceAll("\\s+", " ") + " at "
                        + fault.getAttribute("location"));
            }
            return faults;
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Source source(byte[] xml) {
        return new StreamSource(new ByteArrayInputStream(xml));
    }

    private static Templates rules(String name) {
        try {
            return SAXON.newTemplates(new StreamSource(resource(name).toExternalForm()));
        } catch (TransformerException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Schema schema(String name) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(resource(name));
        } catch (SAXException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(OfficialRules.class.getResource(name), name);
    }
}
