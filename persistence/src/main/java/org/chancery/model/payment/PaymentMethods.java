package org.chancery.model.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All payment methods. */
public interface PaymentMethods {

    void add(PaymentMethod method);

    Optional<PaymentMethod> find(UUID id);

    /** An account's methods, oldest first. */
    List<PaymentMethod> ofAccount(UUID accountId);

    /** What is charged when nothing is named. */
    default Optional<PaymentMethod> findDefault(UUID accountId) {
        return ofAccount(accountId).stream().filter(PaymentMethod::isDefault).findFirst();
    }
}
