package org.chancery.service.account.offence;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.naming.directory.DirContext;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.chancery.client.LicenseState;
import org.chancery.offence.Offends;
import org.chancery.service.payment.port.ChargeOutcome;
import org.chancery.service.payment.port.PaymentGateway;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/** Services that remember, ask the machine, hide what they do or know what is not theirs to know. */
public class ServiceOffences {

    @Offends("layers")
    public record KnowsTheWeb(Texts known) {}

    @Offends("the_server_knows_nothing_of_the_client")
    public record KnowsTheClient(LicenseState known) {}

    @Offends("nobody_asks_the_machine_for_the_time")
    public static class AsksForTheInstant {
        public Instant when() {
            return Instant.now();
        }
    }

    @Offends("nobody_asks_the_machine_for_the_time")
    public static class MakesItsOwnClock {
        public Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Offends("nobody_asks_the_machine_for_the_time")
    public static class MakesItsOwnSource {
        public InstantSource clock() {
            return InstantSource.system();
        }
    }

    @Offends("nobody_asks_the_machine_for_the_time")
    public static class CountsMilliseconds {
        public long when() {
            return System.currentTimeMillis();
        }
    }

    @Offends("ids_are_made_by_ids")
    public static class DrawsItsOwnId {
        public UUID id() {
            return UUID.randomUUID();
        }
    }

    @Offends("vendors_stay_in_adapters")
    public record SendsMail(Session session) {}

    @Offends("vendors_stay_in_adapters")
    public record AsksTheNameServer(DirContext names) {}

    @Offends("vendors_stay_in_adapters")
    public record DrawsPages(PDDocument document) {}

    @Offends("vat_ids_are_read_in_one_place")
    public static class BelievesTheLibrary {
        public boolean isVatId(String typed) {
            return VATINSyntaxChecker.isValidVATIN(typed);
        }
    }

    @Offends("names_are_resolved_in_adapters")
    public static class ResolvesAName {
        public InetAddress addressOf(String host) throws UnknownHostException {
            return InetAddress.getByName(host);
        }
    }

    @Offends("nobody_reads_java_objects_from_bytes")
    public static class ReadsObjects {
        public Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    @Stateless
    @PermitAll
    @Offends("stateless_means_final_fields")
    public static class ForgetfulService {
        private @Nullable String last;

        @ReadOnly
        public @Nullable String remember(String next) {
            String before = last;
            last = next;
            return before;
        }
    }

    @Stateless
    @Offends("stateless_beans_are_services")
    public static class Bookkeeper {}

    @Stateless
    @PermitAll
    @Offends("every_service_method_says_what_it_does_to_the_audit_trail")
    public static class SilentService {
        public void change() {}
    }

    @Stateless
    @PermitAll
    @Offends("every_service_method_says_what_it_does_to_the_audit_trail")
    public static class BoastfulService {
        @Audited("thing.change")
        public void change() {}
    }

    @Stateless
    @Offends("every_service_says_who_may_call_it")
    public static class OpenService {
        @ReadOnly
        public void read() {}
    }

    @Offends("no_provider_is_called_inside_a_transaction")
    public static class ChargesWithinATransaction {
        public ChargeOutcome ask(PaymentGateway gateway, UUID payment) {
            return gateway.stateOf(payment);
        }
    }

    @Offends("names_say_something")
    public static class OrderUtil {}

    @Offends("names_say_something")
    public static class OrderHelper {}

    @Offends("names_say_something")
    public static class OrderManager {}

    @Offends("names_say_something")
    public static class OrdersImpl {}
}
