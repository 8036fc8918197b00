package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Invoices as files: what was frozen when they were issued, whatever happened since. */
@ContainerTest
class InvoiceDocumentIT {

    private final HttpClient client = HttpClient.newHttpClient();
    private final UUID account = Sandbox.account();
    private final String token = token(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(InvoiceDocumentIT.class);
    }

    @Test
    void the_pdf_says_what_the_invoice_said_when_it_was_issued() throws Exception {
        JsonNode order = Sandbox.order(account, "startup", "{'custom-domains':2}");
        String path = "/api/v1/invoices/" + order.at("/invoice/id").asText();
        String number = order.at("/invoice/number").asText();

        HttpResponse<byte[]> answer = file(path, "application/pdf", token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + number + ".pdf\"");
        assertThat(text(answer.body())).contains(number, "Test GmbH", "289.00", "20.00");

        Api.operator().patch("/api/v1/accounts/" + account, "{'company':'Renamed GmbH'}");
        Sandbox.pay(order.at("/invoice/id").asText(), 28_900);

        assertThat(file(path, "application/pdf", token).body()).isEqualTo(answer.body());
    }

    @Test
    void json_stays_the_usual_answer() throws Exception {
        JsonNode order = Sandbox.order(account, "maker", "{}");
        String path = "/api/v1/invoices/" + order.at("/invoice/id").asText();
        for (String accept : List.of("application/json", "*/*")) {
            HttpResponse<byte[]> answer = file(path, accept, token);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
        }
    }

    @Test
    void the_file_of_another_account_does_not_exist() throws Exception {
        JsonNode order = Sandbox.order(account, "maker", "{}");
        String path = "/api/v1/invoices/" + order.at("/invoice/id").asText();
        String other = token(Sandbox.account());
        HttpResponse<byte[]> answer = file(path, "application/pdf", other);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        String year = "/api/v1/invoices/archive.zip?account=" + account + "&year=2026";
        assertThat(file(year, "*/*", other).statusCode()).isEqualTo(404);
    }

    @Test
    void an_archive_holds_every_document_of_its_year_and_their_list() throws Exception {
        int year = Sandbox.today().getYear();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            expected.add(
                    Sandbox.order(account, "maker", "{}").at("/invoice/number").asText() + ".pdf");
        }
        expected.add("invoices.csv");
        HttpResponse<byte[]> zip = file("/api/v1/invoices/archive.zip?year=" + year, "*/*", token);
        assertThat(zip.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(names(zip.body())).containsExactlyElementsOf(expected);
        HttpResponse<byte[]> csv = file("/api/v1/invoices/archive.csv?year=" + year, "*/*", token);
        assertThat(new String(csv.body(), java.nio.charset.StandardCharsets.UTF_8).lines())
                .hasSize(26);
        HttpResponse<byte[]> next = file("/api/v1/invoices/archive.zip?year=" + (year + 1), "*/*", token);
        assertThat(names(next.body())).containsExactly("invoices.csv");
        assertThat(file("/api/v1/invoices/archive.zip", "*/*", token).statusCode())
                .isEqualTo(400);
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String token(UUID account) {
        return Api.operator()
                .post("/api/v1/accounts/" + account + "/tokens", "{'name':'test','role':'viewer'}")
                .text("/token");
    }

    private HttpResponse<byte[]> file(String path, String accept, String bearer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Api.base() + path))
                .header("Accept", accept)
                .header("Authorization", "Bearer " + bearer)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
