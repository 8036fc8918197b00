package org.chancery.service.document.adapter;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.domain.InvoiceWording;
import org.chancery.service.document.domain.PrintedText;

/**
 * Makes a Factur-X file of drawn pages: PDF/A-3 asks for metadata and a colour profile, Factur-X for the XML as attached
 * alternative. Every date in the file is the day of issue, so that the same document gives the same file at any time.
 */
final class FacturXPdf {

    private static final String PRODUCER = "Chancery";
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final String ATTACHMENT_TYPE = "text/xml";
    private static final float PDF_VERSION = 1.7f;

    private final PDDocument pdf;
    private final InvoiceDocument document;
    private final String title;
    private final String author;
    private final Instant issued;

    private FacturXPdf(PDDocument pdf, InvoiceDocument document) {
        this.pdf = pdf;
        this.document = document;
        this.title = new InvoiceWording(document).title();
        this.author = PrintedText.line(document.seller().name());
        this.issued = document.heading()
                .issuedOn()
                .atStartOfDay(document.conventions().zone())
                .toInstant();
    }

    static byte[] of(InvoiceDocument document) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            InvoicePages.draw(document, pdf);
            return new FacturXPdf(pdf, document).file();
        }
    }

    private byte[] file() throws IOException {
        boolean invoiceInside = FacturXXml.canSay(document);
        identify();
        colours();
        if (invoiceInside) {
            attach(FacturXXml.of(document));
        }
        byte[] packet = new FacturXMetadata(title, author, issued, invoiceInside).packet();
        PDMetadata metadata = new PDMetadata(pdf, new ByteArrayInputStream(packet));
        pdf.getDocumentCatalog().setMetadata(metadata);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pdf.save(file, CompressParameters.NO_COMPRESSION); // what is big is compressed already
        return file.toByteArray();
    }

    private void identify() {
        CRC32 seed = new CRC32(); // else the file is identified by the present time
        seed.update(document.heading().number().getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(seed.getValue());
        pdf.setVersion(PDF_VERSION);
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        information.setCreator(PRODUCER);
        information.setProducer(PRODUCER);
        information.setCreationDate(issued());
        information.setModificationDate(issued());
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        catalog.setLanguage(document.conventions().locale().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private Calendar issued() {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTimeInMillis(issued.toEpochMilli());
        return calendar;
    }

    private void colours() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(pdf, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        pdf.getDocumentCatalog().setOutputIntents(List.of(intent));
    }

    private void attach(byte[] xml) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(xml), COSName.FLATE_DECODE);
        file.setSubtype(ATTACHMENT_TYPE);
        file.setSize(xml.length);
        file.setCreationDate(issued());
        file.setModDate(issued());
        PDComplexFileSpecification attachment = new PDComplexFileSpecification();
        attachment.setFile(FacturXMetadata.FILE_NAME);
        attachment.setFileUnicode(FacturXMetadata.FILE_NAME);
        attachment.setFileDescription(title);
        attachment.setEmbeddedFile(file);
        attachment.setEmbeddedFileUnicode(file);
        attachment.getCOSObject().setName("AFRelationship", "Alternative");

        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(FacturXMetadata.FILE_NAME, attachment));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(files);
        catalog.setNames(names);
        COSArray associated = new COSArray();
        associated.add(attachment);
        catalog.getCOSObject().setItem("AF", associated);
    }
}
