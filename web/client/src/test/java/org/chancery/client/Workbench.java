package org.chancery.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chancery.client.clock.TestMachine;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.state.MemoryDisk;
import org.chancery.client.state.StateFile;
import org.chancery.client.token.TestClaims;
import org.chancery.client.token.VerifyingKeys;
import org.jspecify.annotations.Nullable;

/** A client in memory, with a server that obeys the test. */
final class Workbench implements LicenseListener {

    final TestMachine machine = new TestMachine(TestClaims.NOON);
    final LittleServer server = new LittleServer(machine::wall);
    final MemoryDisk disk = new MemoryDisk();
    final List<Entitlements> offered = new ArrayList<>();
    boolean applies = true;
    boolean keysAreThere = true;
    ReportSource reports = ReportSource.none();

    @Nullable
    String secret = "lic_secret";

    String version = "4.2.0";
    TrustedTime time;
    StateFile file;
    Session session;

    Workbench() {
        restart();
    }

    /** Another process over the same disk. */
    void restart() {
        try {
            file = StateFile.open(disk);
            time = new TrustedTime(machine.machine(), file.state().time());
            ClientSettings settings = new ClientSettings(
                    null,
                    KeySource.pinned(server.signer.jwkSet()),
                    TestClaims.ISSUER,
                    () -> secret,
                    new Software(TestClaims.PRODUCT, version, LocalDate.parse("2026-05-01")),
                    Placement.of("site-1", "node-1"),
                    Path.of("unused"));
            VerifyingKeys keys = new LateKeys();
            Correspondence with = new Correspondence(settings, machine.machine(), file, time, server, keys);
            session = new Session(settings.secret(), with, keys, () -> reports.report(), this);
            session.resume();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean entitlementsChanged(Entitlements entitlements) {
        offered.add(entitlements);
        return applies;
    }

    LicenseState state() {
        return session.status().state();
    }

    /** The messages so far, without their bodies. */
    List<String> conversation() {
        return server.requests.stream()
                .map(request -> request.method() + " "
                        + request.path().replace("/api/v1/instances", "").replace(TestClaims.INSTANCE, "id"))
                .toList();
    }

    /** The server's keys, once they are there. */
    private final class LateKeys implements VerifyingKeys {

        @Override
        public @Nullable Key find(String kid) {
            return keysAreThere ? server.signer.pinned().find(kid) : null;
        }

        @Override
        public boolean areKnown() {
            return keysAreThere;
        }
    }
}
