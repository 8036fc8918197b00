package org.chancery.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every test that calls from outside, whatever it did, the invariants of money and seats still hold. */
public class InvariantsHold implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        String war = context.getRequiredTestClass().getSimpleName();
        Api.Answer answer = Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/" + war + "/invariants"))
                .build());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).as("breaches of the invariants").isEmpty();
    }
}
