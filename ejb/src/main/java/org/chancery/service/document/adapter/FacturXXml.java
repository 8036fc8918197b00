package org.chancery.service.document.adapter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocument.Line;
import org.chancery.service.document.InvoiceDocument.Period;
import org.chancery.service.document.InvoiceDocument.Reference;
import org.chancery.service.document.InvoiceDocument.Tax;
import org.chancery.service.document.domain.InvoiceWording;
import org.chancery.service.document.domain.MoneyText;
import org.chancery.service.document.domain.PostalAddress;
import org.jspecify.annotations.Nullable;

/** A document as Cross Industry Invoice, in the order of its schema, in the profile EN 16931 of Factur-X. */
final class FacturXXml {

    private static final String PROFILE = "urn:cen.eu:en16931:2017";
    private static final int MOST_DECIMALS = 2; // of any amount in EN 16931

    // Code lists of UN/CEFACT
    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    private static final String PIECE = "C62";
    private static final String EMAIL = "EM";
    private static final String VAT = "VAT";
    private static final String DISCOUNT = "95";
    private static final String OTHER_CHARGE = "ABK";
    private static final String SEPA_TRANSFER = "58";
    private static final String TRANSFER = "30";

    private final InvoiceDocument document;
    private final InvoiceWording words;
    private final FacturXAmounts amounts;
    private final CiiWriter xml = new CiiWriter("rsm:CrossIndustryInvoice");

    private FacturXXml(InvoiceDocument document) {
        this.document = document;
        this.words = new InvoiceWording(document);
        this.amounts = new FacturXAmounts(document, words);
    }

    /** True unless amounts in this currency would lose a decimal. */
    static boolean canSay(InvoiceDocument document) {
        return MoneyText.decimals(document.conventions().currency()) <= MOST_DECIMALS;
    }

    /** @throws IllegalArgumentException for a currency that the standard has no amounts for */
    static byte[] of(InvoiceDocument document) {
        if (!canSay(document)) {
            throw new IllegalArgumentException(
                    "EN 16931 knows two decimals, " + document.conventions().currency() + " has more");
        }
        return new FacturXXml(document).write();
    }

    private byte[] write() {
        xml.group(
                        "rsm:ExchangedDocumentContext",
                        () -> xml.group(
                                "ram:GuidelineSpecifiedDocumentContextParameter", () -> xml.text("ram:ID", PROFILE)))
                .group("rsm:ExchangedDocument", this::heading)
                .group("rsm:SupplyChainTradeTransaction", () -> {
                    for (int i = 0; i < document.lines().size(); i++) {
                        line(i + 1, document.lines().get(i));
                    }
                    xml.group("ram:ApplicableHeaderTradeAgreement", this::agreement);
                    xml.group("ram:ApplicableHeaderTradeDelivery", this::delivery);
                    xml.group("ram:ApplicableHeaderTradeSettlement", this::settlement);
                });
        return xml.finish();
    }

    private void heading() {
        xml.text("ram:ID", document.heading().number())
                .text("ram:TypeCode", document.isCreditNote() ? CREDIT_NOTE : INVOICE)
                .day("ram:IssueDateTime", document.heading().issuedOn());
    }

    private void line(int place, Line line) {
        xml.group("ram:IncludedSupplyChainTradeLineItem", () -> {
            xml.group("ram:AssociatedDocumentLineDocument", () -> xml.text("ram:LineID", String.valueOf(place)));
            xml.group("ram:SpecifiedTradeProduct", () -> xml.text("ram:Name", line.name()));
            price(line);
            xml.group("ram:SpecifiedLineTradeSettlement", () -> {
                xml.group(
                        "ram:ApplicableTradeTax",
                        () -> category(amounts.category(line.taxRate(), line.taxReason()), line.taxRate()));
                if (line.period() != null) {
                    period(line.period());
                }
                xml.group(
                        "ram:SpecifiedTradeSettlementLineMonetarySummation",
                        () -> xml.number("ram:LineTotalAmount", amounts.signed(line.amount())));
            });
        });
    }

    // A price is never negative in the standard; what is credited is a negative quantity. An amount that is no multiple
    // of
    // a price is the price of all pieces together.
    private void price(Line line) {
        BigDecimal amount = amounts.signed(line.amount());
        BigDecimal quantity = BigDecimal.valueOf(line.quantity());
        Long unit = line.unitAmount();
        boolean multiple = unit != null
                && unit >= 0
                && Math.multiplyExact(unit, (long) line.quantity()) == Math.abs(line.amount());
        BigDecimal price = unit != null && multiple ? amounts.units(unit) : amount.abs();
        xml.group(
                "ram:SpecifiedLineTradeAgreement",
                () -> xml.group("ram:NetPriceProductTradePrice", () -> xml.number("ram:ChargeAmount", price)
                        .quantity("ram:BasisQuantity", multiple ? BigDecimal.ONE : quantity, PIECE)));
        xml.group(
                "ram:SpecifiedLineTradeDelivery",
                () -> xml.quantity("ram:BilledQuantity", amount.signum() < 0 ? quantity.negate() : quantity, PIECE));
    }

    private void category(FacturXAmounts.Category category, BigDecimal rate) {
        xml.text("ram:TypeCode", VAT).text("ram:CategoryCode", category.code());
        if (!category.isOutsideTax()) {
            xml.number("ram:RateApplicablePercent", rate);
        }
    }

    private void period(Period period) {
        xml.group("ram:BillingSpecifiedPeriod", () -> xml.day("ram:StartDateTime", period.start())
                .day("ram:EndDateTime", period.end()));
    }

    private void agreement() {
        InvoiceDocument.Seller seller = document.seller();
        InvoiceDocument.Buyer buyer = document.buyer();
        xml.group("ram:SellerTradeParty", () -> {
            xml.text("ram:ID", sellerId()).text("ram:Name", seller.name());
            if (seller.email() != null) {
                xml.group("ram:DefinedTradeContact", () -> xml.text("ram:PersonName", seller.name())
                        .group("ram:EmailURIUniversalCommunication", () -> xml.text("ram:URIID", seller.email())));
            }
            party(seller.address(), seller.country(), seller.email());
            taxId(seller.taxId(), true);
        });
        xml.group("ram:BuyerTradeParty", () -> {
            xml.text("ram:Name", buyer.company());
            party(buyer.address(), buyer.country(), buyer.email());
            taxId(amounts.isOutsideTax() ? null : buyer.taxId(), false);
        });
        if (document.heading().orderReference() != null) {
            xml.group(
                    "ram:BuyerOrderReferencedDocument",
                    () -> xml.text("ram:IssuerAssignedID", document.heading().orderReference()));
        }
    }

    // The standard wants to know who asks. Whoever has no VAT id is known by something else.
    private @Nullable String sellerId() {
        InvoiceDocument.Seller seller = document.seller();
        if (seller.taxId() != null) {
            return InvoiceWording.isVatId(seller.taxId()) ? null : seller.taxId();
        }
        return seller.email() != null ? seller.email() : seller.name();
    }

    // Nothing is shipped; the element must be there, and must not be empty.
    private void delivery() {
        xml.group(
                "ram:ShipToTradeParty",
                () -> xml.group(
                        "ram:PostalTradeAddress",
                        () -> xml.text("ram:CountryID", document.buyer().country())));
    }

    private void party(String address, String country, @Nullable String email) {
        PostalAddress postal = PostalAddress.of(address, country);
        List<String> lines = postal.lines();
        xml.group("ram:PostalTradeAddress", () -> xml.text("ram:PostcodeCode", postal.postcode())
                .text("ram:LineOne", lines.isEmpty() ? null : lines.get(0))
                .text("ram:LineTwo", lines.size() > 1 ? lines.get(1) : null)
                .text("ram:LineThree", lines.size() > 2 ? lines.get(2) : null)
                .text("ram:CityName", postal.town())
                .text("ram:CountryID", country));
        if (email != null) {
            xml.group("ram:URIUniversalCommunication", () -> xml.text("ram:URIID", email, "schemeID", EMAIL));
        }
    }

    // The standard has a place for a tax number that is no VAT id only at the seller.
    private void taxId(@Nullable String taxId, boolean anyNumber) {
        if (taxId == null) {
            return;
        }
        boolean vatId = InvoiceWording.isVatId(taxId);
        if (vatId || anyNumber) {
            xml.group("ram:SpecifiedTaxRegistration", () -> xml.text("ram:ID", taxId, "schemeID", vatId ? "VA" : "FC"));
        }
    }

    private void settlement() {
        xml.text("ram:PaymentReference", document.heading().number())
                .text(
                        "ram:InvoiceCurrencyCode",
                        document.conventions().currency().getCurrencyCode());
        String iban = document.seller().iban();
        if (iban != null && document.isDueByTransfer()) {
            xml.group("ram:SpecifiedTradeSettlementPaymentMeans", () -> transfer(iban));
        }
        amounts.entries().forEach(entry -> xml.group("ram:ApplicableTradeTax", () -> breakdown(entry)));
        wholePeriod();
        amounts.entries().forEach(this::discount);
        LocalDate dueOn = document.heading().dueOn();
        xml.group("ram:SpecifiedTradePaymentTerms", () -> {
            xml.text("ram:Description", words.statement());
            if (dueOn != null && document.totals().amountDue() > 0) {
                xml.day("ram:DueDateDateTime", dueOn);
            }
        });
        xml.group("ram:SpecifiedTradeSettlementHeaderMonetarySummation", this::sums);
        Reference corrects = document.heading().corrects();
        if (corrects != null) {
            xml.group("ram:InvoiceReferencedDocument", () -> xml.text("ram:IssuerAssignedID", corrects.number())
                    .day("ram:FormattedIssueDateTime", "qdt:DateTimeString", corrects.issuedOn()));
        }
    }

    private void transfer(String iban) {
        InvoiceDocument.Seller seller = document.seller();
        boolean sepa = document.conventions().currency().getCurrencyCode().equals("EUR");
        xml.text("ram:TypeCode", sepa ? SEPA_TRANSFER : TRANSFER)
                .group("ram:PayeePartyCreditorFinancialAccount", () -> xml.text("ram:IBANID", iban)
                        .text("ram:AccountName", seller.name()));
        if (seller.bic() != null) {
            xml.group("ram:PayeeSpecifiedCreditorFinancialInstitution", () -> xml.text("ram:BICID", seller.bic()));
        }
    }

    private void breakdown(Tax entry) {
        FacturXAmounts.Category category = amounts.category(entry.rate(), entry.reason());
        xml.number("ram:CalculatedAmount", amounts.signed(entry.amount()))
                .text("ram:TypeCode", VAT)
                .text("ram:ExemptionReason", category.reason())
                .number("ram:BasisAmount", amounts.signed(entry.base()))
                .text("ram:CategoryCode", category.code())
                .text("ram:ExemptionReasonCode", category.reasonCode());
        if (!category.isOutsideTax()) {
            xml.number("ram:RateApplicablePercent", entry.rate());
        }
    }

    private void wholePeriod() {
        List<Period> periods = document.lines().stream()
                .map(Line::period)
                .filter(Objects::nonNull)
                .toList();
        if (!periods.isEmpty()) {
            period(new Period(
                    periods.stream()
                            .map(Period::start)
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    periods.stream()
                            .map(Period::end)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()));
        }
    }

    private void discount(Tax entry) {
        BigDecimal discount = amounts.discountOn(entry);
        if (discount.signum() != 0) {
            boolean charge = discount.signum() < 0;
            xml.group("ram:SpecifiedTradeAllowanceCharge", () -> xml.group(
                            "ram:ChargeIndicator", () -> xml.text("udt:Indicator", String.valueOf(charge)))
                    .number("ram:ActualAmount", discount.abs())
                    .text("ram:ReasonCode", charge ? OTHER_CHARGE : DISCOUNT)
                    .text("ram:Reason", words.texts().text("sum.discount"))
                    .group(
                            "ram:CategoryTradeTax",
                            () -> category(amounts.category(entry.rate(), entry.reason()), entry.rate())));
        }
    }

    private void sums() {
        String currency = document.conventions().currency().getCurrencyCode();
        BigDecimal discount = amounts.discount();
        xml.number("ram:LineTotalAmount", amounts.subtotal())
                .number("ram:ChargeTotalAmount", discount.negate().max(amounts.units(0)))
                .number("ram:AllowanceTotalAmount", discount.max(amounts.units(0)))
                .number("ram:TaxBasisTotalAmount", amounts.subtotal().subtract(discount))
                .text("ram:TaxTotalAmount", amounts.tax().toPlainString(), "currencyID", currency)
                .number("ram:GrandTotalAmount", amounts.total())
                .number("ram:TotalPrepaidAmount", amounts.total().subtract(amounts.due()))
                .number("ram:DuePayableAmount", amounts.due());
    }
}
