package org.chancery.service.billing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.chancery.model.billing.BillingRefusal;
import org.chancery.model.billing.FrozenDocument;
import org.chancery.model.billing.FrozenDocuments;
import org.chancery.model.billing.Invoices;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.document.InvoiceArchive;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.InvoiceDocumentJson;
import org.chancery.service.document.port.InvoiceRenderer;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Hands out invoices and credit notes as files, always from what was frozen when they were issued. Drawing takes time and
 * writing waits for the reader, so no transaction stays open meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class InvoiceDocumentService {

    /** How many documents one archive holds at most. */
    public static final int MOST = 5_000;

    private static final int PAGE = 20;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;

    private final Invoices invoices;
    private final FrozenDocuments documents;
    private final InvoiceRenderer renderer;
    private final Caller caller;

    @Inject
    public InvoiceDocumentService(
            Invoices invoices, FrozenDocuments documents, InvoiceRenderer renderer, Caller caller) {
        this.invoices = invoices;
        this.documents = documents;
        this.renderer = renderer;
        this.caller = caller;
    }

    @SuppressWarnings("NullAway")
    public InvoiceDocumentService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /**
     * The documents of a year, checked and ready to be written.
     *
     * @param account whose, or null for everybody's
     * @param year of the day of issue, in the time zone of each account
     */
    public record Archive(@Nullable UUID account, int year) {}

    /**
     * An invoice or credit note as PDF.
     *
     * @throws NotFoundException when there is none, it is another's, or a draft that says nothing yet
     */
    @ReadOnly
    public InvoiceFile pdf(UUID invoiceId) {
        UUID account = invoices.accountOf(invoiceId).orElseThrow(() -> new NotFoundException("invoice", invoiceId));
        caller.requireAccount(account);
        FrozenDocument frozen =
                documents.find(invoiceId).orElseThrow(() -> new NotFoundException("invoice document", invoiceId));
        InvoiceDocument document = InvoiceDocumentJson.read(frozen.document());
        return new InvoiceFile(document.heading().number(), renderer.pdf(document));
    }

    /**
     * Says that an archive can be had, before anything of it is written.
     *
     * @param accountId whose; null means the caller's own, or everybody's for an operator
     * @throws NotFoundException when the account is another's
     * @throws InvalidRequestException when the year is none
     * @throws DomainException when it would hold more than {@link #MOST} documents
     */
    @ReadOnly
    public Archive archive(@Nullable UUID accountId, @Nullable Integer year) {
        UUID account = accountId == null ? caller.accountId().orElse(null) : accountId;
        if (account != null) {
            caller.requireAccount(account);
        }
        if (year == null || year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidRequestException("year", year == null ? "required" : "range", "A year such as 2026");
        }
        Span span = Span.of(year);
        if (documents.countIssued(account, span.from(), span.until()) > MOST) {
            throw new DomainException(BillingRefusal.ARCHIVE_TOO_LARGE, "More than " + MOST + " documents in " + year);
        }
        return new Archive(account, year);
    }

    /** Writes every PDF and their list as ZIP. Leaves the stream open. */
    @ReadOnly
    public void zip(Archive archive, OutputStream out) throws IOException {
        new InvoiceArchive(renderer).zip(of(archive), out);
    }

    /** Writes the list. Leaves the stream open. */
    @ReadOnly
    public void csv(Archive archive, OutputStream out) throws IOException {
        InvoiceArchive.csv(of(archive), out);
    }

    private Iterator<InvoiceDocument> of(Archive archive) {
        UUID account = archive.account();
        if (account != null) {
            caller.requireAccount(account);
        } else if (!caller.seesAllAccounts()) {
            throw new NotFoundException("account", "of everybody");
        }
        return new Pages(documents, archive);
    }

    /** Every instant that may be a day of the year somewhere. */
    private record Span(Instant from, Instant until) {

        private static final Duration ZONES = Duration.ofHours(18);

        static Span of(int year) {
            return new Span(start(year).minus(ZONES), start(year + 1).plus(ZONES));
        }

        private static Instant start(int year) {
            return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }

    /** Reads page by page while it is written; not more than a page is held. */
    private static final class Pages implements Iterator<InvoiceDocument> {
        private final FrozenDocuments documents;
        private final Archive archive;
        private final Span span;
        private final Deque<InvoiceDocument> page = new ArrayDeque<>();
        private @Nullable UUID after;
        private boolean over;

        Pages(FrozenDocuments documents, Archive archive) {
            this.documents = documents;
            this.archive = archive;
            this.span = Span.of(archive.year());
        }

        @Override
        public boolean hasNext() {
            while (page.isEmpty() && !over) {
                turn();
            }
            return !page.isEmpty();
        }

        private void turn() {
            List<FrozenDocument> next = documents.issued(archive.account(), span.from(), span.until(), after, PAGE);
            for (FrozenDocument frozen : next) {
                after = frozen.invoiceId();
                InvoiceDocument document = InvoiceDocumentJson.read(frozen.document());
                if (document.heading().issuedOn().getYear() == archive.year()) {
                    page.add(document);
                }
            }
            over = next.size() < PAGE;
        }

        @Override
        public InvoiceDocument next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.remove();
        }
    }
}
