package org.chancery.web.api.checkout;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.service.checkout.QuoteService;
import org.chancery.service.checkout.QuoteView;
import org.jspecify.annotations.Nullable;

/** {@code /quotes}: what a choice costs. */
@Path("v1/quotes")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class QuotesResource {

    @Inject
    private QuoteService quotes;

    /** What is to be priced. */
    public record QuoteRequest(
            @Nullable UUID account,
            @Nullable UUID subscription,
            @Nullable String product,
            @Nullable String plan,
            @Nullable String period,
            @Nullable String currency,
            @Nullable Map<String, @Nullable Integer> addOns,
            @Nullable String coupon,
            @Nullable String when,
            @Nullable String invoice,
            @Nullable String cancel) {

        /** The price of an order, of a change, or of a cancellation: by what is named. */
        QuoteView by(QuoteService quotes) {
            if (subscription == null) {
                requireNone("when", when);
                requireNone("invoice", invoice);
                requireNone("cancel", cancel);
                return quotes.quote(
                        new ChoiceFields(account, product, plan, period, currency, addOns, coupon).toChoice());
            }
            requireNone("coupon", coupon);
            ChangeFields change = new ChangeFields(plan, period, addOns, when, invoice);
            if (cancel == null) {
                return quotes.quoteChange(change.toWish(subscription));
            }
            if (!ChangeTiming.NOW.word().equals(cancel) || !change.wishesNothing()) {
                throw new InvalidRequestException("cancel", "form", "now, without a change beside it");
            }
            return quotes.quoteCancellation(subscription);
        }

        private static void requireNone(String field, @Nullable String text) {
            if (text != null) {
                throw new InvalidRequestException(field, "exclusive", "Not for this kind of quote");
            }
        }
    }

    @POST
    public Response quote(@NotNull QuoteRequest body) {
        return Response.status(Response.Status.CREATED).entity(body.by(quotes)).build();
    }
}
