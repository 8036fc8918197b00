package org.chancery.service.coupon;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import org.chancery.model.coupon.PartnerSales;

/**
 * What partners sold. Months are those of UTC, the newest first.
 *
 * @param from the first month, included
 * @param to the last month, included
 */
public record PartnerReport(YearMonth from, YearMonth to, List<PartnerSales> rows) implements Serializable {}
