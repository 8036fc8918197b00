package org.chancery.service.licensing.offence;

import org.chancery.model.money.Money;
import org.chancery.offence.Offends;

@Offends("licensing_knows_nothing_of_money")
public record KnowsMoney(Money known) {}
