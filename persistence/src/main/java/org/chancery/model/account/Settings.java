package org.chancery.model.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The one row of the vendor's settings. */
@Entity
public class Settings extends AggregateRoot {

    /** The row's id: there is only one, so that two nodes cannot both make it. */
    public static final UUID ID = new UUID(0, 1);

    @Embedded
    private @Nullable Seller seller; // null when every part is

    @ElementCollection
    @CollectionTable(name = "settings_tax_rate", joinColumns = @JoinColumn(name = "settings_id"))
    private Set<TaxRate> taxRates = new HashSet<>();

    @Column(nullable = false, length = 16)
    private String invoicePrefix;

    @Column(nullable = false)
    private int wireDays;

    @Column(nullable = false)
    private boolean selfRegistration;

    @Column(nullable = false)
    private long settlementDelaySeconds;

    @SuppressWarnings("NullAway.Init")
    protected Settings() {} // Hibernate only

    public Settings(SettingsValues values) {
        super(ID);
        change(values);
    }

    /** Takes over all values; invoices issued before keep what they were issued with. */
    public final void change(SettingsValues values) {
        seller = values.seller();
        taxRates.clear();
        taxRates.addAll(values.taxRates());
        invoicePrefix = values.invoicePrefix();
        wireDays = values.wireDays();
        selfRegistration = values.selfRegistration();
        settlementDelaySeconds = values.settlementDelay().toSeconds();
    }

    public SettingsValues values() {
        return new SettingsValues(
                seller == null ? Seller.NOBODY : seller,
                List.copyOf(taxRates),
                invoicePrefix,
                wireDays,
                selfRegistration,
                Duration.ofSeconds(settlementDelaySeconds));
    }
}
