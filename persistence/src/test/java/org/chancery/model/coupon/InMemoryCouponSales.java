package org.chancery.model.coupon;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sales in memory, added up as the database does it. */
public class InMemoryCouponSales implements CouponSales {

    private final List<CouponSale> sales = new ArrayList<>();
    private final Partners partners;

    /** @param partners whose names the report shows */
    public InMemoryCouponSales(Partners partners) {
        this.partners = partners;
    }

    public List<CouponSale> all() {
        return List.copyOf(sales);
    }

    @Override
    public void append(CouponSale sale) {
        sales.add(sale);
    }

    @Override
    public boolean isRecorded(UUID invoiceId) {
        return sales.stream().anyMatch(s -> s.invoiceId().equals(invoiceId));
    }

    @Override
    public List<CouponTurnover> ofCoupon(UUID couponId) {
        Map<Currency, List<CouponSale>> byCurrency = sales.stream()
                .filter(s -> s.couponId().equals(couponId))
                .collect(Collectors.groupingBy(s -> s.netSale().currency()));
        return byCurrency.entrySet().stream()
                .map(e -> new CouponTurnover(e.getKey(), e.getValue().size(), net(e.getValue()), off(e.getValue())))
                .sorted(Comparator.comparing(t -> t.currency().getCurrencyCode()))
                .toList();
    }

    @Override
    public List<PartnerSales> ofPartners(@Nullable UUID partnerId, YearMonth from, YearMonth to) {
        Map<Row, List<CouponSale>> rows = sales.stream()
                .filter(s -> s.partnerId() != null && (partnerId == null || partnerId.equals(s.partnerId())))
                .filter(s -> !s.month().isBefore(from) && !s.month().isAfter(to))
                .collect(Collectors.groupingBy(Row::of));
        return rows.entrySet().stream()
                .map(e -> e.getKey().add(partners, e.getValue()))
                .sorted(Comparator.comparing(PartnerSales::month)
                        .reversed()
                        .thenComparing(PartnerSales::name)
                        .thenComparing((Function<PartnerSales, String>)
                                row -> row.currency().getCurrencyCode()))
                .toList();
    }

    private record Row(UUID partner, YearMonth month, Currency currency) {

        static Row of(CouponSale sale) {
            UUID partner = sale.partnerId();
            if (partner == null) {
                throw new IllegalStateException("Only sales of partners are grouped");
            }
            return new Row(partner, sale.month(), sale.netSale().currency());
        }

        PartnerSales add(Partners partners, List<CouponSale> sales) {
            String name = partners.require(partner).name();
            return new PartnerSales(partner, name, month, currency, sales.size(), net(sales), off(sales));
        }
    }

    private static long net(List<CouponSale> sales) {
        return sales.stream().mapToLong(s -> s.netSale().minor()).sum();
    }

    private static long off(List<CouponSale> sales) {
        return sales.stream().mapToLong(s -> s.discount().minor()).sum();
    }
}
