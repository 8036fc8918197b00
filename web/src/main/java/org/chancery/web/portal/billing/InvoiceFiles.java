package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.billing.InvoiceDocumentService;
import org.chancery.service.billing.InvoiceFile;
import org.chancery.service.platform.Caller;
import org.chancery.web.csv.CsvSheet;

/** Sends invoices as files: one as PDF, or those of a year. */
@Named
@RequestScoped
public class InvoiceFiles {

    @Inject
    private InvoiceDocumentService documents;

    @Inject
    private AccountService accounts;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private FacesContext faces;

    /** The PDF that was frozen when the invoice was issued. */
    public void pdf(UUID invoiceId) throws IOException {
        InvoiceFile file = documents.pdf(invoiceId);
        attach("application/pdf", file.name()).write(file.content());
        faces.responseComplete();
    }

    /** Every PDF of the chosen year with their list. */
    public void zip() throws IOException {
        InvoiceDocumentService.Archive archive = chosen();
        documents.zip(archive, attach("application/zip", "invoices-" + archive.year() + ".zip"));
        faces.responseComplete();
    }

    /** The list of the chosen year alone. */
    public void csv() throws IOException {
        InvoiceDocumentService.Archive archive = chosen();
        documents.csv(archive, attach(CsvSheet.MEDIA_TYPE + ";charset=UTF-8", "invoices-" + archive.year() + ".csv"));
        faces.responseComplete();
    }

    /** The years since the account was opened, the newest first. */
    public List<Integer> getYears() {
        AccountView account = accounts.view(caller.accountId().orElseThrow());
        ZoneId zone = ZoneId.of(account.timeZone());
        int now = clock.instant().atZone(zone).getYear();
        int first = Math.min(now, account.createdAt().atZone(zone).getYear());
        return IntStream.iterate(now, year -> year >= first, year -> year - 1)
                .boxed()
                .toList();
    }

    private InvoiceDocumentService.Archive chosen() {
        String year = faces.getExternalContext().getRequestParameterMap().getOrDefault("year", "");
        return documents.archive(null, year.matches("\\d{4}") ? Integer.valueOf(year) : null);
    }

    private OutputStream attach(String type, String name) throws IOException {
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(type);
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return answer.getResponseOutputStream();
    }
}
