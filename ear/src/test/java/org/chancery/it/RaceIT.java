package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Together;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.RepeatedTest;

/** Many who change one thing in the same moment: it is changed, the others are told so, and nobody meets a fault. */
@ContainerTest
class RaceIT {

    private static final int ROUNDS = 5;
    private static final int CALLERS = 16;

    private final UUID account = Sandbox.account();
    private final Api owner = Sandbox.ownerOf(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(RaceIT.class);
    }

    @RepeatedTest(ROUNDS)
    void a_token_that_many_revoke_is_revoked() {
        String tokens = "/api/v1/accounts/" + account + "/tokens";
        String token = owner.post(tokens, "{'name':'ci'}").text("/id");
        List<Api.Answer> answers = Together.call(CALLERS, i -> owner.delete(tokens + "/" + token));
        assertThat(answers)
                .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isIn(204, 404, 409))
                .anySatisfy(a -> assertThat(a.status()).isEqualTo(204));
        assertThat(owner.get(tokens).json().at("/data").findValuesAsText("id")).doesNotContain(token);
    }

    @RepeatedTest(ROUNDS)
    void an_account_that_many_rename_has_one_of_the_names() {
        String path = "/api/v1/accounts/" + account;
        List<Api.Answer> answers = Together.call(CALLERS, i -> owner.patch(path, "{'company':'Kepler " + i + "'}"));
        assertThat(answers)
                .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isIn(200, 409))
                .anySatisfy(a -> assertThat(a.status()).isEqualTo(200));
        assertThat(answers)
                .extracting(a -> a.text("/company"))
                .contains(owner.get(path).text("/company"));
    }

    @RepeatedTest(ROUNDS)
    void a_coupon_code_that_many_create_is_created_once() {
        String code = Sandbox.freshCode();
        List<Api.Answer> answers = Together.call(CALLERS, i -> Api.operator()
                .post("/api/v1/coupons", "{'code':'" + code + "','percent':10,'duration':'once'}"));
        assertThat(answers)
                .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isIn(201, 409));
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
    }
}
