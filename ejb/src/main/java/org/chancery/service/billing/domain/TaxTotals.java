package org.chancery.service.billing.domain;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.model.billing.TaxEntry;

/**
 * The tax of an invoice: computed on the sum of the lines that are taxed alike, rounded once, and shared out again to
 * those lines, so that what a line bore is known when it is credited later.
 *
 * @param entries one per rate and reason, the highest rate first; lines without any tax have none
 * @param lineTaxes what each line bears in minor units, in the order of the lines; those of a group sum to its amount
 */
public record TaxTotals(List<TaxEntry> entries, List<Long> lineTaxes) implements Serializable {

    public TaxTotals {
        entries = List.copyOf(entries);
        lineTaxes = List.copyOf(lineTaxes);
    }

    /**
     * A group's amount is its base times the rate, rounded half up on the absolute value. Where more is credited than
     * charged, it gives back at most what the caps of its crediting lines allow together; and none of these gives back
     * more than its own cap. A charging line never bears less than nothing, a crediting one never more.
     *
     * @throws ArithmeticException when a sum does not fit into a long
     */
    public static TaxTotals of(List<TaxableLine> lines) {
        Map<TaxDecision, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            groups.computeIfAbsent(lines.get(i).tax(), decision -> new ArrayList<>())
                    .add(i);
        }
        List<TaxEntry> entries = new ArrayList<>();
        long[] taxes = new long[lines.size()];
        groups.forEach((decision, places) -> {
            if (!decision.isNone()) {
                TaxGroup group =
                        new TaxGroup(decision, places.stream().map(lines::get).toList());
                entries.add(group.entry());
                long[] shares = group.shares();
                for (int i = 0; i < shares.length; i++) {
                    taxes[places.get(i)] = shares[i];
                }
            }
        });
        entries.sort(Comparator.comparing(TaxEntry::rate).reversed()); // stable: reasons in the order of the lines
        return new TaxTotals(entries, Arrays.stream(taxes).boxed().toList());
    }

    /** All tax, in minor units. */
    public long total() {
        return entries.stream().mapToLong(TaxEntry::amount).reduce(0, Math::addExact);
    }
}
