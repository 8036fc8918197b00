package org.chancery.web.api.coupon;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.coupon.PartnerSales;
import org.chancery.service.coupon.PartnerReport;
import org.chancery.service.coupon.PartnerService;
import org.chancery.service.coupon.PartnerView;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.chancery.web.csv.CsvSheet;
import org.chancery.web.csv.PartnerSalesSheet;
import org.jspecify.annotations.Nullable;

/** {@code /partners}: who sells for the vendor, and what. */
@Path("v1/partners")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class PartnersResource {

    private static final MediaType CSV = MediaType.valueOf(CsvSheet.MEDIA_TYPE + ";charset=UTF-8");
    private static final List<Variant> SHAPES =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV).build();

    @Inject
    private PartnerService partners;

    @Context
    private Request request;

    /** A new partner. */
    public record PartnerBody(@Nullable String name, @Nullable String email) {}

    /** A partner on the wire. @param status {@code active} or {@code retired} */
    public record PartnerResponse(
            UUID id,
            String name,
            @Nullable String email,
            String status,
            long coupons,
            Instant createdAt,
            @Nullable Instant retiredAt) {

        static PartnerResponse of(PartnerView view) {
            return new PartnerResponse(
                    view.id(),
                    view.name(),
                    view.email(),
                    view.retiredAt() == null ? "active" : "retired",
                    view.coupons(),
                    view.createdAt(),
                    view.retiredAt());
        }
    }

    /** What partners sold; months such as {@code 2026-11}, in UTC. */
    public record ReportResponse(String from, String to, List<Sales> data) {

        static ReportResponse of(PartnerReport report) {
            return new ReportResponse(
                    report.from().toString(),
                    report.to().toString(),
                    report.rows().stream().map(Sales::of).toList());
        }
    }

    /** One partner in one month and currency; amounts in minor units, before tax. */
    public record Sales(
            UUID partner, String name, String month, String currency, long sales, long netSales, long discounts) {

        static Sales of(PartnerSales row) {
            return new Sales(
                    row.partner(),
                    row.name(),
                    row.month().toString(),
                    row.currency().getCurrencyCode(),
                    row.sales(),
                    row.netSales(),
                    row.discounts());
        }
    }

    @POST
    public Response create(@Valid @NotNull PartnerBody body) {
        PartnerResponse created = PartnerResponse.of(partners.create(body.name(), body.email()));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @GET
    public PageResponse<PartnerResponse> list(@Valid @BeanParam PageRequest page) {
        return PageResponse.of(partners.list(page.after(), page.limit()), PartnerResponse::of);
    }

    @GET
    @Path("{id}")
    public PartnerResponse get(@PathParam("id") UUID id) {
        return PartnerResponse.of(partners.get(id));
    }

    /** The partnership and its coupons end; what was sold stays reported. */
    @DELETE
    @Path("{id}")
    public void retire(@PathParam("id") UUID id) {
        partners.retire(id);
    }

    /** As JSON, or as CSV for whoever asks for that. */
    @GET
    @Path("report")
    @Produces({APPLICATION_JSON, CsvSheet.MEDIA_TYPE})
    public Response report(
            @QueryParam("partner") @Nullable UUID partner,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        PartnerReport report = partners.report(partner, from, to);
        Variant wanted = request.selectVariant(SHAPES);
        if (wanted != null && CSV.isCompatible(wanted.getMediaType())) {
            return Response.ok(PartnerSalesSheet.of(report), CSV)
                    .header("Content-Disposition", "attachment; filename=\"" + PartnerSalesSheet.nameOf(report) + "\"")
                    .build();
        }
        return Response.ok(ReportResponse.of(report), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
