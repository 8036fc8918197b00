package org.chancery.model.billing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices without a database; what a unique key would refuse is refused. */
public class InMemoryInvoices implements Invoices {

    private final Map<UUID, Invoice> rows = new LinkedHashMap<>();
    private final Map<String, InvoiceSeries> series = new HashMap<>();

    @Override
    public void add(Invoice invoice) {
        String key = invoice.periodKey().orElse(null);
        boolean taken = key != null
                && rows.values().stream()
                        .anyMatch(row -> row.subscriptionId().equals(invoice.subscriptionId())
                                && row.periodKey().filter(key::equals).isPresent());
        if (taken) {
            throw new IllegalStateException("Period " + key + " is billed already");
        }
        rows.put(invoice.id(), invoice);
    }

    /** All of them, oldest first. */
    public List<Invoice> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public Optional<Invoice> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<Invoice> findLocked(UUID id) {
        return find(id);
    }

    @Override
    public void lockAll(Collection<UUID> ids) {} // one at a time here

    @Override
    public List<UUID> subscriptionsOf(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> require(id).subscriptionId().stream())
                .distinct()
                .toList();
    }

    @Override
    public void writeDown() {}

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return find(id).map(Invoice::accountId);
    }

    @Override
    public List<Invoice> openOfSubscription(UUID subscriptionId) {
        return rows.values().stream()
                .filter(invoice ->
                        invoice.subscriptionId().filter(subscriptionId::equals).isPresent())
                .filter(Invoice::isOpen)
                .sorted(Comparator.comparing(invoice -> invoice.dueAt().orElseThrow()))
                .toList();
    }

    @Override
    public List<Invoice> openOfPerpetual(UUID perpetualLicenseId) {
        return rows.values().stream()
                .filter(invoice -> invoice.perpetualLicenseId()
                        .filter(perpetualLicenseId::equals)
                        .isPresent())
                .filter(Invoice::isOpen)
                .toList();
    }

    @Override
    public List<Invoice> servingAfter(UUID subscriptionId, Instant instant) {
        return rows.values().stream()
                .filter(invoice ->
                        invoice.subscriptionId().filter(subscriptionId::equals).isPresent())
                .filter(invoice -> invoice.lines().stream()
                        .anyMatch(line -> line.period().end().isAfter(instant)))
                .toList();
    }

    @Override
    public List<Invoice> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        return rows.values().stream()
                .filter(invoice -> accountId == null || invoice.accountId().equals(accountId))
                .sorted(Comparator.comparing(Invoice::id).reversed())
                .filter(invoice -> after == null || invoice.id().compareTo(after) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<InvoiceOfCompany> search(
            @Nullable UUID accountId, InvoiceFilter filter, Instant now, @Nullable UUID after, int limit) {
        return page(accountId, after, limit).stream()
                .map(invoice -> new InvoiceOfCompany(invoice, ""))
                .toList();
    }

    @Override
    public List<InvoiceOfCompany> dueFirst(int limit) {
        return rows.values().stream()
                .filter(Invoice::isOpen)
                .limit(limit)
                .map(invoice -> new InvoiceOfCompany(invoice, ""))
                .toList();
    }

    @Override
    public long count(InvoiceFilter filter, Instant now) {
        return rows.size();
    }

    @Override
    public List<Invoice> ofSubscription(UUID subscriptionId, int limit) {
        return rows.values().stream()
                .filter(invoice ->
                        invoice.subscriptionId().filter(subscriptionId::equals).isPresent())
                .sorted(Comparator.comparing(Invoice::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Invoice> ofPerpetual(UUID perpetualLicenseId, int limit) {
        return rows.values().stream()
                .filter(invoice -> invoice.perpetualLicenseId()
                        .filter(perpetualLicenseId::equals)
                        .isPresent())
                .sorted(Comparator.comparing(Invoice::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Invoice> openOf(UUID accountId, int limit) {
        return rows.values().stream()
                .filter(invoice -> invoice.accountId().equals(accountId) && invoice.isOpen())
                .limit(limit)
                .toList();
    }

    @Override
    public InvoiceSeries lockSeries(String code) {
        return series.computeIfAbsent(code, InvoiceSeries::new);
    }
}
