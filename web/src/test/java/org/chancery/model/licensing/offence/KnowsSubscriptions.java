package org.chancery.model.licensing.offence;

import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.offence.Offends;

@Offends("licensing_knows_nothing_of_money")
public record KnowsSubscriptions(SubscriptionStatus known) {}
