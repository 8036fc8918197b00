package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The jobs in the console. Only rows that no timer takes within the test are written here: nightly ones, and one that is held. */
@ContainerTest
class JobsBrowserIT {

    private static final Tables TABLES = Tables.of(JobsBrowserIT.class);
    private static final String OURS = "('invariants', 'sent-mails', 'call-counts')";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(JobsBrowserIT.class).addClass(DatabaseProbe.class);
    }

    @AfterEach
    void nobody_has_run_them() {
        TABLES.change("delete from job_run where job in " + OURS);
    }

    @Test
    void what_failed_is_late_or_running_is_told_to_whoever_reads_the_console() {
        nobody_has_run_them();
        ended(
                "invariants",
                "5' hour",
                "'IllegalStateException: 3 breaches, the first of \"I2 credit is never below zero\"'");
        ended("sent-mails", "4' day", "null");
        TABLES.change("insert into job_run (job, owner, started_at, held_until) values ('call-counts', 'licenses-2',"
                + " current_timestamp - interval '20' second, current_timestamp + interval '1' day)");
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console", Sandbox.operator("viewer"));
            Page page = operator.page();
            page.getByText("See what is wrong").click();
            assertThat(page).hasURL(Pattern.compile(".*/console/jobs"));
            assertThat(page.locator(".nav a[aria-current]")).hasText("Jobs");
            assertThat(page.locator(".state")).containsText(told("\\d jobs need a look"));
            assertThat(row(page, "Invariants"))
                    .containsText(told("5 hours ago.*8 s.*licenses-1.*Failed.*3 breaches.*invariant\\.broken"));
            assertThat(row(page, "Sent mail")).containsText(told("4 days ago.*licenses-1.*Overdue.*No node"));
            assertThat(row(page, "Call limits")).containsText(told("began \\d+ seconds ago.*licenses-2.*Running"));
            operator.judge("console-jobs");
        }
    }

    @Test
    void what_never_ran_or_was_cut_off_is_no_reason_to_worry() {
        nobody_has_run_them();
        ended("invariants", "25' hour", "null");
        TABLES.change("update job_run set owner = 'licenses-2', started_at = current_timestamp - interval '90' second,"
                + " held_until = current_timestamp - interval '60' second where job = 'invariants'");
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console/jobs", Sandbox.operator("support"));
            Page page = operator.page();
            assertThat(row(page, "Invariants"))
                    .containsText(told("began 1 minute ago.*licenses-2.*Cut off.*nothing is done twice"));
            assertThat(row(page, "Sent mail")).containsText("Not run yet");
            operator.judge("console-jobs-quiet");
        }
    }

    private static Pattern told(String words) {
        return Pattern.compile(words, Pattern.DOTALL);
    }

    private static Locator row(Page page, String name) {
        return page.locator("#jobs tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** @param ago such as {@code 5' hour} */
    private static void ended(String job, String ago, String failure) {
        String when = "current_timestamp - interval '" + ago;
        TABLES.change("insert into job_run (job, owner, started_at, last_owner, last_started_at, finished_at, failure)"
                + " values ('" + job + "', 'licenses-1', " + when + ", 'licenses-1', " + when
                + " - interval '8' second, "
                + when + ", " + failure + ")");
    }
}
