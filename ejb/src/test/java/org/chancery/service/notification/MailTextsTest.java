package org.chancery.service.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.notification.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailTextsTest {

    private static final EmailAddress ANA = new EmailAddress("ana@example.org");

    @Test
    void a_value_is_never_markup() {
        Mail mail = write("invitation", "<script>alert(1)</script>&\"'");
        assertThat(mail.html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;");
        assertThat(mail.text()).contains("<script>alert(1)</script>&\"'");
    }

    @Test
    void a_value_cannot_start_a_header_or_a_link_or_name_another_value() {
        Mail mail = write("invitation", "Evil\r\nBcc: eve@example.org\n\n{link}\n\n> {role} $1 \\");
        assertThat(mail.subject()).doesNotContain("\r", "\n");
        assertThat(mail.html()).containsOnlyOnce("<a href=").contains("{link}", "{role} $1 \\");
    }

    @Test
    void a_long_name_is_cut_in_the_subject() {
        assertThat(write("invitation", "x".repeat(500)).subject()).hasSize(200);
    }

    @Test
    void a_code_is_large_and_a_link_can_be_followed() {
        Mail code = MailTexts.write(MailOrder.of(ANA, "sign-in", "en", Map.of("code", "12345678")));
        assertThat(code.text()).contains("\n\n12345678\n\n");
        assertThat(code.html()).contains("letter-spacing").contains("12345678");
        assertThat(code.subject()).doesNotContain("12345678");
        assertThat(write("invitation", "Acme").html())
                .contains("<a href=\"https://portal.example/sign-in\">https://portal.example/sign-in</a>");
    }

    @Test
    void another_language_falls_back_to_english() {
        assertThat(MailTexts.write(MailOrder.of(ANA, "sign-in", "tlh", Map.of("code", "1")))
                        .subject())
                .isEqualTo("Your sign-in code");
    }

    @Test
    void a_forgotten_value_is_a_fault_and_not_a_hole_in_the_mail() {
        assertThatThrownBy(() -> MailTexts.write(MailOrder.of(ANA, "sign-in", "en", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_template_has_a_subject_and_a_text(String template) {
        ResourceBundle bundle = ResourceBundle.getBundle(MailTexts.BUNDLE);
        Map<String, String> values = Pattern.compile("\\{([a-zA-Z]+)}")
                .matcher(bundle.getString(template + ".subject") + bundle.getString(template + ".text"))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> "value"));
        Mail mail = MailTexts.write(MailOrder.of(ANA, template, "en", values));
        assertThat(mail.text()).isNotBlank().doesNotContain("{", "> ");
        assertThat(mail.html()).contains("<p>").doesNotContain("{");
    }

    static java.util.Set<String> templates() {
        return ResourceBundle.getBundle(MailTexts.BUNDLE).keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    private static Mail write(String template, String company) {
        Map<String, String> values =
                Map.of("company", company, "role", "member", "link", "https://portal.example/sign-in");
        return MailTexts.write(MailOrder.of(ANA, template, "en", values));
    }
}
