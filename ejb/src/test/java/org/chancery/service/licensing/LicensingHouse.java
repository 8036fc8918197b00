package org.chancery.service.licensing;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.InMemoryCallCounts;
import org.chancery.model.licensing.InMemoryInstanceEvents;
import org.chancery.model.licensing.InMemoryInstances;
import org.chancery.model.licensing.InMemoryLicenses;
import org.chancery.model.licensing.InMemoryOfflineLicenses;
import org.chancery.model.licensing.InMemorySigningKeys;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.Lease;
import org.chancery.model.platform.Ids;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.licensing.adapter.Ed25519KeyMaker;
import org.chancery.service.licensing.adapter.Ed25519LeaseSigner;
import org.chancery.service.licensing.adapter.KeyStoreService;
import org.chancery.service.licensing.port.LeaseClaims;
import org.chancery.service.licensing.port.PaidTime;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.SecretGenerator;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Vault;
import org.jspecify.annotations.Nullable;

/** All of licensing without a container or a database, at noon of a spring day; both clocks move together. */
final class LicensingHouse {

    static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    static final UUID ACCOUNT = new UUID(4, 4);
    static final String PRODUCT = "iot-platform";
    static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final byte[] MASTER_KEY = new byte[32];

    final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    final BusinessClock machine = new BusinessClock(Clock.systemUTC());
    final InMemoryLicenses licenseRows = new InMemoryLicenses();
    final InMemoryInstances instanceRows = new InMemoryInstances(licenseRows);
    final InMemoryInstanceEvents eventRows = new InMemoryInstanceEvents();
    final List<AuditEntry> auditRows = new ArrayList<>();
    final Ed25519LeaseSigner signer;
    final SigningKeyService signingKeys;
    final LicenseService licenses;
    final SeatAdministrationService seatAdministration;
    final FleetService fleet;
    final InstanceService instances;
    final InMemorySigningKeys keyRows = new InMemorySigningKeys();
    final InMemoryOfflineLicenses offlineRows = new InMemoryOfflineLicenses();
    final OfflineLicenseService offline;
    final SeatLendingService lending;
    final LentSeats lent;
    final DeploymentFileService deployments;
    PaidTime paid = PaidTime.FOR_EVER;
    String callerName = "system";

    LicensingHouse() {
        clock.stopAt(NOON);
        machine.stopAt(NOON);
        SecureRandom random = new SecureRandom();
        Ids ids = new Ids(machine, random);
        Caller caller = new Caller(() -> callerName);
        AuditTrail audit = new AuditTrail(auditEntries(), caller, ids, machine);
        Vault vault = new Vault(MASTER_KEY, random);
        SecretHasher hasher = new SecretHasher(MASTER_KEY);
        SeatCounter seats = new SeatCounter(instanceRows);
        Ed25519KeyMaker maker = new Ed25519KeyMaker(vault, random, machine);
        signingKeys = new SigningKeyService(keyRows, maker, machine, audit);
        signer = new Ed25519LeaseSigner(
                new KeyStoreService(keyRows, maker, machine), vault, machine, config("https://licenses.example"));
        licenses =
                new LicenseService(licenseRows, seats, new SecretGenerator(random), hasher, caller, audit, ids, clock);
        seatAdministration =
                new SeatAdministrationService(licenseRows, instanceRows, eventRows, caller, audit, ids, clock);
        fleet = new FleetService(licenseRows, instanceRows, eventRows, caller, clock);
        lent = new LentSeats(licenseRows, offlineRows);
        OfflineDesk desk = new OfflineDesk(offlineRows, eventRows, licenseId -> paid, signer, ids);
        offline = new OfflineLicenseService(
                licenseRows,
                instanceRows,
                offlineRows,
                desk,
                seats,
                new SecretGenerator(random),
                caller,
                audit,
                ids,
                clock);
        RateLimits limits = new RateLimits(new CallCountService(new InMemoryCallCounts(), machine));
        deployments = new DeploymentFileService(
                licenseRows, hasher, limits, caller, config("https://licenses.example"), clock);
        lending = new SeatLendingService(new SeatLoanService(licenseRows, instanceRows, desk, clock), limits);
        instances = new InstanceService(
                new ActivationService(licenseRows, instanceRows, eventRows, seats, ids, clock),
                new CheckService(licenseRows, instanceRows, eventRows, seats, signer, ids, clock, machine),
                limits,
                signer,
                hasher,
                clock);
    }

    static ChanceryConfig config(String baseUrl) {
        return new ChanceryConfig(
                ChanceryConfig.Mode.SANDBOX, URI.create(baseUrl), MASTER_KEY, null, null, null, null, "a@example.org");
    }

    void advance(Duration time) {
        clock.stopAt(clock.instant().plus(time));
        machine.stopAt(machine.instant().plus(time));
    }

    /** An active license for the product. */
    IssuedLicense license(Grant grant) {
        return licenses.grant(new GrantLicense(ACCOUNT, PRODUCT, grant, true, null));
    }

    Lease leaseOf(String token) {
        return signer.recognise(token).map(LeaseClaims::lease).orElseThrow();
    }

    List<String> events(UUID licenseId) {
        return eventRows.latestOf(licenseId, 100).stream()
                .map(InstanceEvent::type)
                .map(type -> type.word())
                .toList();
    }

    private AuditEntries auditEntries() {
        return new AuditEntries() {
            @Override
            public void add(AuditEntry entry) {
                auditRows.add(entry);
            }

            @Override
            public List<AuditEntry> latestOf(UUID accountId, int limit) {
                return List.of();
            }
        };
    }

    /** The reference client: a process with a disk. Copy its disk, and there are two of it. */
    final class Client implements Cloneable {

        final String licenseSecret;
        String deployment = "plant-1";
        String name = "node-1";
        String seatClass = "production";
        String product = PRODUCT;
        String releaseDate = "2026-01-01";
        String bootId = "boot-1";
        String address = "192.0.2.1";

        @Nullable
        Integer leaseSeconds;

        @Nullable
        String idempotencyKey;

        @Nullable
        Long appliedRevision;

        @Nullable
        Boolean restartNeeded;

        @Nullable
        Map<String, @Nullable Long> usage;

        @Nullable
        List<CheckInstance.@Nullable Certificate> certificates;

        private String id = "";
        private int epoch;
        private String current = "";
        private @Nullable String pending;
        private @Nullable String receipt;

        Client(String licenseSecret) {
            this.licenseSecret = licenseSecret;
        }

        Client named(String deployment, String name) {
            this.deployment = deployment;
            this.name = name;
            return this;
        }

        Client copy(String bootId, String address) {
            try {
                Client copy = (Client) clone();
                copy.bootId = bootId;
                copy.address = address;
                return copy;
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        ActivatedInstance activate() {
            String next = propose();
            ActivatedInstance activated = instances.activate(new ActivateInstance(
                    new PresentedSecret(licenseSecret),
                    idempotencyKey,
                    address,
                    product,
                    "1.0",
                    releaseDate,
                    deployment,
                    name,
                    seatClass,
                    bootId,
                    PresentedSecret.sha256Of(next),
                    NONCE,
                    leaseSeconds));
            id = activated.instanceId().toString();
            epoch = activated.epoch();
            commit(activated.lease());
            return activated;
        }

        CheckedInstance check() {
            CheckedInstance checked = checkButLoseTheAnswer();
            commit(checked.lease());
            return checked;
        }

        CheckedInstance checkButLoseTheAnswer() {
            String next = propose();
            return instances.check(new CheckInstance(
                    id,
                    new PresentedSecret(current),
                    address,
                    epoch,
                    0L,
                    PresentedSecret.sha256Of(next),
                    NONCE,
                    bootId,
                    receipt,
                    null,
                    releaseDate.equals("2026-01-01") ? null : releaseDate,
                    appliedRevision,
                    restartNeeded,
                    usage,
                    certificates));
        }

        /** Takes the seat along for so long. */
        OfflineLicenseView lend(@Nullable Duration time, String bindType, String bindValue) {
            return lending.lend(new LendSeat(
                    id,
                    new PresentedSecret(current),
                    address,
                    time == null ? null : time.toSeconds(),
                    bindType,
                    bindValue,
                    null));
        }

        void release() {
            instances.release(id, new PresentedSecret(current), address);
        }

        TaggedEntitlements entitlements() {
            return instances.entitlements(id, new PresentedSecret(current), address);
        }

        UUID id() {
            return UUID.fromString(id);
        }

        /** Draws the next secret, and gives it to a client that will repeat the same message. */
        void proposeLike(Client first) {
            pending = first.propose();
        }

        private String propose() {
            String next = Optional.ofNullable(pending).orElseGet(() -> "chk_" + UUID.nameUUIDFromBytes(randomBytes()));
            pending = next;
            return next;
        }

        private void commit(String lease) {
            current = Optional.ofNullable(pending).orElseThrow();
            pending = null;
            receipt = lease;
        }

        String secretInUse() {
            return current;
        }

        void forgetReceipt() {
            receipt = null;
        }

        /** The lease it would show as proof. */
        String receipt() {
            return Optional.ofNullable(receipt).orElseThrow();
        }

        /** Shows another proof with its next check. */
        void show(String forged) {
            receipt = forged;
        }

        void pretend(String otherId) {
            id = otherId;
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
