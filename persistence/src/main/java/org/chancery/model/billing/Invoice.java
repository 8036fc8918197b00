package org.chancery.model.billing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
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
 * A frozen request for money, or a credit note that takes some back. Born as a draft, it gets its number when it is
 * finalised and never changes in amount after that: lines, minus discount, plus tax, minus credit is the amount due.
 * Payments and credit notes only ever add up towards it.
 */
@Entity
public class Invoice extends AggregateRoot {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 15)
    private InvoiceType type;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 15)
    private InvoicePurpose purpose;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(updatable = false)
    private @Nullable UUID subscriptionId;

    @Column(updatable = false)
    private @Nullable UUID perpetualLicenseId;

    /** Which period it bills; unique with the subscription while it counts, so a second run bills nothing twice. */
    @Column(length = 40)
    private @Nullable String periodKey;

    @Column(updatable = false)
    private @Nullable UUID correctsId;

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

    /** What credit notes took off while it was open. */
    @Column(nullable = false)
    private long lowered;

    /** A credit note took all of it back, so what its lines say counts no more. */
    @Column(nullable = false)
    private boolean reversed;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "invoice_id", nullable = false)
    @OrderBy("position")
    private List<InvoiceLine> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "invoice_tax", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "sort_order")
    private List<TaxEntry> taxes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Invoice() {} // Hibernate only

    /** A draft over these lines. */
    public Invoice(
            UUID id,
            InvoicePurpose purpose,
            InvoiceSubject subject,
            Currency currency,
            List<InvoiceLine> lines,
            List<TaxEntry> taxes) {
        super(id);
        this.type = purpose == InvoicePurpose.CORRECTION ? InvoiceType.CREDIT_NOTE : InvoiceType.INVOICE;
        this.purpose = purpose;
        this.accountId = subject.accountId();
        this.subscriptionId = subject.subscriptionId();
        this.perpetualLicenseId = subject.perpetualLicenseId();
        this.periodKey = subject.periodKey();
        this.correctsId = subject.corrects();
        this.currency = currency;
        this.lines = new ArrayList<>(lines);
        this.taxes = new ArrayList<>(taxes);
        this.status = InvoiceStatus.DRAFT;
        this.subtotal = lines.stream().mapToLong(InvoiceLine::amount).reduce(0, Math::addExact);
        this.discount = lines.stream().mapToLong(InvoiceLine::discount).reduce(0, Math::addExact);
        this.tax = taxes.stream().mapToLong(TaxEntry::amount).reduce(0, Math::addExact);
        this.total = Math.addExact(subtotal - discount, tax);
        if (isCreditNote() != total < 0 && total != 0) {
            throw new IllegalArgumentException("An invoice asks for money, a credit note gives it back: " + total);
        }
    }

    /**
     * Freezes the draft under its number and asks for what credit does not cover. With nothing left to pay it is paid at
     * once.
     *
     * @param credit how much account credit is used, between zero and the total
     */
    public void finalise(String assignedNumber, Instant now, Instant due, Money credit) {
        if (isCreditNote() || credit.isNegative() || credit.compareTo(total()) > 0) {
            throw new IllegalArgumentException("Credit lies between zero and the total of an invoice");
        }
        freeze(assignedNumber, now, due);
        creditApplied = credit.minor();
        status = InvoiceStatus.OPEN;
        settleIfCovered(now);
    }

    /** Freezes a credit note under its number. Nothing is ever due on it. */
    public void finaliseCreditNote(String assignedNumber, Instant now) {
        if (!isCreditNote()) {
            throw new IllegalArgumentException(id() + " is no credit note");
        }
        freeze(assignedNumber, now, now);
        status = InvoiceStatus.PAID;
        paidAt = now;
    }

    private void freeze(String assignedNumber, Instant now, Instant due) {
        if (status != InvoiceStatus.DRAFT) {
            throw new IllegalStateException("Only a draft can be finalised, " + id() + " is " + status);
        }
        number = assignedNumber;
        issuedAt = now;
        dueAt = due;
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

    /**
     * A credit note takes this much of what is still due.
     *
     * @param amount not negative
     * @return what exceeds the amount due and belongs to the account
     * @throws DomainException when the invoice is not open
     */
    public Money lower(Money amount, Instant now) {
        requireOpen();
        Money beyond = beyondDue(amount);
        lowered = Math.addExact(lowered, amount.subtract(beyond).minor());
        settleIfCovered(now);
        return beyond;
    }

    /** The part of an amount that lowering it would not take. */
    public Money beyondDue(Money amount) {
        return amount.subtract(amount.min(amountDue()));
    }

    /** What credit and payments have covered of it so far. */
    public Money covered() {
        return money(Math.addExact(creditApplied, amountPaid));
    }

    /** A credit note takes all of it back: the period it billed may be billed anew. */
    public void reverse() {
        reversed = true;
        periodKey = null;
    }

    /**
     * Nobody has to pay it any more, as if it had not been asked for.
     *
     * @return what credit and payments had covered by then; it belongs to the account
     * @throws DomainException when the invoice is not open
     */
    public Money voidOpen() {
        requireOpen();
        status = InvoiceStatus.VOID;
        periodKey = null;
        return covered();
    }

    /** Given up: it stays asked for, but nobody expects it to be paid. @throws DomainException when it is not open */
    public void writeOff() {
        requireOpen();
        status = InvoiceStatus.UNCOLLECTIBLE;
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

    /** As {@link #serve}, for the charges alone: what the invoice gives back stays the rest of another period. */
    public void serveCharges(ServicePeriod period) {
        lines.stream().filter(line -> line.creditsLineId().isEmpty()).forEach(line -> line.serve(period));
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
        return money(asks && !isCreditNote() ? total - creditApplied - amountPaid - lowered : 0);
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    public InvoiceType type() {
        return type;
    }

    public boolean isCreditNote() {
        return type == InvoiceType.CREDIT_NOTE;
    }

    public InvoicePurpose purpose() {
        return purpose;
    }

    public UUID accountId() {
        return accountId;
    }

    /** Empty for an invoice of a perpetual license. */
    public Optional<UUID> subscriptionId() {
        return Optional.ofNullable(subscriptionId);
    }

    /** Empty for an invoice of a subscription. */
    public Optional<UUID> perpetualLicenseId() {
        return Optional.ofNullable(perpetualLicenseId);
    }

    /** The whole period that it bills; empty when it bills none, or counts no more. */
    public Optional<String> periodKey() {
        return Optional.ofNullable(periodKey);
    }

    /** The one invoice that this credit note takes back in part or whole; empty when it is of several, or none. */
    public Optional<UUID> correctsId() {
        return Optional.ofNullable(correctsId);
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

    /** What credit notes took off it while it was open. */
    public Money lowered() {
        return money(lowered);
    }

    public boolean isPaid() {
        return status == InvoiceStatus.PAID;
    }

    public boolean isOpen() {
        return status == InvoiceStatus.OPEN;
    }

    public boolean isReversed() {
        return reversed;
    }

    /** Whether it is open and was due before this instant. */
    public boolean isOverdueAt(Instant now) {
        return isOpen() && dueAt != null && now.isAfter(dueAt);
    }

    public List<InvoiceLine> lines() {
        return List.copyOf(lines);
    }

    /** One entry for each rate. */
    public List<TaxEntry> taxes() {
        return List.copyOf(taxes);
    }
}
