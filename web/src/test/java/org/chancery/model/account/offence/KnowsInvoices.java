package org.chancery.model.account.offence;

import org.chancery.model.billing.InvoiceStatus;
import org.chancery.offence.Offends;

@Offends("features_know_only_those_below_them")
public record KnowsInvoices(InvoiceStatus known) {}
