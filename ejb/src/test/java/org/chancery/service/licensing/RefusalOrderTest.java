package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Grants;
import org.chancery.model.platform.DomainException;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of several reasons to refuse, the first of the contract's list is given: every two of them, both ways of asking. */
class RefusalOrderTest {

    private static final LocalDate COVERED = LocalDate.of(2026, 1, 1);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** In the order of the contract. */
    private enum Fault {
        TOO_MANY(113),
        MALFORMED(106),
        UNKNOWN_SECRET(101),
        OTHER_PRODUCT(112),
        UNPAID(103),
        NO_SUCH_INSTANCE(105),
        LAPSED(108),
        OLD_SECRET(107),
        LATER_RELEASE(109),
        ELSEWHERE(110),
        NO_SEAT(104);

        final int code;

        Fault(int code) {
            this.code = code;
        }
    }

    private static final Set<Fault> OF_ACTIVATIONS = EnumSet.of(
            Fault.TOO_MANY,
            Fault.MALFORMED,
            Fault.UNKNOWN_SECRET,
            Fault.OTHER_PRODUCT,
            Fault.UNPAID,
            Fault.LATER_RELEASE,
            Fault.ELSEWHERE,
            Fault.NO_SEAT);
    private static final Set<Fault> OF_CHECKS = EnumSet.of(
            Fault.TOO_MANY,
            Fault.MALFORMED,
            Fault.UNPAID,
            Fault.LAPSED,
            Fault.OLD_SECRET,
            Fault.LATER_RELEASE,
            Fault.ELSEWHERE,
            Fault.NO_SEAT);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(grant(2));

    static Stream<Arguments> everyTwoOfActivations() {
        return everyTwoOf(OF_ACTIVATIONS);
    }

    static Stream<Arguments> everyTwoOfChecks() {
        return everyTwoOf(OF_CHECKS);
    }

    /** Each alone, and each with every one that comes after it. */
    private static Stream<Arguments> everyTwoOf(Set<Fault> faults) {
        List<Arguments> pairs = new ArrayList<>();
        for (Fault first : faults) {
            for (Fault second : faults) {
                if (first.compareTo(second) <= 0) {
                    pairs.add(Arguments.of(first, second));
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest(name = "{0} comes before {1}")
    @MethodSource("everyTwoOfActivations")
    void an_activation_is_refused_with_the_first(Fault first, Fault second) {
        Set<Fault> both = EnumSet.of(first, second);
        boolean isUnknown = both.contains(Fault.UNKNOWN_SECRET);
        Client client = house.new Client(isUnknown ? "lic_unknown" : license.secret());
        if (both.contains(Fault.TOO_MANY)) {
            useUpActivations(client);
        }
        if (both.contains(Fault.NO_SEAT)) {
            house.licenses.change(license.id(), grant(0));
        }
        spoil(client, both);

        assertThat(codeOf(client::activate)).isEqualTo(first.code);
    }

    /** Five that are unknown from the address, or a hundred and twenty of the license. */
    private void useUpActivations(Client client) {
        for (int i = 0; i < 120; i++) {
            Client other = client.copy("boot-2", client.address).named("plant-1", "crowd-" + i % 5);
            Throwable thrown = catchThrowable(other::activate);
            assertThat(thrown == null || thrown instanceof DomainException).isTrue();
        }
    }

    @ParameterizedTest(name = "{0} comes before {1}")
    @MethodSource("everyTwoOfChecks")
    void a_check_is_refused_with_the_first(Fault first, Fault second) {
        Set<Fault> both = EnumSet.of(first, second);
        Client elder = house.new Client(license.secret()).named("plant-1", "elder");
        elder.activate();
        house.advance(Duration.ofMinutes(1));
        Client client = house.new Client(license.secret());
        client.activate();
        if (both.contains(Fault.NO_SEAT)) {
            outliveMostOfTheWarning(elder, client);
        }
        Client asking = both.contains(Fault.OLD_SECRET) ? client.copy("boot-9", "198.51.100.7") : client;
        for (int i = 0; i < (both.contains(Fault.TOO_MANY) ? 60 : 2); i++) {
            client.check();
        }
        if (both.contains(Fault.TOO_MANY) && asking != client) {
            for (int i = 0; i < 5; i++) {
                assertThat(codeOf(asking::check)).isEqualTo(Fault.OLD_SECRET.code);
            }
        }
        if (both.contains(Fault.NO_SEAT)) {
            pass(elder);
        }
        if (both.contains(Fault.LAPSED)) {
            lapseBeside(elder);
        }
        spoil(asking, both);

        assertThat(codeOf(asking::check)).isEqualTo(first.code);
    }

    /** There is one seat less, and the fortnight is all but over. */
    private void outliveMostOfTheWarning(Client elder, Client client) {
        house.licenses.change(license.id(), grant(1));
        for (int i = 0; i < 27; i++) {
            elder.check();
            client.check();
            house.advance(HALF_A_DAY);
        }
    }

    /** Its lease ends without a word, and the only seat there is goes to the elder. */
    private void lapseBeside(Client elder) {
        house.licenses.change(license.id(), grant(1));
        pass(elder);
        pass(elder);
    }

    /** Half a day; the machine's clock stands still, so that what is counted stays counted. */
    private void pass(Client elder) {
        elder.check();
        house.clock.stopAt(house.clock.instant().plus(HALF_A_DAY));
    }

    private void spoil(Client client, Set<Fault> faults) {
        if (faults.contains(Fault.MALFORMED)) {
            client.bootId = " ";
        }
        if (faults.contains(Fault.OTHER_PRODUCT)) {
            client.product = "other-product";
        }
        if (faults.contains(Fault.LATER_RELEASE)) {
            client.releaseDate = "2026-01-02";
        }
        if (faults.contains(Fault.ELSEWHERE)) {
            house.licenses.bind(license.id(), "plant-2");
        }
        if (faults.contains(Fault.UNPAID)) {
            house.licenses.withhold(license.id());
        }
    }

    @ParameterizedTest(name = "{0} comes before or instead of an unknown instance")
    @MethodSource("instancesThatAreNotThere")
    void an_instance_that_does_not_exist_has_no_license_to_be_refused_with(Fault fault, Fault expected) {
        Client client = house.new Client(license.secret());
        client.activate();
        client.pretend("01993f2a-6c00-7a10-8000-0000000000e1");
        spoil(client, EnumSet.of(fault));

        assertThat(codeOf(client::check)).isEqualTo(expected.code);
    }

    static Stream<Arguments> instancesThatAreNotThere() {
        return Stream.of(
                Arguments.of(Fault.MALFORMED, Fault.MALFORMED),
                Arguments.of(Fault.UNPAID, Fault.NO_SUCH_INSTANCE),
                Arguments.of(Fault.LATER_RELEASE, Fault.NO_SUCH_INSTANCE),
                Arguments.of(Fault.ELSEWHERE, Fault.NO_SUCH_INSTANCE));
    }

    private static Grant grant(long seats) {
        return Grants.grant(seats, 0, Grant.DEFAULT_LEASE_SECONDS, COVERED);
    }

    private static int codeOf(ThrowingCallable call) {
        DomainException thrown = catchThrowableOfType(DomainException.class, call);
        assertThat(thrown).as("refused").isNotNull();
        return thrown.refusal().code().number();
    }
}
