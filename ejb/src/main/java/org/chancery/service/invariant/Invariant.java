package org.chancery.service.invariant;

/**
 * One truth and the query that finds what breaks it. The queries read whole tables: they run in tests and at night, never
 * in a request. Each selects one column, the subject; a question mark stands for the instant of the business clock.
 */
enum Invariant {
    JOURNALS_SUM_TO_ZERO(
            "I1 each journal sums to zero per currency",
            "select cast(journal_id as varchar(36)) from credit_entry group by journal_id, currency having sum(amount) <> 0"),
    JOURNALS_HAVE_TWO_SIDES(
            "I1 each journal has two sides",
            "select cast(journal_id as varchar(36)) from credit_entry group by journal_id having count(*) <> 2"),
    CREDIT_IS_NEVER_NEGATIVE(
            "I2 credit is never below zero",
            "select cast(account_id as varchar(36)) from credit_entry where side = 'ACCOUNT' group by account_id, currency"
                    + " having sum(amount) < 0"),
    INVOICE_IS_THE_SUM_OF_ITS_LINES(
            "I3 an invoice's subtotal is the sum of its lines",
            "select cast(i.id as varchar(36)) from invoice i left join invoice_line l on l.invoice_id = i.id"
                    + " group by i.id, i.subtotal having coalesce(sum(l.amount), 0) <> i.subtotal"),
    TAX_IS_THE_SUM_OF_ITS_LINES(
            "I3 an invoice's tax is the sum of what its lines bear",
            "select cast(i.id as varchar(36)) from invoice i left join invoice_line l on l.invoice_id = i.id"
                    + " group by i.id, i.tax, i.discount having coalesce(sum(l.tax), 0) <> i.tax"
                    + " or coalesce(sum(l.discount), 0) <> i.discount"),
    PAID_MEANS_COVERED(
            "I3 an invoice is paid exactly when credit and payments cover it",
            "select cast(id as varchar(36)) from invoice where status in ('OPEN', 'PAID')"
                    + " and (status = 'PAID') <> (credit_applied + amount_paid + lowered >= total)"),
    APPLIED_CREDIT_IS_IN_THE_LEDGER(
            "I3 the credit an invoice used left the ledger",
            "select cast(i.id as varchar(36)) from invoice i where i.status in ('OPEN', 'PAID') and i.credit_applied <>"
                    + " coalesce((select -sum(e.amount) from credit_entry e where e.source_id = i.id"
                    + " and e.kind = 'APPLIED' and e.side = 'ACCOUNT'), 0)"),
    NUMBERS_HAVE_NO_GAP(
            "I4 invoice numbers run from 1 without a gap",
            "select s.code from invoice_series s where s.last_number <> (select count(*) from invoice i"
                    + " where i.number is not null and lower(case when s.code = 'invoice' then 'INVOICE'"
                    + " else 'CREDIT_NOTE' end) = lower(i.type))"),
    PERIODS_DO_NOT_OVERLAP(
            "I5 billed periods of an item do not overlap",
            "select cast(a.id as varchar(36)) from invoice_line a join invoice_line b on a.item_id = b.item_id and a.id < b.id"
                    + " join invoice i on i.id = a.invoice_id join invoice j on j.id = b.invoice_id"
                    + " where i.status = 'PAID' and j.status = 'PAID' and i.reversed = false and j.reversed = false"
                    + " and a.credits_line_id is null and b.credits_line_id is null"
                    + " and a.proration = false and b.proration = false"
                    + " and a.period_start < b.period_end and b.period_start < a.period_end"),
    BILLED_PERIOD_IS_THE_CURRENT_ONE(
            "I5 what bills the current period bills exactly that",
            "select cast(s.id as varchar(36)) from subscription s join invoice i on i.subscription_id = s.id"
                    + " and i.period_key = concat(s.term, '.', s.period_index) join invoice_line l on l.invoice_id = i.id"
                    + " where s.status = 'ACTIVE' and i.status = 'PAID' and l.proration = false"
                    + " and (l.period_start <> s.period_start or l.period_end <> s.period_end)"),
    RECEIVED_MONEY_IS_COUNTED_ONCE(
            "I6 what was paid on an invoice is on it or in the account's credit",
            "select cast(i.id as varchar(36)) from invoice i where i.amount_paid <> (select coalesce(sum(p.amount), 0)"
                    + " from payment p where p.invoice_id = i.id and p.status = 'SUCCEEDED')"
                    + " - (select coalesce(sum(e.amount), 0) from credit_entry e join payment p on p.id = e.source_id"
                    + " where p.invoice_id = i.id and e.kind = 'OVERPAYMENT' and e.side = 'ACCOUNT')"),
    COUPONS_COUNT_THEIR_REDEMPTIONS(
            "a coupon is counted as often as it is redeemed and not given back",
            "select cast(c.id as varchar(36)) from coupon c where c.redeemed <> (select count(*) from coupon_redemption r"
                    + " where r.coupon_id = c.id and r.given_back_at is null)"),
    SALES_ARE_THEIR_PARTNERS(
            "a sale with a coupon is that coupon's and its partner's",
            "select cast(s.id as varchar(36)) from coupon_sale s join coupon_redemption r on r.id = s.redemption_id"
                    + " join coupon c on c.id = r.coupon_id where s.coupon_id <> c.id"
                    + " or s.partner_id is distinct from c.partner_id"),
    SEATS_WITHIN_THE_LIMIT(
            "I7 no more instances live than the license has seats",
            "select cast(l.id as varchar(36)) from license l join instance n on n.license_id = l.id"
                    + " where n.state = 'ACTIVE' and n.seat_until > ? group by l.id, n.seat_class, l.production_seats,"
                    + " l.development_seats, l.production_lowered_at, l.development_lowered_at having"
                    + " (n.seat_class = 'PRODUCTION' and l.production_lowered_at is null and count(*) > l.production_seats)"
                    + " or (n.seat_class = 'DEVELOPMENT' and l.development_lowered_at is null"
                    + " and count(*) > l.development_seats)"),
    NOTHING_STUCK_IN_THE_OUTBOX(
            "I8 no mail waits longer than 15 minutes without being parked",
            "select cast(id as varchar(36)) from outbox_message where sent_at is null and parked_at is null"
                    + " and attempts = 0 and created_at < current_timestamp - interval '15' minute"),
    ACTIVE_MEANS_LICENSED(
            "I9 a subscription's license is usable exactly while it runs and is paid",
            "select cast(s.id as varchar(36)) from subscription s join license l on l.id = s.license_id"
                    + " where (s.status in ('INCOMPLETE', 'INCOMPLETE_EXPIRED') and l.activated)"
                    + " or (s.status in ('TRIALING', 'ACTIVE', 'PAST_DUE') and not l.activated)"),
    PERPETUAL_MEANS_LICENSED(
            "I9 a perpetual license is usable exactly when it is paid, for the releases that are",
            "select cast(p.id as varchar(36)) from perpetual_license p join license l on l.id = p.license_id"
                    + " where (p.status = 'ACTIVE') <> l.activated or l.account_id <> p.account_id"
                    + " or p.updates_until is distinct from l.updates_until"),
    NO_CHARGE_GIVES_BACK_MORE_THAN_IT_ASKED(
            "I9 credits of a charge never exceed what it asked for",
            "select cast(c.id as varchar(36)) from invoice_line c join invoice_line b on b.credits_line_id = c.id"
                    + " join invoice i on i.id = b.invoice_id where i.status <> 'VOID' and i.reversed = false"
                    + " and c.credits_line_id is null group by c.id, c.amount, c.discount, c.tax"
                    + " having -sum(b.amount) > c.amount - c.discount or -sum(b.tax) > c.tax"),
    ONE_ACCOUNT_ALL_THE_WAY(
            "I10 subscription, license, invoice and payment belong to one account",
            "select cast(s.id as varchar(36)) from subscription s join license l on l.id = s.license_id"
                    + " left join invoice i on i.subscription_id = s.id left join payment p on p.invoice_id = i.id"
                    + " where l.account_id <> s.account_id or i.account_id <> s.account_id or p.account_id <> s.account_id");

    private final String rule;
    private final String query;

    Invariant(String rule, String query) {
        this.rule = rule;
        this.query = query;
    }

    String rule() {
        return rule;
    }

    String query() {
        return query;
    }

    boolean asksForTheTime() {
        return query.indexOf('?') >= 0;
    }
}
