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
import org.chancery.service.checkout.QuoteService;
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
            @Nullable String product,
            @Nullable String plan,
            @Nullable String period,
            @Nullable String currency,
            @Nullable Map<String, @Nullable Integer> addOns,
            @Nullable String coupon) {}

    @POST
    public Response quote(@NotNull QuoteRequest body) {
        ChoiceFields fields = new ChoiceFields(
                body.account(),
                body.product(),
                body.plan(),
                body.period(),
                body.currency(),
                body.addOns(),
                body.coupon());
        return Response.status(Response.Status.CREATED)
                .entity(quotes.quote(fields.toChoice()))
                .build();
    }
}
