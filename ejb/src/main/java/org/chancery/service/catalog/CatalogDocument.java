package org.chancery.service.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.model.catalog.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The whole catalog as it is read and written. Everything may be null here, as nothing is known about a document that
 * comes in; the validator says what is missing. What is sold is in the order of the document, retired things are not in
 * it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogDocument(@Nullable List<ProductEntry> products) {

    /**
     * One product.
     *
     * @param proration {@code second} or {@code day}
     * @param cancellation any of {@code period_end}, {@code now}; absent means both
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProductEntry(
            @Nullable String code,
            @Nullable String name,
            @Nullable String proration,
            @Nullable List<PlanEntry> plans,
            @Nullable List<String> cancellation,
            @Nullable List<AddOnEntry> addOns) {}

    /**
     * One plan of a product.
     *
     * @param kind {@code subscription} or {@code perpetual}
     * @param support a support code
     * @param leaseSeconds absent for the house's default
     * @param updatesRenewalPercent what a further year of updates costs, as percent of the price; perpetual plans only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanEntry(
            @Nullable String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String support,
            @Nullable Integer leaseSeconds,
            @Nullable Integer trialDays,
            @Nullable Map<String, Bound> limits,
            @Nullable InstancesEntry instances,
            @Nullable List<String> features,
            @Nullable Integer updatesRenewalPercent,
            @Nullable List<PriceEntry> prices,
            @Nullable List<AllowanceEntry> addOns) {}

    /** Numbers of instances by class. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InstancesEntry(@Nullable Integer production, @Nullable Integer development) {}

    /**
     * One price.
     *
     * @param currency ISO 4217
     * @param period {@code month}, {@code year} or {@code once}
     * @param amount whole minor units
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PriceEntry(@Nullable String currency, @Nullable String period, @Nullable Long amount) {}

    /**
     * An add-on that a plan may take.
     *
     * @param included units that come with the plan
     * @param max units in all
     * @param prices what a unit costs under this plan; absent for the add-on's own prices
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AllowanceEntry(
            @Nullable String code,
            @Nullable Integer included,
            @Nullable Integer max,
            @Nullable List<PriceEntry> prices) {}

    /**
     * One add-on of a product.
     *
     * @param requires codes of the add-ons of which each unit needs a unit too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AddOnEntry(
            @Nullable String code,
            @Nullable String name,
            @Nullable String unit,
            @Nullable List<String> requires,
            @Nullable GrantsEntry grants,
            @Nullable List<PriceEntry> prices) {}

    /** What one unit of an add-on adds; support and features come with the first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GrantsEntry(
            @Nullable Map<String, Bound> limits,
            @Nullable InstancesEntry instances,
            @Nullable Integer domains,
            @Nullable Integer brands,
            @Nullable String support,
            @Nullable List<String> features) {}

    /**
     * A limit as it was written: a whole number or the word {@code unlimited}; whatever else stands there is kept until
     * the validator has named it with all the other faults.
     */
    public record Bound(Object written) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Bound {}

        public static Bound of(Limit limit) {
            Long number = limit.number();
            return new Bound(number == null ? Limit.UNLIMITED_WORD : number);
        }

        /** The limit, or empty when something else was written. */
        public Optional<Limit> limit() {
            if (Limit.UNLIMITED_WORD.equals(written)) {
                return Optional.of(Limit.UNLIMITED);
            }
            if (written instanceof Integer || written instanceof Long) {
                long number = ((Number) written).longValue();
                return number < 0 ? Optional.empty() : Optional.of(Limit.of(number));
            }
            return Optional.empty();
        }

        @JsonValue
        Object json() {
            return written;
        }
    }
}
