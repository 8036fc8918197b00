package org.chancery.service.payment.offence;

import org.chancery.offence.Offends;
import org.chancery.service.catalog.offence.KnowsPayments;

@Offends("features_of_the_services_form_no_cycles")
public record KnowsCatalogs(KnowsPayments known) {}
