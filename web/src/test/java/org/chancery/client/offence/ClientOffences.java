package org.chancery.client.offence;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import org.chancery.offence.Offends;

/** A client that brings a library, ends its host, and asks the machine by itself. */
public class ClientOffences {

    @Offends("the_client_needs_nothing_but_the_jdk")
    public record BringsALibrary(JsonNode json) {}

    @Offends("nobody_ends_the_process")
    public static class EndsItsHost {
        public void refused() {
            System.exit(1);
        }
    }

    @Offends("nobody_ends_the_process")
    public static class StopsItsHost {
        public void refused() {
            Runtime.getRuntime().halt(1);
        }
    }

    @Offends("the_client_is_given_its_machine")
    public static class AsksTheMachine {
        public long nanos() {
            return System.nanoTime();
        }
    }

    @Offends("the_client_is_given_its_machine")
    public static class DrawsByItself {
        public int draw() {
            return new SecureRandom().nextInt();
        }
    }
}
