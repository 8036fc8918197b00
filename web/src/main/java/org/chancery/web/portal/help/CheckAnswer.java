package org.chancery.web.portal.help;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an instance may be refused. There is one for each refusal of the license protocol, and one for each of
 * its codes that no refusal has yet, so that a new one without a text is noticed.
 *
 * @param reason tells those of one code apart, or null when the code says it all
 */
public record CheckAnswer(ProblemCode code, @Nullable String reason) implements Serializable {

    /** The page that holds them all. */
    public static final String ADDRESS = "/help/checks";

    private static final int FIRST_OF_MANAGEMENT = 300;

    /** All of them, by their numbers. */
    public static List<CheckAnswer> all() {
        return Arrays.stream(ProblemCode.values())
                .filter(CheckAnswer::isExplained)
                .flatMap(CheckAnswer::of)
                .toList();
    }

    /** True for the codes that an instance can meet. */
    public static boolean isExplained(ProblemCode code) {
        return code.number() < FIRST_OF_MANAGEMENT;
    }

    private static Stream<CheckAnswer> of(ProblemCode code) {
        List<CheckAnswer> answers = Stream.<Refusal>concat(
                        Arrays.stream(LicensingRefusal.values()), Arrays.stream(CommonRefusal.values()))
                .filter(refusal -> refusal.code() == code)
                .map(refusal -> new CheckAnswer(code, refusal.reason()))
                .toList();
        return answers.isEmpty() ? Stream.of(new CheckAnswer(code, null)) : answers.stream();
    }

    /** The one of this number and reason; the first of its number when the reason is unknown, or null. */
    static Optional<CheckAnswer> find(int number, @Nullable String reason) {
        List<CheckAnswer> ofNumber =
                all().stream().filter(answer -> answer.number() == number).toList();
        return ofNumber.stream()
                .filter(answer -> answer.reason != null && answer.reason.equals(reason))
                .findFirst()
                .or(() -> ofNumber.stream().findFirst());
    }

    /** Where a code is explained; empty for those that no instance meets. */
    public static Optional<String> addressOf(ProblemCode code, @Nullable String reason) {
        return isExplained(code)
                ? Optional.of(ADDRESS + "?code=" + code.number() + (reason == null ? "" : "&reason=" + reason))
                : Optional.empty();
    }

    public int number() {
        return code.number();
    }

    /** What it is called on the page, also in links to it. */
    public String anchor() {
        return reason == null ? String.valueOf(number()) : number() + "-" + reason;
    }

    /** Its address on the page of all answers. */
    public String address() {
        return ADDRESS + "#" + anchor();
    }

    /** As logs have it: {@code 107 fork}. */
    public String logged() {
        return reason == null ? String.valueOf(number()) : number() + " " + reason;
    }

    /** Where its texts begin. */
    public String key() {
        return reason == null ? "checks." + number() : "checks." + number() + "." + reason;
    }

    /** Where something can be done about it; null when there is nothing to be done here. */
    public @Nullable HelpPlace place() {
        return switch (code) {
            case INVALID_LICENSE_SECRET, PRODUCT_MISMATCH, DEPLOYMENT_MISMATCH, OFFLINE_LICENSE_ISSUED ->
                HelpPlace.OVERVIEW;
            case LICENSE_NOT_ACTIVE -> placeOfInactive();
            case SEATS_EXCEEDED, INSTANCE_NOT_FOUND, INVALID_CHECK_SECRET, INSTANCE_NOT_ACTIVE -> HelpPlace.INSTANCES;
            case VERSION_NOT_COVERED -> HelpPlace.PERPETUAL;
            case INVALID_REQUEST -> HelpPlace.INTERFACE;
            default -> null;
        };
    }

    private HelpPlace placeOfInactive() {
        if (Objects.equals(reason, LicensingRefusal.UNPAID.reason())) {
            return HelpPlace.INVOICES;
        }
        return Objects.equals(reason, LicensingRefusal.SUSPENDED.reason()) ? HelpPlace.OVERVIEW : HelpPlace.ORDER;
    }
}
