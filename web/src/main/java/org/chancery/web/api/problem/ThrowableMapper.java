package org.chancery.web.api.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever no other mapper takes. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    @Inject
    private FaultAnswers answers;

    @Override
    public Response toResponse(Throwable thrown) {
        return answers.answer(thrown);
    }
}
