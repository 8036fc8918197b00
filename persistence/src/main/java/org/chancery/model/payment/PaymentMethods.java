package org.chancery.model.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All payment methods. */
public interface PaymentMethods {

    void add(PaymentMethod method);

    /** Removed ones too: payments were charged to them. */
    Optional<PaymentMethod> find(UUID id);

    /** As {@link #find} for several at once. */
    List<PaymentMethod> findAll(Collection<UUID> ids);

    /** The method that a visit to the provider's page brought, also when it was removed since. */
    Optional<PaymentMethod> findBySetup(String setupReference);

    /** An account's methods without those removed, oldest first. */
    List<PaymentMethod> ofAccount(UUID accountId);

    /** What is charged when nothing is named. */
    default Optional<PaymentMethod> findDefault(UUID accountId) {
        return ofAccount(accountId).stream().filter(PaymentMethod::isDefault).findFirst();
    }
}
