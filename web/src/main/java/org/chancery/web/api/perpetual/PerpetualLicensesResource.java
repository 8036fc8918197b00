package org.chancery.web.api.perpetual;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.checkout.PerpetualCheckoutService;
import org.chancery.service.checkout.PerpetualOrderView;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.chancery.web.api.checkout.PerpetualOrderRequest;
import org.jspecify.annotations.Nullable;

/** {@code /perpetual-licenses}: what is bought once. */
@Path("v1/perpetual-licenses")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class PerpetualLicensesResource {

    @Inject
    private PerpetualCheckoutService checkout;

    @Inject
    private PerpetualService perpetuals;

    /** How a further year of updates is paid. */
    public record UpdatesRequest(@Nullable String collection) {

        Collection toCollection() {
            if (collection == null) {
                throw new InvalidRequestException("collection", "required", "charge or wire");
            }
            return Collection.ofWord(collection)
                    .orElseThrow(() -> new InvalidRequestException("collection", "form", "charge or wire"));
        }
    }

    @POST
    public Response order(@NotNull PerpetualOrderRequest body) {
        body.requireConsistent();
        PerpetualOrderView order = body.quote() == null
                ? checkout.buy(body.toChoice(), body.toCollection())
                : checkout.buyQuoted(body.quote(), body.toCollection());
        return Response.created(URI.create(
                        "/api/v1/perpetual-licenses/" + order.perpetual().id()))
                .entity(PerpetualResponse.of(order))
                .build();
    }

    @GET
    @Path("{id}")
    public PerpetualResponse get(@PathParam("id") UUID id) {
        return PerpetualResponse.of(perpetuals.get(id));
    }

    @GET
    public PageResponse<PerpetualResponse> list(
            @QueryParam("account") @Nullable UUID account, @Valid @BeanParam PageRequest page) {
        return PageResponse.of(perpetuals.list(account, page.after(), page.limit()), PerpetualResponse::of);
    }

    /** Orders a further year of updates at today's price. Answers with the license as it now is, invoice and payment. */
    @POST
    @Path("{id}/updates")
    public PerpetualResponse renewUpdates(@PathParam("id") UUID id, @NotNull UpdatesRequest body) {
        return PerpetualResponse.of(checkout.renewUpdates(id, body.toCollection(), null));
    }
}
