package org.chancery.web.api.billing;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON_TYPE;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.service.billing.InvoiceDocumentService;
import org.chancery.service.billing.InvoiceFile;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.checkout.ChargedInvoice;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.InvoiceClosingService;
import org.chancery.service.checkout.InvoicePaymentService;
import org.chancery.service.checkout.ReceivedTransfer;
import org.chancery.service.payment.PaymentService;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.chancery.web.csv.CsvSheet;
import org.jspecify.annotations.Nullable;

/** {@code /invoices}: shown to those they concern, charged, or paid by transfers that operators record. */
@Path("v1/invoices")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class InvoicesResource {

    private static final String PDF = "application/pdf";
    private static final MediaType PDF_TYPE = MediaType.valueOf(PDF);
    private static final List<Variant> SHAPES =
            Variant.mediaTypes(APPLICATION_JSON_TYPE, PDF_TYPE).build();

    @Inject
    private InvoiceService invoices;

    @Inject
    private InvoiceDocumentService documents;

    @Inject
    private InvoicePaymentService payments;

    @Inject
    private PaymentService collected;

    @Inject
    private CheckoutService checkout;

    @Inject
    private InvoiceClosingService closing;

    @Context
    private Request request;

    /** Money that arrived, in minor units of the invoice's currency. */
    public record PaymentRequest(
            @NotNull @Positive @Max(1_000_000_000_000L) Long amount,
            @NotBlank @Size(max = 140) String reference,
            @Nullable Instant receivedAt) {}

    /** What to charge. @param paymentMethod absent for the account's default */
    public record ChargeRequest(@Nullable UUID paymentMethod) {}

    /** As JSON, or as the PDF that was frozen when it was issued, for whoever asks for that. */
    @GET
    @Path("{id}")
    @Produces({APPLICATION_JSON, PDF})
    public Response get(@PathParam("id") UUID id) {
        Variant wanted = request.selectVariant(SHAPES);
        if (wanted != null && PDF_TYPE.isCompatible(wanted.getMediaType())) {
            InvoiceFile file = documents.pdf(id);
            return attachment(Response.ok(file.content(), PDF_TYPE), file.name());
        }
        InvoiceResponse invoice =
                InvoiceResponse.of(invoices.get(id), collected.latestOf(id).orElse(null));
        return Response.ok(invoice, APPLICATION_JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** Every PDF of a year with their list. */
    @GET
    @Path("archive.zip")
    @Produces("application/zip")
    public Response zip(@QueryParam("account") @Nullable UUID account, @QueryParam("year") @Nullable Integer year) {
        InvoiceDocumentService.Archive archive = documents.archive(account, year);
        StreamingOutput body = out -> documents.zip(archive, out);
        return attachment(Response.ok(body, "application/zip"), "invoices-" + archive.year() + ".zip");
    }

    /** The list of a year alone. */
    @GET
    @Path("archive.csv")
    @Produces(CsvSheet.MEDIA_TYPE)
    public Response csv(@QueryParam("account") @Nullable UUID account, @QueryParam("year") @Nullable Integer year) {
        InvoiceDocumentService.Archive archive = documents.archive(account, year);
        StreamingOutput body = out -> documents.csv(archive, out);
        return attachment(
                Response.ok(body, CsvSheet.MEDIA_TYPE + ";charset=UTF-8"), "invoices-" + archive.year() + ".csv");
    }

    private static Response attachment(Response.ResponseBuilder answer, String name) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    public PageResponse<InvoiceResponse> list(
            @QueryParam("account") @Nullable UUID account, @Valid @BeanParam PageRequest page) {
        return PageResponse.of(invoices.list(account, page.after(), page.limit()), InvoiceResponse::of);
    }

    /** Answers with the invoice as it is after the payment. */
    @POST
    @Path("{id}/payments")
    public Response pay(@PathParam("id") UUID id, @Valid @NotNull PaymentRequest body) {
        ReceivedTransfer transfer = new ReceivedTransfer(body.amount(), body.reference(), body.receivedAt());
        return Response.status(Response.Status.CREATED)
                .entity(InvoiceResponse.of(payments.record(id, transfer)))
                .build();
    }

    /** Charges what is due now. Answers with the invoice and how its payment stands; a decline is a 402. */
    @POST
    @Path("{id}/charge")
    public InvoiceResponse charge(@PathParam("id") UUID id, @Nullable ChargeRequest body) {
        ChargedInvoice charged = checkout.charge(id, body == null ? null : body.paymentMethod());
        return InvoiceResponse.of(charged.invoice(), charged.payment());
    }

    /** Nobody has to pay it any more. Answers with the invoice as it is now. */
    @POST
    @Path("{id}/void")
    public InvoiceResponse voidInvoice(@PathParam("id") UUID id) {
        return InvoiceResponse.of(closing.voidInvoice(id));
    }

    /** Nobody expects it to be paid any more. Answers with the invoice as it is now. */
    @POST
    @Path("{id}/uncollectible")
    public InvoiceResponse writeOff(@PathParam("id") UUID id) {
        return InvoiceResponse.of(closing.writeOff(id));
    }
}
