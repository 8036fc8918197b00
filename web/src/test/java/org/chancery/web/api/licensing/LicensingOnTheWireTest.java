package org.chancery.web.api.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.service.licensing.ActivatedInstance;
import org.chancery.service.licensing.CheckedInstance;
import org.chancery.service.licensing.Entitlements;
import org.chancery.service.licensing.IssuedSecret;
import org.chancery.service.licensing.LicensePreview;
import org.chancery.service.licensing.QuotaUse;
import org.chancery.service.licensing.SeatAnswer;
import org.chancery.service.licensing.SeatUse;
import org.chancery.web.api.json.JsonSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicensingOnTheWireTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final ObjectMapper JSON = JsonSetup.mapper();

    @Test
    void an_activation_is_answered_as_the_contract_says() throws Exception {
        ActivatedInstance activated = new ActivatedInstance(new UUID(1, 1), 1, 1, "a.b.c", "\"1-x\"", 3600, NOON);

        assertThat(JSON.writeValueAsString(ActivationResponse.of(activated, "https://h/e")))
                .isEqualTo("{\"instanceId\":\"00000000-0000-0001-0000-000000000001\",\"epoch\":1,\"seq\":1,"
                        + "\"lease\":\"a.b.c\",\"entitlements\":{\"etag\":\"\\\"1-x\\\"\",\"href\":\"https://h/e\"},"
                        + "\"checkInterval\":3600,\"serverTime\":\"2026-04-10T12:00:00Z\"}");
    }

    @Test
    void a_check_is_answered_as_the_contract_says() throws Exception {
        assertThat(JSON.writeValueAsString(new CheckedInstance(2, "a.b.c", true, 3600, null, null)))
                .isEqualTo("{\"seq\":2,\"lease\":\"a.b.c\",\"entitlementsChanged\":true,\"nextCheckAfter\":3600}");
        assertThat(JSON.writeValueAsString(
                        new CheckedInstance(2, "a.b.c", true, 3600, new SeatAnswer.OverLimit(1, 2, NOON), null)))
                .endsWith("\"overLimit\":{\"limit\":1,\"used\":2,\"until\":\"2026-04-10T12:00:00Z\"}}");
        assertThat(JSON.writeValueAsString(
                        new CheckedInstance(2, "a.b.c", true, 3600, null, Map.of("devices", new QuotaUse(500L, 612)))))
                .endsWith("\"overQuota\":{\"devices\":{\"limit\":500,\"used\":612}}}");
    }

    @Test
    void a_preview_is_the_entitlements_without_instance_parts_and_the_seats() throws Exception {
        Entitlements entitlements = new Entitlements(
                "l-1",
                "iot-platform",
                3,
                new Entitlements.Plan("startup", "Startup"),
                null,
                Map.of("devices", "unlimited"),
                List.of("rules"),
                new TreeMap<>(Map.of("additional-users", 2L)),
                "priority",
                List.of(),
                List.of(),
                LocalDate.of(2027, 4, 10),
                null);

        assertThat(JSON.writeValueAsString(PreviewResponse.of(
                        new LicensePreview(entitlements, Map.of("production", new SeatUse("unlimited", 1))))))
                .isEqualTo("{\"license\":\"l-1\",\"product\":\"iot-platform\",\"revision\":3,"
                        + "\"plan\":{\"code\":\"startup\",\"name\":\"Startup\"},\"limits\":{\"devices\":\"unlimited\"},"
                        + "\"features\":[\"rules\"],\"addOns\":{\"additional-users\":2},\"support\":\"priority\","
                        + "\"domains\":[],\"brands\":[],\"updatesUntil\":\"2027-04-10\","
                        + "\"seats\":{\"production\":{\"limit\":\"unlimited\",\"used\":1}}}");
    }

    @Test
    void a_new_secret_is_answered_with_the_end_of_the_old_one() throws Exception {
        assertThat(JSON.writeValueAsString(new IssuedSecret("lic_x", NOON)))
                .isEqualTo("{\"secret\":\"lic_x\",\"previousUntil\":\"2026-04-10T12:00:00Z\"}");
        assertThat(JSON.writeValueAsString(new IssuedSecret("lic_x", null))).isEqualTo("{\"secret\":\"lic_x\"}");
    }

    @Test
    void a_check_takes_everything_the_contract_names() throws Exception {
        CheckRequest request = JSON.readValue(
                "{\"epoch\":1,\"seq\":2,\"nextSecretHash\":\"h\",\"nonce\":\"n\",\"bootId\":\"b\",\"receipt\":\"r\","
                        + "\"productVersion\":\"1\",\"releaseDate\":\"2026-01-01\",\"usage\":{\"devices\":7},"
                        + "\"certificates\":[{\"domain\":\"d\",\"state\":\"valid\",\"issuer\":\"i\","
                        + "\"notBefore\":\"2026-04-10T12:00:00Z\",\"notAfter\":\"2026-04-10T12:00:00Z\"}],"
                        + "\"appliedRevision\":3,\"restartNeeded\":false}",
                CheckRequest.class);

        assertThat(request.usage()).isEqualTo(Map.of("devices", 7L));
        assertThat(request.certificates()).hasSize(1);
        assertThat(request.appliedRevision()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"epoch\":1.5}",
                "{\"epoch\":\"1\"}",
                "{\"seq\":99999999999999999999}",
                "{\"nonce\":7}",
                "{\"unknown\":1}",
                "{\"epoch\":1,\"epoch\":1}",
                "{\"restartNeeded\":\"yes\"}",
                "[]"
            })
    void a_check_takes_nothing_else(String body) {
        assertThatThrownBy(() -> JSON.readValue(body, CheckRequest.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Bearer lic_x, lic_x",
                "bearer  lic_x, lic_x",
                "Bearer \"lic_x\", lic_x",
                "Basic lic_x, ''",
                "lic_x, ''",
                "Bearer, ''",
                "-, ''"
            })
    void the_secret_is_what_follows_bearer(@Nullable String header, String secret) {
        assertThat(Sender.bearer(header).clear()).isEqualTo(secret);
    }
}
