package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Coming in by a mailed code. */
@ContainerTest
class SignInBrowserIT {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(SignInBrowserIT.class);
    }

    @Test
    void a_new_customer_signs_in_and_says_who_they_are() {
        try (Visitor visitor = new Visitor()) {
            visitor.open("/sign-in");
            visitor.judge("sign-in");
            visitor.signIn("/sign-in", Sandbox.freshEmail());
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/welcome.*"));
            visitor.judge("welcome");
            visitor.page().locator("#company").fill("Kepler Sensors");
            visitor.page().locator("#save").click();
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/overview"));
            visitor.judge("overview-empty");
        }
    }

    @Test
    void a_wrong_code_says_so_beside_the_form_and_another_browser_has_no_use_for_the_right_one() {
        try (Visitor visitor = new Visitor();
                Visitor thief = new Visitor()) {
            visitor.open("/sign-in");
            visitor.page().locator("#email").fill(Sandbox.freshEmail());
            visitor.page().locator("#send").click();
            visitor.page().locator("#code").fill("00000000");
            visitor.page().locator("#enter").click();
            assertThat(visitor.page().locator("#messages")).containsText("This code does not work");
            visitor.judge("sign-in-wrong-code");

            thief.open("/sign-in/code");
            assertThat(thief.page()).hasURL(Pattern.compile(".*/sign-in$"));
        }
    }

    @Test
    void who_is_not_signed_in_comes_back_to_the_page_that_was_wanted() {
        try (Visitor visitor = new Visitor()) {
            visitor.signIn("/instances", "ana@example.org");
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/instances"));
        }
    }

    @Test
    void a_missing_page_is_a_page_too() {
        try (Visitor visitor = new Visitor()) {
            visitor.open("/nothing-here");
            assertThat(visitor.page().locator("h1")).hasText("Page not found");
        }
    }
}
