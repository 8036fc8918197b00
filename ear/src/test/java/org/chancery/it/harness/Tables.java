package org.chancery.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/**
 * The server's tables, for what no call can bring about: through {@link DatabaseProbe} and {@link QueryProbe}, which the
 * deployment of the test has to carry.
 */
public final class Tables {

    private final String war;

    private Tables(String war) {
        this.war = war;
    }

    /** By way of the deployment of this test. */
    public static Tables of(Class<?> test) {
        return new Tables("/" + test.getSimpleName() + "/");
    }

    public void change(String statement) {
        assertThat(post("database", statement).status()).as(statement).isEqualTo(200);
    }

    /** The minutes after which an unanswered charge is asked for, and an unsent mail is taken up again, have passed. */
    public void endPatience() {
        change("update payment set ask_at = current_timestamp where status = 'PENDING'");
        change("update outbox_message set claimed_until = current_timestamp, next_attempt_at = current_timestamp"
                + " where sent_at is null");
    }

    /** The first column, row by row. */
    public List<String> query(String query) {
        Api.Answer answer = post("query", query);
        assertThat(answer.status()).as(query).isEqualTo(200);
        return answer.body().lines().toList();
    }

    private Api.Answer post(String probe, String body) {
        return Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + war + probe))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
