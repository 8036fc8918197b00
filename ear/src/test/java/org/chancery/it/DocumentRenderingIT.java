package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.DocumentProbe;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocumentJson;
import org.chancery.service.document.adapter.FacturXRenderer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Rendering within the server, with the fonts, loggers and XML writers that it has there. */
@ContainerTest
class DocumentRenderingIT {

    private static final String FROZEN =
            """
            {"heading":{"type":"INVOICE","number":"INV-2026-0042","issuedOn":"2026-11-05","dueOn":"2026-11-19"},
            "conventions":{"locale":"de-DE","zone":"Europe/Berlin","currency":"EUR"},
            "seller":{"name":"Nordlicht Software GmbH","address":"Hafenstraße 12\\n20457 Hamburg","country":"DE",
            "taxId":"DE123456788","iban":"DE89370400440532013000"},
            "buyer":{"company":"株式会社 センサー","address":"東京","country":"JP","email":"a@b.example"},
            "lines":[{"kind":"plan","name":"Startup","quantity":1,"unitAmount":24900,"amount":24900,"discount":0,
            "proration":false,"taxRate":"19"}],
            "taxes":[{"rate":"19","base":24900,"amount":4731}],
            "totals":{"subtotal":24900,"discount":0,"tax":4731,"total":29631,"creditApplied":0,"amountPaid":0,
            "amountDue":29631},
            "settlement":{"collection":"wire"}}""";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(DocumentRenderingIT.class).addClass(DocumentProbe.class);
    }

    @Test
    void the_server_draws_what_the_document_says_and_attaches_the_same_invoice() throws Exception {
        InvoiceDocument document = InvoiceDocumentJson.read(FROZEN);
        try (PDDocument pdf = Loader.loadPDF(rendered())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Rechnung INV-2026-0042", "株式会社 センサー", "19. November 2026", "Startup");
            var attached =
                    pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(attached).containsOnlyKeys("factur-x.xml");
            byte[] xml = attached.values().iterator().next().getEmbeddedFile().toByteArray();
            assertThat(plain(xml)).isEqualTo(plain(new FacturXRenderer().xml(document)));
        }
    }

    @Test
    void the_server_draws_it_the_same_each_time() throws Exception {
        assertThat(Arrays.equals(rendered(), rendered())).isTrue();
    }

    // The server's XML writer and the test's differ in the quotes of the declaration.
    private static String plain(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8)
                .replaceFirst("<\\?xml.*?\\?>", "")
                .strip();
    }

    private static byte[] rendered() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Api.base() + "/DocumentRenderingIT/documents"))
                .POST(HttpRequest.BodyPublishers.ofString(FROZEN))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }
}
