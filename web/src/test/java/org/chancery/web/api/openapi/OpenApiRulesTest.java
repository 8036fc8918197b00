package org.chancery.web.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The document is a good OpenAPI 3.1 document, by the judgement of others. */
class OpenApiRulesTest {

    private final ObjectNode document = OpenApiDocument.at(URI.create("https://example.org"));
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    @Test
    void a_parser_of_others_reads_it_without_a_complaint() {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document.toString(), null, new ParseOptions());
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(result.getOpenAPI().getPaths()).hasSize(document.get("paths").size());
    }

    @Test
    void every_schema_is_a_json_schema() {
        JsonSchema metaSchema = schemas.getSchema(SchemaLocation.of(SchemaId.V202012));
        document.at("/components/schemas").fields().forEachRemaining(schema -> assertThat(
                        metaSchema.validate(schema.getValue()))
                .as(schema.getKey())
                .isEmpty());
    }

    @Test
    void every_example_is_valid_by_its_schema() {
        List<JsonNode> media = new ArrayList<>();
        collectMedia(document, media);
        assertThat(media).hasSizeGreaterThan(20);
        for (JsonNode one : media) {
            Set<ValidationMessage> faults = schemaWithin(one.get("schema")).validate(one.get("example"));
            assertThat(faults).as(one.toString()).isEmpty();
        }
    }

    @Test
    void every_operation_has_a_name_of_its_own_and_says_who_may_call() {
        Set<String> names = new HashSet<>();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("responses")) {
                        assertThat(names.add(operation.path("operationId").asText()))
                                .as(operation.toString())
                                .isTrue();
                        assertThat(operation.has("security"))
                                .as(operation.toString())
                                .isTrue();
                        assertThat(operation.path("summary").asText()).isNotBlank();
                    }
                }));
    }

    private static void collectMedia(JsonNode node, List<JsonNode> found) {
        if (node.has("schema") && node.has("example")) {
            found.add(node);
        }
        node.forEach(child -> collectMedia(child, found));
    }

    /** A schema with the document's components beside it, so that its references lead somewhere. */
    private JsonSchema schemaWithin(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.get("components"));
        return schemas.getSchema(root);
    }
}
