package org.chancery.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Kills a process at one place of its code while it is armed. The rules are for the agent in that process; being armed is
 * a file that they look for, so that one script serves every place and every start.
 */
public final class KillSwitch {

    private final String place;
    private final Path file;

    /** @param place a name that no other has */
    public KillSwitch(String place) {
        this.place = place;
        this.file = Path.of(System.getProperty("it.base.dir"), "armed", place);
    }

    /** From now on the process dies at this place. */
    public void arm() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, place);
    }

    /** The place is safe again. */
    public void disarm() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The rule that kills at this spot. */
    public String at(Spot spot) {
        return rule(place, spot, armed(), "killJVM()");
    }

    /** The same when the spot is passed for the n-th time. */
    public String at(Spot spot, int time) {
        return rule(place, spot, armed() + " AND incrementCounter(\"" + place + "\") == " + time, "killJVM()");
    }

    /** The same when the spot is passed on behalf of this method, such as {@code Check.propose}. */
    public String at(Spot spot, String caller) {
        return rule(place, spot, armed() + " AND callerEquals(\"" + caller + "\", true, 4)", "killJVM()");
    }

    /**
     * The rules that kill where the database is asked to commit.
     *
     * @param work its thread is the one whose commit is meant
     * @param where before or after
     */
    public String atCommitOf(Spot work, String where) {
        return after(
                work,
                new Spot(driver("org.h2.jdbc.JdbcConnection", "org.postgresql.jdbc.PgConnection"), "commit", where));
    }

    /**
     * The rules that kill where the database is asked to write a row.
     *
     * @param work the thread that has been there is the one that is meant
     * @param where before or after
     */
    public String atWriteAfter(Spot work, String where) {
        String statement = driver("org.h2.jdbc.JdbcPreparedStatement", "org.postgresql.jdbc.PgPreparedStatement");
        return after(work, new Spot(statement, "executeUpdate()", where));
    }

    private static String driver(String h2, String postgres) {
        return "h2".equals(System.getProperty("it.database")) ? h2 : postgres;
    }

    private String after(Spot work, Spot spot) {
        return rule(place + " noted", work, armed(), "flag(Thread.currentThread())")
                + rule(place, spot, armed() + " AND flagged(Thread.currentThread())", "killJVM()");
    }

    private String armed() {
        return "BIND armed = new java.io.File(\"" + file + "\")\nIF armed.exists()";
    }

    private static String rule(String name, Spot spot, String condition, String action) {
        return "RULE " + name + "\nCLASS " + spot.type() + "\nMETHOD " + spot.method() + "\nAT " + spot.where() + "\n"
                + condition + "\nDO " + action + "\nENDRULE\n";
    }
}
