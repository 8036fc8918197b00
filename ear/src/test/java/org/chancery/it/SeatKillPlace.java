package org.chancery.it;

import static org.chancery.it.SeatKillPlace.Step.ACTIVATION;
import static org.chancery.it.SeatKillPlace.Step.CHECK;
import static org.chancery.it.SeatKillPlace.Step.RELEASE;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.chancery.it.harness.KillSwitch;
import org.chancery.it.harness.Spot;

/** Where the client or the server is killed while a seat is taken, kept or given back. */
enum SeatKillPlace {
    CLIENT_AN_ATTEMPT_IS_NOT_KEPT_YET(ACTIVATION, false, "state.FileDisk", "rename", "ENTRY", "Activation.prepare"),
    CLIENT_AN_ATTEMPT_IS_KEPT_BUT_NOT_SENT(ACTIVATION, false, "Activation", "prepare", "EXIT"),
    CLIENT_A_SEAT_IS_GRANTED_BUT_NOT_KEPT(ACTIVATION, true, "Activation", "granted", "ENTRY"),
    CLIENT_A_SEAT_IS_KEPT_BUT_NOT_ACTED_ON(ACTIVATION, true, "Activation", "granted", "EXIT"),

    CLIENT_A_PROPOSAL_IS_NOT_WRITTEN(CHECK, false, "state.FileDisk", "writeTemporary", "ENTRY", "Check.propose"),
    CLIENT_A_PROPOSAL_IS_NOT_FORCED(CHECK, false, "state.FileDisk", "forceTemporary", "ENTRY", "Check.propose"),
    CLIENT_A_PROPOSAL_IS_NOT_RENAMED(CHECK, false, "state.FileDisk", "rename", "ENTRY", "Check.propose"),
    CLIENT_THE_NAME_OF_A_PROPOSAL_IS_NOT_FORCED(
            CHECK, false, "state.FileDisk", "forceDirectory", "ENTRY", "Check.propose"),
    CLIENT_A_PROPOSAL_IS_KEPT_BUT_NOT_SENT(CHECK, false, "Check", "propose", "EXIT"),
    CLIENT_A_CHECK_IS_SENT_AND_ITS_ANSWER_NOT_READ(CHECK, true, "wire.BoundedBody", "onSubscribe", "ENTRY"),
    CLIENT_AN_ANSWER_IS_READ_BUT_NOT_KEPT(CHECK, true, "Check", "granted", "ENTRY"),
    CLIENT_AN_ANSWER_IS_NOT_RENAMED(CHECK, true, "state.FileDisk", "rename", "ENTRY", "Check.granted"),
    CLIENT_AN_ANSWER_IS_KEPT_BUT_NOT_ACTED_ON(CHECK, true, "Check", "granted", "EXIT"),

    CLIENT_A_FAREWELL_IS_KEPT_BUT_NOT_SENT(RELEASE, false, "wire.HttpWire", "exchange", "ENTRY", "Release.run"),
    CLIENT_A_FAREWELL_IS_ANSWERED_BUT_NOT_KEPT(RELEASE, true, "wire.HttpWire", "exchange", "EXIT", "Release.run"),
    CLIENT_A_SEAT_IS_GIVEN_BACK(RELEASE, true, "Release", "run", "EXIT"),

    SERVER_A_SEAT_IS_TAKEN_BUT_NOT_COMMITTED(ACTIVATION, false, "ActivationService", "activate", "EXIT"),
    SERVER_THE_DATABASE_HAS_COMMITTED_A_SEAT(ACTIVATION, true, "", "activate", "EXIT"),
    SERVER_A_SEAT_IS_GRANTED_BUT_NOT_SENT(
            ACTIVATION, true, "InstanceService", "activate(org.chancery.service.licensing.ActivateInstance)", "EXIT"),

    SERVER_A_CHECK_BEGINS(CHECK, false, "CheckService", "checkRegularly", "ENTRY"),
    SERVER_SECRETS_ARE_EXCHANGED_BUT_NOT_WRITTEN(CHECK, false, "CheckService", "regular", "EXIT"),
    SERVER_THE_DATABASE_IS_ASKED_TO_WRITE_THE_EXCHANGE(CHECK, false, "", "regular", "ENTRY"),
    SERVER_THE_DATABASE_HAS_WRITTEN_THE_EXCHANGE(CHECK, true, "", "regular", "EXIT"),
    SERVER_AN_ANSWER_IS_SIGNED_BUT_NOT_SENT(
            CHECK, true, "InstanceService", "check(org.chancery.service.licensing.CheckInstance)", "EXIT"),

    SERVER_A_RELEASE_IS_NOT_COMMITTED(RELEASE, false, "CheckService", "release", "EXIT"),
    SERVER_A_RELEASE_IS_COMMITTED_BUT_NOT_ANSWERED(RELEASE, true, "InstanceService", "release", "EXIT");

    /** What the client is about when it happens. */
    enum Step {
        ACTIVATION,
        CHECK,
        RELEASE
    }

    private static final String OF_THE_SERVER = "SERVER_";

    private final Step step;
    private final boolean done;
    private final Spot spot;
    private final String caller;

    SeatKillPlace(Step step, boolean done, String type, String method, String where) {
        this(step, done, type, method, where, "");
    }

    /**
     * @param done whether the server has done by then what the client asks for
     * @param type empty for what the database is asked to do after the server's method: to write the exchange of a check, to
     *     commit anything else
     * @param caller on whose behalf the place is passed, empty for anybody's
     */
    SeatKillPlace(Step step, boolean done, String type, String method, String where, String caller) {
        this.step = step;
        this.done = done;
        this.spot = new Spot(packageOf(name()) + type, method, where);
        this.caller = caller;
    }

    private static String packageOf(String name) {
        return name.startsWith(OF_THE_SERVER) ? "org.chancery.service.licensing." : "org.chancery.client.";
    }

    Step step() {
        return step;
    }

    boolean isDone() {
        return done;
    }

    KillSwitch kill() {
        return new KillSwitch(name());
    }

    static String ofTheServer() {
        return script(true);
    }

    static String ofTheClient() {
        return script(false);
    }

    private static String script(boolean isOfTheServer) {
        return Arrays.stream(values())
                .filter(place -> place.name().startsWith(OF_THE_SERVER) == isOfTheServer)
                .map(SeatKillPlace::rule)
                .collect(Collectors.joining("\n"));
    }

    private String rule() {
        if (spot.type().endsWith(".")) {
            return step == CHECK
                    ? kill().atWriteAfter(new Spot(spot.type() + "CheckService", spot.method(), "EXIT"), spot.where())
                    : kill().atCommitOf(
                                    new Spot(spot.type() + "ActivationService", spot.method(), "EXIT"), spot.where());
        }
        return caller.isEmpty() ? kill().at(spot) : kill().at(spot, caller);
    }
}
