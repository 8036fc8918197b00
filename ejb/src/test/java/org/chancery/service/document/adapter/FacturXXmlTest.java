package org.chancery.service.document.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.document.DocumentFixture.BERLIN;
import static org.chancery.service.document.DocumentFixture.BOSTON;
import static org.chancery.service.document.DocumentFixture.ISSUED;
import static org.chancery.service.document.DocumentFixture.MADRID;
import static org.chancery.service.document.DocumentFixture.NINETEEN;
import static org.chancery.service.document.DocumentFixture.creditNote;
import static org.chancery.service.document.DocumentFixture.invoice;
import static org.chancery.service.document.DocumentFixture.plain;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.chancery.service.document.DocumentFixture;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocument.Buyer;
import org.chancery.service.document.InvoiceDocument.Seller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class FacturXXmlTest {

    private static final BigDecimal SEVEN = new BigDecimal("7");
    private static final BigDecimal ODD = new BigDecimal("8.875");
    private static final Seller UNREGISTERED =
            new Seller("Garage Labs", "1 Side Street", "US", null, null, null, "hello@garage.example", null);

    static Stream<Arguments> documents() {
        return Stream.of(
                named("a plain invoice", plain().order("PO 4711")),
                named("a plain invoice in German", plain().in(Locale.GERMANY)),
                named("several rates", plain().line("add_on", "Handbook", 3, 4500, 0, false, SEVEN, null)),
                named("a rate of three decimals", invoice().line("plan", "Odd", 1, 999, 0, false, ODD, null)),
                named("reverse charge", invoice().to(MADRID).untaxed("Enterprise", 149900, "reverse-charge")),
                named("export", invoice().to(BOSTON).currency("USD").untaxed("Perpetual", 499000, "export")),
                named("a reason that nobody worded", invoice().untaxed("Training", 50000, "education")),
                named("a mix of tax and none", plain().untaxed("Old line", 1000, null)),
                named(
                        "a seller without any tax number",
                        invoice().from(UNREGISTERED).untaxed("Maker", 1000, null)),
                named("quantities", invoice().line("add_on", "Users", 12, 6000, 0, false, NINETEEN, null)),
                named(
                        "a discount over two rates",
                        invoice()
                                .line("plan", "Business", 1, 49900, 9980, false, NINETEEN, null)
                                .line("add_on", "Handbook", 1, 1500, 300, false, SEVEN, null)),
                named(
                        "a proration that credits and charges",
                        invoice()
                                .line("plan", "Startup, unused", 1, -12450, 0, true, NINETEEN, null)
                                .line("plan", "Business, rest", 1, 24950, 0, true, NINETEEN, null)
                                .line("add_on", "Users, unused", 3, -1001, 0, true, NINETEEN, null)),
                named("a credit note", creditNote().line("plan", "Unused", 1, -12450, 0, true, NINETEEN, null)),
                named(
                        "a credit note with a discounted charge",
                        creditNote()
                                .line("plan", "Business, unused", 1, -24950, 0, true, NINETEEN, null)
                                .line("plan", "Startup, rest", 1, 12450, 1245, true, NINETEEN, null)),
                named(
                        "a credit note of reverse charge",
                        creditNote().to(MADRID).untaxed("Unused", -12450, "reverse-charge")),
                named("credit applied", plain().credit(10000)),
                named("credit that covers all", plain().credit(29631)),
                named("a paid invoice", plain().charged().paid(29631, ISSUED)),
                named("a charged invoice", plain().charged().dueOn(ISSUED)),
                named("a total of zero", invoice().plan("Free", 0).dueOn(null)),
                named(
                        "a discount of everything",
                        invoice().line("plan", "Startup", 1, 24900, 24900, false, NINETEEN, null)),
                named("yen", invoice().currency("JPY").plan("Startup", 30000)),
                named(
                        "texts that break out",
                        invoice()
                                .to(new Buyer(
                                        "</ram:Name>&amp;<x> \"'", "]]>\n<!-- \u0000\u0007\uFFFE", "DE", null, "a@b"))
                                .line(
                                        "plan",
                                        "\uD800 emoji \uD83D\uDE00 \u202E ]]>",
                                        1,
                                        100,
                                        0,
                                        false,
                                        NINETEEN,
                                        null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void the_official_rules_find_no_fault(String name, InvoiceDocument document) {
        assertThat(OfficialRules.brokenBy(FacturXXml.of(document))).isEmpty();
    }

    @Test
    void the_official_rules_do_find_faults() {
        String sound = new String(FacturXXml.of(plain().build()), StandardCharsets.UTF_8);
        String wrongSum = sound.replace("<ram:GrandTotalAmount>296.31", "<ram:GrandTotalAmount>296.32");
        assertThat(wrongSum).isNotEqualTo(sound);
        assertThat(OfficialRules.brokenBy(wrongSum.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(fault -> assertThat(fault).contains("BR-CO-15"));
    }

    @Test
    void the_sums_are_those_of_the_document_even_where_tax_is_not_base_times_rate() throws Exception {
        InvoiceDocument exact = plain().build();
        InvoiceDocument capped = new InvoiceDocument(
                exact.heading(),
                exact.conventions(),
                exact.seller(),
                exact.buyer(),
                exact.lines(),
                java.util.List.of(new InvoiceDocument.Tax(NINETEEN, null, 24900, 4730)), // a unit less than computed
                new InvoiceDocument.Totals(24900, 0, 4730, 29630, 0, 0, 29630),
                exact.settlement());
        Document xml = parsed(capped);
        assertThat(at(xml, "//*[local-name()='ApplicableTradeTax']/*[local-name()='CalculatedAmount']"))
                .isEqualTo("47.30");
        assertThat(at(xml, "//*[local-name()='TaxTotalAmount']")).isEqualTo("47.30");
        assertThat(at(xml, "//*[local-name()='DuePayableAmount']")).isEqualTo("296.30");
        assertThat(OfficialRules.brokenBy(FacturXXml.of(capped))).isEmpty();
    }

    @Test
    void a_credit_note_is_of_its_own_type_positive_and_names_what_it_corrects() throws Exception {
        Document xml = parsed(creditNote()
                .line("plan", "Business, unused", 1, -24950, 0, true, NINETEEN, null)
                .line("plan", "Startup, rest", 1, 12450, 0, true, NINETEEN, null)
                .build());
        assertThat(at(xml, "//*[local-name()='ExchangedDocument']/*[local-name()='TypeCode']"))
                .isEqualTo("381");
        assertThat(at(xml, "//*[local-name()='GrandTotalAmount']")).isEqualTo("148.75");
        assertThat(at(xml, "//*[local-name()='DuePayableAmount']")).isEqualTo("0.00");
        assertThat(at(xml, "(//*[local-name()='LineTotalAmount'])[2]")).isEqualTo("-124.50");
        assertThat(at(xml, "//*[local-name()='InvoiceReferencedDocument']/*[local-name()='IssuerAssignedID']"))
                .isEqualTo("INV-2026-0042");
        assertThat(at(xml, "//*[local-name()='InvoiceReferencedDocument']/*[local-name()='FormattedIssueDateTime']"))
                .isEqualTo("20261105");
    }

    @Test
    void town_and_postcode_are_told_apart() throws Exception {
        Document xml = parsed(plain().to(BERLIN).build());
        String address = "//*[local-name()='BuyerTradeParty']/*[local-name()='PostalTradeAddress']/";
        assertThat(at(xml, address + "*[local-name()='PostcodeCode']")).isEqualTo("10115");
        assertThat(at(xml, address + "*[local-name()='LineOne']")).isEqualTo("Lindenallee 3");
        assertThat(at(xml, address + "*[local-name()='CityName']")).isEqualTo("Berlin");
    }

    @Test
    void hostile_texts_stay_texts() throws Exception {
        String name = "</ram:Name><ram:Name>&amp; {title}";
        Document xml = parsed(
                plain().to(new Buyer(name, "", "DE", null, "a@b.example")).build());
        assertThat(at(xml, "//*[local-name()='BuyerTradeParty']/*[local-name()='Name']"))
                .isEqualTo(name);
    }

    @Test
    void a_currency_of_three_decimals_is_refused() {
        InvoiceDocument dinars = plain().currency("KWD").build();
        assertThatThrownBy(() -> FacturXXml.of(dinars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_document_gives_the_same_xml() {
        assertThat(FacturXXml.of(plain().build())).isEqualTo(FacturXXml.of(plain().build()));
    }

    private static Arguments named(String name, DocumentFixture fixture) {
        return Arguments.of(name, fixture.build());
    }

    private static Document parsed(InvoiceDocument document) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(FacturXXml.of(document)));
    }

    private static String at(Document xml, String path) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate(path, xml).strip();
    }
}
