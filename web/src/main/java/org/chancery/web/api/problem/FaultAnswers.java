package org.chancery.web.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.service.licensing.port.CannotSignException;
import org.chancery.web.edge.BodyTooLargeException;
import org.chancery.web.edge.ErrorAnswers;
import org.chancery.web.edge.LostRaces;
import org.chancery.web.portal.component.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever a resource throws leaves here as a problem. One place, because the cause is often wrapped (EJB, reader) and
 * the decision is always the same: unwrap, then answer by kind. No message of an exception reaches the caller.
 */
@RequestScoped
public class FaultAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(FaultAnswers.class);
    private static final int MAX_WRAPPERS = 10;

    @Inject
    private Problems problems;

    @Inject
    private Languages languages;

    @Inject
    private HttpServletRequest request;

    /** The problem that answers whatever a resource threw. */
    public Response answer(Throwable thrown) {
        Throwable cause = unwrap(thrown);
        Locale locale = languages.of(request);
        String reference = ErrorAnswers.referenceOf(request);
        if (cause instanceof DomainException refused) {
            return problems.answer(refused, locale, reference);
        }
        if (cause instanceof JsonProcessingException unreadable) {
            return problems.invalid(List.of(fieldOf(unreadable)), locale, reference);
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return problems.invalid(fieldsOf(invalid), locale, reference);
        }
        if (cause instanceof BodyTooLargeException) {
            return problems.answerStatus(413, locale, reference);
        }
        if (cause instanceof EJBAccessException) {
            boolean anonymous = request.getUserPrincipal() == null;
            return problems.answer(
                    anonymous ? CommonRefusal.UNAUTHENTICATED : CommonRefusal.FORBIDDEN, locale, reference);
        }
        if (LostRaces.isOne(thrown)) {
            return problems.answer(CommonRefusal.CONFLICT, locale, reference);
        }
        if (cause instanceof WebApplicationException plain
                && plain.getResponse().getStatus() < 500) {
            return withHeaders(plain, problems.answerStatus(plain.getResponse().getStatus(), locale, reference));
        }
        if (cause instanceof CannotSignException) { // no denial: nobody could trust it
            LOG.error("request.unsigned reference={} path={}", reference, request.getRequestURI(), cause);
            return problems.answerStatus(503, locale, reference);
        }
        LOG.error("request.failed reference={} path={}", reference, request.getRequestURI(), cause);
        return problems.answer(CommonRefusal.SERVER_ERROR, locale, reference);
    }

    /** Allow and the like belong to the status and must not be lost. */
    private static Response withHeaders(WebApplicationException plain, Response problem) {
        String allow = plain.getResponse().getHeaderString("Allow");
        return allow == null
                ? problem
                : Response.fromResponse(problem).header("Allow", allow).build();
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_WRAPPERS && isWrapper(cause) && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable thrown) {
        return (thrown instanceof EJBException && !(thrown instanceof EJBAccessException))
                || thrown instanceof RollbackException // what the commit found, such as another's change
                || thrown instanceof jakarta.ws.rs.ProcessingException
                || thrown instanceof WebApplicationException
                        && (thrown.getCause() instanceof JsonProcessingException
                                || thrown.getCause() instanceof BodyTooLargeException)
                || thrown instanceof JsonMappingException && thrown.getCause() instanceof BodyTooLargeException;
    }

    private static FieldError fieldOf(JsonProcessingException unreadable) {
        String field = unreadable instanceof JsonMappingException mapping ? pathOf(mapping) : "";
        if (unreadable instanceof UnrecognizedPropertyException) {
            return new FieldError(field, "unknown", "This field does not exist");
        }
        if (unreadable instanceof JsonMappingException && !field.isEmpty()) {
            return new FieldError(field, "type", "This field has the wrong type or form");
        }
        return new FieldError(field, "malformed", "The body is not the JSON that this call takes");
    }

    private static String pathOf(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static List<FieldError> fieldsOf(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(FaultAnswers::fieldOf)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
    }

    private static FieldError fieldOf(ConstraintViolation<?> violation) {
        // The path is method, parameter, field. A parameter of the address is the field itself; a body is no field.
        List<String> path = Arrays.asList(violation.getPropertyPath().toString().split("\\."));
        String field = path.stream()
                .skip(path.size() > 2 ? 2 : 1)
                .filter(step -> !step.equals("body"))
                .collect(Collectors.joining("."));
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code =
                switch (annotation) {
                    case "NotNull", "NotBlank", "NotEmpty" -> "required";
                    case "Size" -> "length";
                    case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "range";
                    default -> "form";
                };
        return new FieldError(field, code, violation.getMessage());
    }
}
