package org.chancery.web.api.billing;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.service.credit.CreditGrant;
import org.chancery.service.credit.CreditService;
import org.chancery.service.credit.CreditView;
import org.chancery.service.credit.GrantedCredit;
import org.chancery.web.api.PageRequest;
import org.jspecify.annotations.Nullable;

/** {@code /accounts/{id}/credit}: what the vendor owes the account; operators grant and correct it. */
@Path("v1/accounts/{id}/credit")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class CreditResource {

    @Inject
    private CreditService credit;

    /** The account's credit on the wire; amounts in minor units. */
    public record CreditResponse(List<Balance> balances, List<Entry> entries, @Nullable UUID next) {}

    /** The sums in one currency. */
    public record Balance(String currency, long available, long pending) {

        static List<Balance> of(List<CreditView.Balance> balances) {
            return balances.stream()
                    .map(b -> new Balance(b.currency().getCurrencyCode(), b.available(), b.pending()))
                    .toList();
        }
    }

    /** One movement; {@code left} is what is not used yet of a gain. */
    public record Entry(
            UUID id,
            long amount,
            String currency,
            long left,
            String kind,
            String reason,
            String status,
            Instant createdAt,
            Instant availableAt) {

        static Entry of(CreditView.Entry entry) {
            return new Entry(
                    entry.id(),
                    entry.amount(),
                    entry.currency().getCurrencyCode(),
                    entry.left(),
                    entry.kind().word(),
                    entry.reason(),
                    entry.available() ? "available" : "pending",
                    entry.createdAt(),
                    entry.availableAt());
        }
    }

    /** Credit to give, or with a negative amount to take back, in minor units. */
    public record GrantRequest(@NotNull Long amount, @NotBlank String currency, @NotBlank String reason) {

        CreditGrant toGrant() {
            return new CreditGrant(amount, currency, reason);
        }
    }

    /** The entry that a grant made, and the balances after it. */
    public record GrantResponse(@JsonUnwrapped Entry entry, List<Balance> balances) {}

    @GET
    public CreditResponse get(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        CreditView view = credit.of(id, page.after(), page.limit());
        return new CreditResponse(
                Balance.of(view.balances()),
                view.entries().stream().map(Entry::of).toList(),
                view.next());
    }

    @POST
    public Response grant(@PathParam("id") UUID id, @Valid @NotNull GrantRequest body) {
        GrantedCredit granted = credit.grant(id, body.toGrant());
        return Response.status(Response.Status.CREATED)
                .entity(new GrantResponse(Entry.of(granted.entry()), Balance.of(granted.balances())))
                .build();
    }
}
