package org.chancery.service.catalog.offence;

import org.chancery.offence.Offends;
import org.chancery.service.payment.offence.KnowsCatalogs;

@Offends("features_of_the_services_form_no_cycles")
public record KnowsPayments(KnowsCatalogs known) {}
