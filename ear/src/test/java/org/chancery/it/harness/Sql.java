package org.chancery.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;

/** The server's database, reached through the probes that a test brings along. */
public final class Sql {

    private final String war;

    /** @param war the test's, with {@link DatabaseProbe} or {@link QueryProbe} in it */
    public Sql(String war) {
        this.war = war;
    }

    /** Executes statements, by way of {@link DatabaseProbe}. */
    public void execute(String statements) {
        post("/database", statements);
    }

    /** The first column of a query, a row a line, by way of {@link QueryProbe}. */
    public String query(String query) {
        return post("/query", query);
    }

    private String post(String probe, String sql) {
        Api.Answer answer = Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/" + war + probe))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
