package org.chancery.model.money.offence;

import org.chancery.model.time.offence.KnowsMoney;
import org.chancery.offence.Offends;

@Offends("features_of_the_model_form_no_cycles")
public record KnowsTime(KnowsMoney known) {}
