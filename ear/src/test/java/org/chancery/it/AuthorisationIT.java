package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.chancery.it.authorisation.Actor;
import org.chancery.it.authorisation.Call;
import org.chancery.it.authorisation.Cast;
import org.chancery.it.authorisation.Doors;
import org.chancery.it.authorisation.Row;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.AuditProbe;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * The table of authorisations against the running server: every page and endpoint by every actor, with a request that
 * is refused for nothing but its sender. That the table is complete is AuthorisationTableTest's to say.
 */
@ContainerTest
class AuthorisationIT {

    private static final String AUDIT = "/AuthorisationIT/audit?action=";

    private final UUID account = Sandbox.account();
    private final Cast cast = new Cast(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(AuthorisationIT.class).addClass(AuditProbe.class);
    }

    @Test
    void every_endpoint_answers_every_actor_as_the_table_says() {
        Doors doors = new Doors(account);
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows(true)) {
            for (Actor actor : Actor.values()) {
                knock(row, actor, doors.knockAt(row), softly);
            }
        }
        softly.assertAll();
    }

    /** Also: a success leaves its entry in the audit trail, a refusal none. */
    private void knock(Row row, Actor actor, Call call, SoftAssertions softly) {
        long before = row.isAudited() ? entries(row.audit()) : 0;
        Api.Answer answer = cast.call(actor, row.method(), call.address(row.path()), call.filledBody());
        String cell = row.cell(actor);
        expect(cell, answer, row.key() + " by " + actor, softly);
        if (row.isAudited()) {
            softly.assertThat(entries(row.audit()) > before)
                    .as("%s by %s is in the audit trail as %s", row.key(), actor, row.audit())
                    .isEqualTo(cell.equals("ok"));
        }
    }

    @Test
    void what_belongs_to_others_looks_as_if_it_did_not_exist() {
        Doors doors = new Doors(account);
        List<Row> guarded = rows(true).stream()
                .filter(row -> row.cell(Actor.OTHER).equals("404"))
                .filter(row -> !doors.knockAt(row).ids().isEmpty())
                .toList();
        assertThat(guarded).hasSizeGreaterThan(15);
        SoftAssertions softly = new SoftAssertions();
        for (Row row : guarded) {
            Call call = doors.knockAt(row);
            Call unknown = call.forUnknown();
            Api.Answer foreign = cast.call(Actor.OTHER, row.method(), call.address(row.path()), call.filledBody());
            Api.Answer missing =
                    cast.call(Actor.OTHER, row.method(), unknown.address(row.path()), unknown.filledBody());
            softly.assertThat(told(foreign)).as(row.key()).isEqualTo(told(missing));
        }
        softly.assertAll();
    }

    @Test
    void every_page_opens_to_whom_the_table_says() {
        Doors doors = new Doors(account);
        SoftAssertions softly = new SoftAssertions();
        for (Row row : rows(false)) {
            String path = doors.knockAt(row).address(row.path());
            for (Actor actor : Actor.values()) {
                Api.Answer answer = cast.visit(actor, row.method(), path);
                expect(row.cell(actor), answer, row.key() + " by " + actor, softly);
                if (actor == Actor.ANONYMOUS && row.cell(actor).equals("redirect") && row.isPage()) {
                    softly.assertThat(answer.header("Location")).as(row.key()).satisfies(target -> assertThat(
                                    URI.create(String.valueOf(target)).getPath())
                            .isEqualTo(row.path().startsWith("/console") ? "/console/sign-in" : "/sign-in"));
                }
            }
        }
        softly.assertAll();
    }

    private static void expect(String cell, Api.Answer answer, String what, SoftAssertions softly) {
        String got =
                switch (answer.status() / 100) {
                    case 2 -> "ok";
                    case 3 -> "redirect";
                    default -> String.valueOf(answer.status());
                };
        softly.assertThat(got)
                .as("%s: %s", what, answer.body().lines().findFirst().orElse(""))
                .isEqualTo(cell);
    }

    /** Status and body without what is new in every answer. */
    private static String told(Api.Answer answer) {
        ObjectNode body = (ObjectNode) answer.json();
        body.remove("reference");
        return answer.status() + " " + body;
    }

    private static List<Row> rows(boolean api) {
        return Row.all().stream().filter(row -> row.isApi() == api).toList();
    }

    private static long entries(String action) {
        return Long.parseLong(Api.anonymous().get(AUDIT + action).body());
    }
}
