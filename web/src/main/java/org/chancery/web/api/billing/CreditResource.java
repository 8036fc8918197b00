package org.chancery.web.api.billing;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.service.credit.CreditService;
import org.chancery.service.credit.CreditView;

/** {@code /accounts/{id}/credit}: what the vendor owes the account. */
@Path("v1/accounts/{id}/credit")
@Produces(APPLICATION_JSON)
@RequestScoped
public class CreditResource {

    @Inject
    private CreditService credit;

    /** The account's credit on the wire; amounts in minor units. */
    public record CreditResponse(List<Balance> balances, List<Entry> entries) {}

    /** The sums in one currency. */
    public record Balance(String currency, long available, long pending) {}

    /** One movement. */
    public record Entry(
            long amount,
            String currency,
            String kind,
            String reason,
            String status,
            Instant createdAt,
            Instant availableAt) {}

    @GET
    public CreditResponse get(@PathParam("id") UUID id) {
        CreditView view = credit.of(id);
        return new CreditResponse(
                view.balances().stream()
                        .map(b -> new Balance(b.currency().getCurrencyCode(), b.available(), b.pending()))
                        .toList(),
                view.entries().stream().map(CreditResource::entry).toList());
    }

    private static Entry entry(CreditView.Entry entry) {
        return new Entry(
                entry.amount(),
                entry.currency().getCurrencyCode(),
                entry.kind().word(),
                entry.reason(),
                entry.available() ? "available" : "pending",
                entry.createdAt(),
                entry.availableAt());
    }
}
