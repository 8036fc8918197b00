package org.chancery.service.checkout;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.money.Money;

/**
 * The invoice that a subscription will bring next, as far as it is known today.
 *
 * @param at when it falls due
 * @param total after discount and with tax, before credit
 */
public record NextInvoiceView(UUID subscription, Instant at, Money total) implements Serializable {}
