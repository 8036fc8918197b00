package org.chancery.web.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.chancery.model.platform.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on the wire, RFC 9457 with our members beside the standard ones.
 *
 * @param type stable URN of the code and reason
 * @param title a sentence for people, in the language asked for
 * @param code the stable number
 * @param name the code's name
 * @param reason tells refusals of one code apart, or null
 * @param remedy one stable word for programs: what to do
 * @param errors what is wrong with which field, only for code 106
 * @param reference the request's id, under which the log has more
 * @param details further members of this refusal, such as {@code updatesUntil}
 */
@JsonPropertyOrder({"type", "title", "status", "code", "name", "reason", "remedy", "errors", "reference"})
public record Problem(
        String type,
        String title,
        int status,
        int code,
        String name,
        @Nullable String reason,
        String remedy,
        @Nullable List<FieldError> errors,
        @Nullable String reference,
        @JsonProperty(access = JsonProperty.Access.READ_ONLY) @JsonAnyGetter Map<String, Object> details) {}
