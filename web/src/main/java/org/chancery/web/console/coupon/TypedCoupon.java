package org.chancery.web.console.coupon;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.FieldError;
import org.chancery.service.coupon.CouponDraft;
import org.chancery.web.console.component.TypedAmount;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.MoneyConverter;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A coupon read from what a person typed. What can't be read is left out of the draft and named beside it; whether the
 * rest makes sense is the service's to say.
 */
record TypedCoupon(CouponDraft draft, List<FieldError> faults) {

    private static final long EXAMPLE = 5_000;

    static TypedCoupon read(CouponForm form, Locale locale, Dates dates) {
        return new Reader(locale, dates).read(form);
    }

    private static final class Reader {

        private final List<FieldError> faults = new ArrayList<>();
        private final Locale locale;
        private final Dates dates;

        Reader(Locale locale, Dates dates) {
            this.locale = locale;
            this.dates = dates;
        }

        TypedCoupon read(CouponForm form) {
            Money amount = form.isAmountOff() ? amount(form) : null;
            String duration = form.getDuration();
            CouponDraft draft = new CouponDraft(
                    form.getCode(),
                    form.isAmountOff() ? null : percent(form.getPercent()),
                    amount == null ? null : amount.minor(),
                    amount == null ? null : amount.currency().getCurrencyCode(),
                    duration,
                    form.isRepeating() ? number("periods", form.getPeriods()) : null,
                    blankToNull(form.getProduct()),
                    form.getPlans().isEmpty() ? null : List.copyOf(form.getPlans()),
                    blankToNull(form.getKind()),
                    end(form.getExpiresAt()),
                    number("maxRedemptions", form.getMaxRedemptions()),
                    form.isOncePerAccount(),
                    partner(form.getPartner()));
            return new TypedCoupon(draft, List.copyOf(faults));
        }

        /** With a point or a comma before the decimals: a percentage has no thousands to mistake it for. */
        private @Nullable BigDecimal percent(@Nullable String typed) {
            String text = typed == null ? "" : typed.replaceAll("[\\s\u00a0\u202f%]", "");
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("[0-9]{1,9}([.,][0-9]{1,9})?")) {
                fault("percent", "percent");
                return null;
            }
            return new BigDecimal(text.replace(',', '.'));
        }

        private @Nullable Money amount(CouponForm form) {
            Currency currency = currency(form.getCurrency());
            if (currency == null) {
                fault("currency", "currency");
                return null;
            }
            TypedAmount read = TypedAmount.read(form.getAmount(), currency, locale);
            TypedAmount.Fault fault = read.fault();
            if (fault == TypedAmount.Fault.MISSING) {
                fault("amount", "required");
            } else if (fault != null) {
                String example = MoneyConverter.format(new Money(EXAMPLE, currency), locale);
                faults.add(new FieldError(
                        "amount",
                        "typed-amount", // has no text of its own: what is wrong stands in the sentence
                        Texts.in(locale)
                                .text(
                                        fault.key(),
                                        currency.getCurrencyCode(),
                                        currency.getDefaultFractionDigits(),
                                        example)));
            }
            return read.money();
        }

        private static @Nullable Currency currency(@Nullable String code) {
            try {
                return Currency.getInstance(code == null ? "" : code);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private @Nullable Integer number(String field, @Nullable String typed) {
            String text = typed == null ? "" : typed.strip();
            if (text.isEmpty()) {
                return null;
            }
            if (!text.matches("[0-9]{1,9}")) {
                fault(field, "number");
                return null;
            }
            return Integer.valueOf(text);
        }

        private @Nullable Instant end(@Nullable String typed) {
            if (typed == null || typed.isBlank()) {
                return null;
            }
            try {
                return dates.endOf(LocalDate.parse(typed.strip()));
            } catch (DateTimeException e) {
                fault("expiresAt", "date");
                return null;
            }
        }

        private @Nullable UUID partner(@Nullable String typed) {
            if (typed == null || typed.isBlank()) {
                return null;
            }
            try {
                return UUID.fromString(typed);
            } catch (IllegalArgumentException e) {
                fault("partner", "unknown");
                return null;
            }
        }

        private void fault(String field, String code) {
            faults.add(new FieldError(field, code, "can't be read"));
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }
}
