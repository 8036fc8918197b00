package org.chancery.service.licensing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * What people carry between a site without a server and us: a request or a return, as the JSON that the site wrote, or
 * as base64url of that, for those who have to type or mail it. Members that we do not know are let pass: a newer client
 * may say more.
 */
final class OfflineText {

    private static final int LONGEST = 128 * 1024; // a return carries its whole license
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private OfflineText(JsonNode object) {
        this.object = object;
    }

    /** @throws InvalidRequestException naming the field when its text is not one */
    static OfflineText read(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidRequestException(field, "required", "Is required");
        }
        String file = text.strip();
        if (file.length() <= LONGEST) {
            try {
                JsonNode node = JSON.readTree(file.startsWith("{") ? file : decoded(file));
                if (node.isObject()) {
                    return new OfflineText(node);
                }
            } catch (IOException | IllegalArgumentException e) {
                // told below: it is not such a file either way
            }
        }
        throw new InvalidRequestException(field, "form", "Takes the file of the site, as JSON or as base64url of it");
    }

    private static String decoded(String file) {
        return new String(Base64.getUrlDecoder().decode(file.replaceAll("\\s", "")), StandardCharsets.UTF_8);
    }

    /** The member, when it is a text; null otherwise. */
    @Nullable
    String text(String name) {
        return object.path(name).textValue();
    }

    /** The member of a member, when it is a text; null otherwise. */
    @Nullable
    String text(String outer, String name) {
        return object.path(outer).path(name).textValue();
    }
}
