package org.chancery.model.billing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents without a database; a second one of an invoice is refused. */
public class InMemoryFrozenDocuments implements FrozenDocuments {

    private final Invoices invoices;
    private final Map<UUID, FrozenDocument> rows = new LinkedHashMap<>();

    public InMemoryFrozenDocuments(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void add(FrozenDocument document) {
        if (rows.putIfAbsent(document.invoiceId(), document) != null) {
            throw new IllegalStateException("Invoice " + document.invoiceId() + " has its document already");
        }
    }

    @Override
    public Optional<FrozenDocument> find(UUID invoiceId) {
        return Optional.ofNullable(rows.get(invoiceId));
    }

    @Override
    public List<FrozenDocument> issued(
            @Nullable UUID accountId, Instant from, Instant until, @Nullable UUID after, int limit) {
        return rows.values().stream()
                .filter(row -> isIssued(row, accountId, from, until))
                .filter(row -> after == null || row.invoiceId().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public long countIssued(@Nullable UUID accountId, Instant from, Instant until) {
        return rows.values().stream()
                .filter(row -> isIssued(row, accountId, from, until))
                .count();
    }

    private boolean isIssued(FrozenDocument row, @Nullable UUID accountId, Instant from, Instant until) {
        Invoice invoice = invoices.require(row.invoiceId());
        Instant at = invoice.issuedAt().orElseThrow();
        return (accountId == null || invoice.accountId().equals(accountId)) && !at.isBefore(from) && at.isBefore(until);
    }
}
