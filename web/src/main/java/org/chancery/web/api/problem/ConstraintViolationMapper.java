package org.chancery.web.api.problem;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Fields against their constraints; closer than the mapper that the server brings, which answers plain text. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    @Inject
    private FaultAnswers answers;

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
        return answers.answer(thrown);
    }
}
