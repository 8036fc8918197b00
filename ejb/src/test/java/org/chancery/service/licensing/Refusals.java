package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Refusal;

/** What a test expects of a call that is refused. */
final class Refusals {

    private Refusals() {}

    static LicensingException refused(ThrowingCallable call, LicensingRefusal refusal) {
        LicensingException thrown = catchThrowableOfType(LicensingException.class, call);
        assertThat(thrown).as("refused with %s", refusal).isNotNull();
        assertThat(thrown.refusal()).isEqualTo(refusal);
        return thrown;
    }

    static DomainException refusedAs(ThrowingCallable call, Refusal refusal) {
        DomainException thrown = catchThrowableOfType(DomainException.class, call);
        assertThat(thrown).as("refused with %s", refusal).isNotNull();
        assertThat(thrown.refusal()).isEqualTo(refusal);
        return thrown;
    }
}
