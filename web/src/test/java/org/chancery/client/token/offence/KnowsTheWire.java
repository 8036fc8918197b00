package org.chancery.client.token.offence;

import org.chancery.client.wire.offence.KnowsTokens;
import org.chancery.offence.Offends;

@Offends("parts_of_the_client_form_no_cycles")
public record KnowsTheWire(KnowsTokens known) {}
