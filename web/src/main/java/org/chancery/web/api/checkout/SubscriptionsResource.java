package org.chancery.web.api.checkout;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.service.billing.PendingLineService;
import org.chancery.service.checkout.CancellationService;
import org.chancery.service.checkout.ChangeOutcome;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.CollectionService;
import org.chancery.service.checkout.OrderView;
import org.chancery.service.checkout.PlanChangeService;
import org.chancery.service.payment.MethodShelfService;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
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

    @Inject
    private PlanChangeService changes;

    @Inject
    private CancellationService cancellations;

    @Inject
    private CollectionService collections;

    @Inject
    private MethodShelfService methods;

    @Inject
    private PendingLineService waiting;

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
        return shown(subscriptions.get(id));
    }

    /** How it is paid from now on. */
    public record PatchRequest(@Nullable String collection, @Nullable UUID paymentMethod) {}

    /** A change: either a quote, or what is wished. */
    public record ChangeRequest(
            @Nullable UUID quote,
            @Nullable String plan,
            @Nullable String period,
            @Nullable Map<String, @Nullable Integer> addOns,
            @Nullable String when,
            @Nullable String invoice) {}

    /** A cancellation. @param when absent for the end of the period */
    public record CancellationRequest(
            @Nullable UUID quote, @Nullable String when, @Nullable @Size(max = 500) String reason) {}

    @PATCH
    @Path("{id}")
    public SubscriptionResponse patch(@PathParam("id") UUID id, @NotNull PatchRequest body) {
        List<FieldError> errors = new ArrayList<>();
        Collection by =
                ChangeFields.word("collection", body.collection(), Collection::ofWord, "charge or wire", errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        if (body.paymentMethod() != null) {
            methods.makeDefault(subscriptions.get(id).account(), body.paymentMethod());
        }
        return shown(by == null ? subscriptions.get(id) : collections.collectBy(id, by));
    }

    /** Answers with the subscription as it now is, the invoice that the change made, and its payment. */
    @POST
    @Path("{id}/changes")
    public SubscriptionResponse change(@PathParam("id") UUID id, @NotNull ChangeRequest body) {
        ChangeFields fields = new ChangeFields(body.plan(), body.period(), body.addOns(), body.when(), body.invoice());
        if (body.quote() != null && !fields.wishesNothing()) {
            throw new InvalidRequestException("quote", "exclusive", "A quote takes the place of the other fields");
        }
        return shown(
                id,
                body.quote() == null ? checkout.change(fields.toWish(id)) : checkout.changeQuoted(id, body.quote()));
    }

    @DELETE
    @Path("{id}/changes")
    public SubscriptionResponse undoChange(@PathParam("id") UUID id) {
        return shown(changes.undo(id));
    }

    @POST
    @Path("{id}/cancellation")
    public SubscriptionResponse cancel(@PathParam("id") UUID id, @Valid @Nullable CancellationRequest body) {
        List<FieldError> errors = new ArrayList<>();
        ChangeTiming when = ChangeFields.word(
                "when", body == null ? null : body.when(), ChangeTiming::ofWord, "now or period_end", errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        String reason = body == null ? null : body.reason();
        return shown(
                id,
                body != null && body.quote() != null
                        ? checkout.cancelQuoted(id, body.quote(), reason)
                        : checkout.cancel(id, when == null ? ChangeTiming.PERIOD_END : when, reason));
    }

    @DELETE
    @Path("{id}/cancellation")
    public SubscriptionResponse resume(@PathParam("id") UUID id) {
        return shown(cancellations.resume(id));
    }

    private SubscriptionResponse shown(SubscriptionView view) {
        return SubscriptionResponse.of(view, waiting.of(view.id()));
    }

    private SubscriptionResponse shown(UUID id, ChangeOutcome outcome) {
        return SubscriptionResponse.of(outcome, waiting.of(id));
    }

    @GET
    public PageResponse<SubscriptionResponse> list(
            @QueryParam("account") @Nullable UUID account, @Valid @BeanParam PageRequest page) {
        return PageResponse.of(subscriptions.list(account, page.after(), page.limit()), SubscriptionResponse::of);
    }
}
