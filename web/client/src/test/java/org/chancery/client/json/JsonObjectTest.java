package org.chancery.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    @Test
    void every_kind_of_member_is_read() {
        JsonObject json = JsonObject.parse(
                " {\"text\":\"a\",\"number\":-12,\"part\":1.5e3,\"yes\":true,\"no\":false,\"nothing\":null,"
                        + "\"list\":[\"x\",\"y\"],\"object\":{\"in\":1},\"objects\":[{\"a\":1},{\"a\":2}],\"empty\":{},\"none\":[]} ");
        assertThat(json.text("text")).isEqualTo("a");
        assertThat(json.number("number")).isEqualTo(-12);
        assertThat(json.members().get("part")).isEqualTo(new BigDecimal("1.5e3"));
        assertThat(json.flag("yes")).isTrue();
        assertThat(json.flag("no")).isFalse();
        assertThat(json.has("nothing")).isFalse();
        assertThat(json.texts("list")).containsExactly("x", "y");
        assertThat(json.object("object").number("in")).isEqualTo(1);
        assertThat(json.objects("objects")).extracting(one -> one.number("a")).isEqualTo(List.of(1L, 2L));
        assertThat(json.object("empty").names()).isEmpty();
        assertThat(json.texts("none")).isEmpty();
    }

    @Test
    void what_may_be_absent_is_null_or_empty() {
        JsonObject json = JsonObject.parse("{}");
        assertThat(json.optionalText("a")).isNull();
        assertThat(json.optionalNumber("a")).isNull();
        assertThat(json.optionalObject("a")).isNull();
        assertThat(json.texts("a")).isEmpty();
        assertThat(json.objects("a")).isEmpty();
        assertThat(json.flag("a")).isFalse();
    }

    @Test
    void escapes_and_characters_beyond_the_first_plane_are_read() {
        JsonObject json = JsonObject.parse("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00\u00fc\"}");
        assertThat(json.text("a")).isEqualTo("\"\\/\b\f\n\r\t\u00e4\ud83d\ude00\u00fc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "null",
                "{",
                "{}x",
                "{}{}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":null}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":[1,]}",
                "{\"a\":[null]}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":1234567890123456789012345678901}",
                "\ufeff{}"
            })
    void what_is_doubtful_is_refused(String text) {
        assertThatThrownBy(() -> JsonObject.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void depth_is_bounded() {
        String deep = "[".repeat(1000);
        assertThatThrownBy(() -> JsonObject.parse("{\"a\":" + deep)).isInstanceOf(JsonException.class);
        String allowed = "[".repeat(31) + "]".repeat(31);
        assertThat(JsonObject.parse("{\"a\":" + allowed + "}").has("a")).isTrue();
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] bytes = "{\"a\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[6] = (byte) 0xff;
        assertThatThrownBy(() -> JsonObject.parse(bytes)).isInstanceOf(JsonException.class);
    }

    @Test
    void members_of_another_type_are_refused() {
        JsonObject json = JsonObject.parse("{\"n\":1,\"big\":99999999999999999999,\"part\":1.5,\"t\":\"1\",\"l\":[1]}");
        assertThatThrownBy(() -> json.text("n")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> json.number("t")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> json.number("big")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> json.number("part")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> json.number("missing")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> json.object("n")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> json.texts("l")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> json.flag("n")).isInstanceOf(JsonException.class);
    }

    @Test
    void neither_messages_nor_descriptions_quote_values() {
        assertThatThrownBy(() -> JsonObject.parse("{\"secret\":\"lic_abc\",}")).hasMessageNotContaining("lic_abc");
        assertThat(JsonObject.parse("{\"secret\":\"lic_abc\"}").toString()).doesNotContain("lic_abc");
    }
}
