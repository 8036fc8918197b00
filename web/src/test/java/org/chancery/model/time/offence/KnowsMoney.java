package org.chancery.model.time.offence;

import org.chancery.model.money.offence.KnowsTime;
import org.chancery.offence.Offends;

@Offends("features_of_the_model_form_no_cycles")
public record KnowsMoney(KnowsTime known) {}
