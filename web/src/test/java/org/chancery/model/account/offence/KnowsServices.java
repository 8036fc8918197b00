package org.chancery.model.account.offence;

import org.chancery.offence.Offends;
import org.chancery.service.platform.Caller;

@Offends("layers")
public record KnowsServices(Caller known) {}
