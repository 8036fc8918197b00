package org.chancery.web.api.checkout;

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
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.OrderView;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.jspecify.annotations.Nullable;

/** {@code /subscriptions}: orders and what became of them. */
@Path("v1/subscriptions")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class SubscriptionsResource {

    @Inject
    private CheckoutService checkout;

    @Inject
    private SubscriptionService subscriptions;

    @POST
    public Response order(@NotNull OrderRequest body) {
        body.requireConsistent();
        OrderView order = body.quote() == null
                ? checkout.buy(body.toChoice(), body.toCollection())
                : checkout.buyQuoted(body.quote(), body.toCollection());
        return Response.created(URI.create(
                        "/api/v1/subscriptions/" + order.subscription().id()))
                .entity(SubscriptionResponse.of(order))
                .build();
    }

    @GET
    @Path("{id}")
    public SubscriptionResponse get(@PathParam("id") UUID id) {
        return SubscriptionResponse.of(subscriptions.get(id));
    }

    @GET
    public PageResponse<SubscriptionResponse> list(
            @QueryParam("account") @Nullable UUID account, @Valid @BeanParam PageRequest page) {
        return PageResponse.of(subscriptions.list(account, page.after(), page.limit()), SubscriptionResponse::of);
    }
}
