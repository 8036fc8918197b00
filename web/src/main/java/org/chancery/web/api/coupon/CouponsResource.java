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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.chancery.service.coupon.CouponService;
import org.chancery.service.coupon.RedemptionView;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.jspecify.annotations.Nullable;

/** {@code /coupons}: made, watched and retired by operators. */
@Path("v1/coupons")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class CouponsResource {

    @Inject
    private CouponService coupons;

    /** One use of a coupon. @param status {@code reserved}, {@code used} or {@code returned} */
    public record RedemptionResponse(
            UUID id, UUID account, String product, String plan, Instant redeemedAt, String status) {

        static RedemptionResponse of(RedemptionView view) {
            return new RedemptionResponse(
                    view.id(),
                    view.account(),
                    view.product(),
                    view.plan(),
                    view.redeemedAt(),
                    view.status().word());
        }
    }

    @POST
    public Response create(@Valid @NotNull CouponBody body) {
        CouponResponse created = CouponResponse.of(coupons.create(body.toDraft()));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @GET
    public PageResponse<CouponResponse> list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("partner") @Nullable UUID partner,
            @Valid @BeanParam PageRequest page) {
        return PageResponse.of(coupons.list(search, partner, page.after(), page.limit()), CouponResponse::of);
    }

    @GET
    @Path("{id}")
    public CouponResponse get(@PathParam("id") UUID id) {
        return CouponResponse.of(coupons.get(id));
    }

    @GET
    @Path("{id}/redemptions")
    public PageResponse<RedemptionResponse> redemptions(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return PageResponse.of(coupons.redemptions(id, page.after(), page.limit()), RedemptionResponse::of);
    }

    /** It can't be redeemed any more; whoever has redeemed it keeps it. */
    @DELETE
    @Path("{id}")
    public void retire(@PathParam("id") UUID id) {
        coupons.retire(id);
    }
}
