package org.chancery.model.billing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A frozen request for money. Born as a draft, it gets its number when it is finalised and never changes in amount after
 * that: lines, minus discount, plus tax, minus credit is the amount due, and payments only ever add up towards it.
 */
@Entity
public class Invoice extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID subscriptionId;

    /** Which period of the subscription it bills; unique with the subscription, so a second run bills nothing twice. */
    @Column(nullable = false, updatable = false)
    private int periodIndex;

    @Column(length = 40)
    private @Nullable String number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 15)
    private InvoiceStatus status;

    @Column(nullable = false, updatable = false, length = 3)
    private Currency currency;

    @Column
    private @Nullable Instant issuedAt;

    @Column
    private @Nullable Instant dueAt;

    @Column
    private @Nullable Instant paidAt;

    @Column(nullable = false)
    private long subtotal;

    @Column(nullable = false)
    private long discount;

    @Column(nullable = false)
    private long tax;

    @Column(nullable = false)
    private long total;

    @Column(nullable = false)
    private long creditApplied;

    @Column(nullable = false)
    private long amountPaid;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "invoice_id", nullable = false)
    @OrderBy("position")
    private List<InvoiceLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Invoice() {} // Hibernate only

    /** A draft over these lines, without discount, tax or credit. */
    public Invoice(
            UUID id, UUID accountId, UUID subscriptionId, int periodIndex, Currency currency, List<InvoiceLine> lines) {
        super(id);
        this.accountId = accountId;
        this.subscriptionId = subscriptionId;
        this.periodIndex = periodIndex;
        this.currency = currency;
        this.lines = new ArrayList<>(lines);
        this.status = InvoiceStatus.DRAFT;
        this.subtotal = lines.stream().mapToLong(InvoiceLine::amount).reduce(0, Math::addExact);
        this.total = subtotal;
    }

    /**
     * Freezes the draft under its number and asks for what credit does not cover. With nothing left to pay it is paid at
     * once.
     *
     * @param credit how much account credit is used, between zero and the total
     */
    public void finalise(String assignedNumber, Instant now, Instant due, Money credit) {
        if (status != InvoiceStatus.DRAFT) {
            throw new IllegalStateException("Only a draft can be finalised, " + id() + " is " + status);
        }
        if (credit.isNegative() || credit.compareTo(total()) > 0) {
            throw new IllegalArgumentException("Credit lies between zero and the total");
        }
        number = assignedNumber;
        issuedAt = now;
        dueAt = due;
        creditApplied = credit.minor();
        status = InvoiceStatus.OPEN;
        settleIfCovered(now);
    }

    /**
     * Counts money that came in. Only what is still due is taken.
     *
     * @param received a positive amount in the invoice's currency
     * @return what is left over and belongs to the account
     * @throws DomainException when the invoice is not open
     */
    public Money receive(Money received, Instant now) {
        requireOpen();
        if (!received.isPositive()) {
            throw new IllegalArgumentException("A payment is positive");
        }
        Money taken = received.min(amountDue());
        amountPaid = Math.addExact(amountPaid, taken.minor());
        settleIfCovered(now);
        return received.subtract(taken);
    }

    /** @throws DomainException when nothing can be paid on it: it is paid, void, given up or not issued yet */
    public void requireOpen() {
        if (status != InvoiceStatus.OPEN) {
            throw new DomainException(BillingRefusal.INVOICE_NOT_OPEN, "Invoice " + id() + " is " + status);
        }
    }

    /** The first payment decides when service starts; the estimate on the lines gives way to the true period. */
    public void serve(ServicePeriod period) {
        lines.forEach(line -> line.serve(period));
    }

    private void settleIfCovered(Instant now) {
        if (amountDue().isZero()) {
            status = InvoiceStatus.PAID;
            paidAt = now;
        }
    }

    /** What is still to be paid; zero for everything but an open or draft invoice. */
    public Money amountDue() {
        boolean asks = status == InvoiceStatus.OPEN || status == InvoiceStatus.DRAFT;
        return money(asks ? total - creditApplied - amountPaid : 0);
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID subscriptionId() {
        return subscriptionId;
    }

    public int periodIndex() {
        return periodIndex;
    }

    /** Empty for a draft. */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    public InvoiceStatus status() {
        return status;
    }

    public Currency currency() {
        return currency;
    }

    public Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Optional<Instant> paidAt() {
        return Optional.ofNullable(paidAt);
    }

    public Money subtotal() {
        return money(subtotal);
    }

    public Money discount() {
        return money(discount);
    }

    public Money tax() {
        return money(tax);
    }

    public Money total() {
        return money(total);
    }

    public Money creditApplied() {
        return money(creditApplied);
    }

    public Money amountPaid() {
        return money(amountPaid);
    }

    public boolean isPaid() {
        return status == InvoiceStatus.PAID;
    }

    public List<InvoiceLine> lines() {
        return List.copyOf(lines);
    }
}
