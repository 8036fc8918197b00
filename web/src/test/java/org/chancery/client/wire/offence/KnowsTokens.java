package org.chancery.client.wire.offence;

import org.chancery.client.token.offence.KnowsTheWire;
import org.chancery.offence.Offends;

@Offends("parts_of_the_client_form_no_cycles")
public record KnowsTokens(KnowsTheWire known) {}
