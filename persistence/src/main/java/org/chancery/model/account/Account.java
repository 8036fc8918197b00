package org.chancery.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * The paying customer. A self-registered one starts without a company and cannot order before it has given one. Its
 * currency may change until the first order fixes it for good, because its credit is kept in it.
 */
@Entity
public class Account extends AggregateRoot {

    @Column(nullable = false, length = 200)
    private String company;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(nullable = false, length = 3)
    private Currency currency;

    @Column(nullable = false)
    private boolean currencyFixed;

    @Column(nullable = false, length = 2)
    private String country;

    @Column(nullable = false, length = 64)
    private String timeZone;

    @Column(length = 32)
    private @Nullable String taxId;

    @Column(nullable = false, length = 1000)
    private String address;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Account() {} // Hibernate only

    public Account(UUID id, AccountDetails details, Instant createdAt) {
        super(id);
        this.createdAt = createdAt;
        take(details);
    }

    /** Takes over new details. Past invoices keep what they were issued with. */
    public void change(AccountDetails details) {
        if (currencyFixed && !currency.equals(details.currency())) {
            throw new DomainException(
                    AccountRefusal.CURRENCY_FIXED, "The first order fixed " + currency + " for account " + id());
        }
        take(details);
    }

    /** The first order fixes the currency; further orders find it fixed. */
    public void fixCurrency() {
        currencyFixed = true;
    }

    /** @throws DomainException when the company is not known yet: nothing can be invoiced to nobody */
    public void requireComplete() {
        if (!isComplete()) {
            throw new DomainException(AccountRefusal.ACCOUNT_INCOMPLETE, "Account " + id() + " has no company yet");
        }
    }

    public boolean isComplete() {
        return !company.isEmpty();
    }

    public AccountDetails details() {
        return new AccountDetails(company, email, currency, country, timeZone, taxId, address);
    }

    public Currency currency() {
        return currency;
    }

    public boolean isCurrencyFixed() {
        return currencyFixed;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Instant createdAt() {
        return createdAt;
    }

    private void take(AccountDetails details) {
        company = details.company();
        email = details.email();
        currency = details.currency();
        country = details.country();
        timeZone = details.timeZone();
        taxId = details.taxId();
        address = details.address();
    }
}
