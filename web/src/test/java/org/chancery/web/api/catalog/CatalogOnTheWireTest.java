package org.chancery.web.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogJson;
import org.chancery.service.catalog.CatalogRefusal;
import org.chancery.service.catalog.CatalogService;
import org.chancery.web.api.json.JsonSetup;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogOnTheWireTest {

    private final ObjectMapper mapper = JsonSetup.mapper();

    @Test
    void the_api_reads_and_writes_the_bytes_of_which_the_tag_is_made() throws IOException {
        try (InputStream starter = CatalogService.class.getResourceAsStream("starter-catalog.json")) {
            CatalogDocument document = mapper.readValue(starter, CatalogDocument.class);
            String json = mapper.writeValueAsString(document);
            assertThat(json).isEqualTo(CatalogJson.write(document)).contains("\"devices\":\"unlimited\"");
            assertThat(mapper.readValue(json, CatalogDocument.class)).isEqualTo(document);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"products\":[{\"code\":1}]}",
                "{\"products\":[{\"colour\":\"red\"}]}",
                "{\"products\":[{\"code\":\"a\",\"code\":\"b\"}]}",
                "{\"products\":[{\"plans\":[{\"trialDays\":1.5}]}]}",
                "{\"products\":[{\"plans\":[{\"trialDays\":\"7\"}]}]}",
                "{\"products\":[{\"plans\":[{\"prices\":[{\"amount\":99999999999999999999}]}]}]}",
                "{\"products\":{}}",
            })
    void what_is_not_a_catalog_document_is_refused(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, CatalogDocument.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @EnumSource(CatalogRefusal.class)
    void every_refusal_has_a_text(CatalogRefusal refusal) {
        assertThat(Texts.in(Locale.ENGLISH).ofRefusal(refusal)).isNotBlank();
    }

    @Test
    void a_field_of_the_wrong_type_is_named() {
        assertThatThrownBy(() -> mapper.readValue(
                        "{\"products\":[{\"plans\":[{\"instances\":{\"production\":\"many\"}}]}]}",
                        CatalogDocument.class))
                .isInstanceOfSatisfying(JsonMappingException.class, refused -> assertThat(refused.getPathReference())
                        .contains("products", "[0]", "plans", "instances", "production"));
    }
}
