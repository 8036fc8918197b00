package org.chancery.web.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;
import org.chancery.web.api.json.JsonSetup;
import org.chancery.web.portal.component.Texts;
import org.chancery.web.portal.help.CheckAnswer;
import org.jspecify.annotations.Nullable;

/** Makes problems: the one place that knows which status and which words belong to a refusal. */
@ApplicationScoped
public class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";
    /** The detail of a refusal that becomes the header of that name too, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    /** The answer to a refusal of the domain; its details travel as members, {@code retryAfter} as a header too. */
    public Response answer(DomainException refused, Locale locale, String reference) {
        Response.ResponseBuilder response = builder(ofRefusal(refused, locale, reference));
        Object retryAfter = refused.details().get(RETRY_AFTER);
        if (retryAfter != null) {
            response.header("Retry-After", retryAfter);
        }
        return response.build();
    }

    public Problem ofRefusal(DomainException refused, Locale locale, String reference) {
        List<FieldError> errors = refused instanceof InvalidRequestException invalid ? invalid.errors() : null;
        return problem(refused.refusal(), null, locale, errors, reference, refused.details());
    }

    public Response answer(Refusal refusal, Locale locale, String reference) {
        return builder(problem(refusal, null, locale, null, reference, Map.of()))
                .build();
    }

    public Response invalid(List<FieldError> errors, Locale locale, String reference) {
        return builder(problem(CommonRefusal.INVALID_REQUEST, null, locale, errors, reference, Map.of()))
                .build();
    }

    /** The answer to a plain status that no rule of ours gave. */
    public Response answerStatus(int status, Locale locale, String reference) {
        return builder(ofStatus(status, locale, reference)).build();
    }

    public Problem ofStatus(int status, Locale locale, String reference) {
        Refusal refusal =
                switch (status) {
                    case 401 -> CommonRefusal.UNAUTHENTICATED;
                    case 403 -> CommonRefusal.FORBIDDEN;
                    case 404 -> CommonRefusal.NOT_FOUND;
                    default -> status >= 500 ? CommonRefusal.SERVER_ERROR : CommonRefusal.HTTP_ERROR;
                };
        return problem(refusal, status, locale, null, reference, Map.of());
    }

    /** Writes the problem as the whole answer, for those who stand outside of a resource. */
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(JsonSetup.mapper().writeValueAsBytes(problem));
    }

    private static Problem problem(
            Refusal refusal,
            @Nullable Integer status,
            Locale locale,
            @Nullable List<FieldError> errors,
            String reference,
            Map<String, Object> details) {
        ProblemCode code = refusal.code();
        String reason = refusal.reason();
        return new Problem(
                "urn:chancery:problem:" + code.number() + (reason == null ? "" : ":" + reason),
                Texts.in(locale).ofRefusal(refusal),
                status == null ? statusOf(code.kind()) : status,
                code.number(),
                code.name(),
                reason,
                refusal.remedy(),
                errors,
                reference,
                details);
    }

    /** What an instance may meet is explained to people, too: the header says where. */
    private static Response.ResponseBuilder builder(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
        CheckAnswer.addressOf(ProblemCode.valueOf(problem.name()), problem.reason())
                .ifPresent(address -> response.header("Link", "<" + address + ">; rel=\"help\""));
        return response;
    }

    private static int statusOf(ProblemCode.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case PAYMENT -> 402;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case FAULT -> 500;
        };
    }
}
