package org.chancery.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void members_keep_their_order_and_nulls_are_left_out() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("text", "a");
        members.put("gone", null);
        members.put("number", 7L);
        members.put("flag", true);
        members.put("list", List.of("x", 1));
        members.put("object", Map.of("in", Instant.EPOCH));
        assertThat(JsonWriter.write(members))
                .isEqualTo("{\"text\":\"a\",\"number\":7,\"flag\":true,\"list\":[\"x\",1],"
                        + "\"object\":{\"in\":\"1970-01-01T00:00:00Z\"}}");
    }

    @Test
    void what_is_written_reads_the_same() {
        String text = "quote\" back\\ line\n return\r tab\t bell\u0007 \u00e4 \ud83d\ude00 </script>";
        assertThat(JsonObject.parse(JsonWriter.bytes(Map.of("a", text))).text("a"))
                .isEqualTo(text);
    }
}
