package org.chancery.web.console.partner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.coupon.PartnerSales;
import org.chancery.model.money.Money;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.coupon.PartnerReport;
import org.chancery.service.coupon.PartnerService;
import org.chancery.web.csv.CsvSheet;
import org.chancery.web.csv.PartnerSalesSheet;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.PathId;
import org.jspecify.annotations.Nullable;

/**
 * What partners sold, month by month: of the partner in the address, or of all. The months stand in the address too;
 * those that can't be reported are said to be so, and the last twelve are shown.
 */
@Named
@RequestScoped
public class PartnerSalesBacking {

    /** Spreadsheets take a sheet without it for another encoding. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    @Inject
    private PartnerService partners;

    @Inject
    private PathId pathId;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    private @Nullable PartnerReport report;
    private boolean refused;

    /** Sends the sheet of what the page shows. */
    public void download() throws IOException {
        PartnerReport shown = report();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(CsvSheet.MEDIA_TYPE + ";charset=UTF-8");
        answer.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"" + PartnerSalesSheet.nameOf(shown) + "\"");
        answer.getResponseOutputWriter().write(BYTE_ORDER_MARK + PartnerSalesSheet.of(shown));
        faces.responseComplete();
    }

    private PartnerReport report() {
        if (report == null) {
            UUID partner = isOfOne() ? pathId.require() : null;
            try {
                report = partners.report(partner, request.getParameter("from"), request.getParameter("to"));
            } catch (InvalidRequestException e) {
                refused = true;
                report = partners.report(partner, null, null);
            }
        }
        return report;
    }

    /** True on the page of one partner. */
    public boolean isOfOne() {
        return Optional.ofNullable(request.getParameter("id")).isPresent();
    }

    /** True when the months asked for can't be reported. */
    public boolean isRefused() {
        report();
        return refused;
    }

    public List<PartnerSales> getRows() {
        return report().rows();
    }

    /** The first month as a month field writes it. */
    public String getFrom() {
        return report().from().toString();
    }

    /** The last month as a month field writes it. */
    public String getTo() {
        return report().to().toString();
    }

    public String month(PartnerSales row) {
        return Dates.of(faces).month(row.month());
    }

    public Money netSales(PartnerSales row) {
        return new Money(row.netSales(), row.currency());
    }

    public Money discounts(PartnerSales row) {
        return new Money(row.discounts(), row.currency());
    }
}
