package org.chancery.web.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Unreadable JSON; closer than the mapper that the server brings, which shows class names. */
@Provider
public class JsonMapper implements ExceptionMapper<JsonProcessingException> {

    @Inject
    private FaultAnswers answers;

    @Override
    public Response toResponse(JsonProcessingException thrown) {
        return answers.answer(thrown);
    }
}
