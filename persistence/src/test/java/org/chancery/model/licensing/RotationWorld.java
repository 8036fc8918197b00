package org.chancery.model.licensing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small universe for one instance: a server whose database may fall back to an earlier state, a wire that loses,
 * repeats, delays and reorders, and processes that follow the reference client: draw the next secret, write it down,
 * send; on silence send the same proposal again; keep the last valid lease as receipt. Everything happens by one seeded
 * random source, so a seed tells the whole story.
 */
final class RotationWorld {

    private static final UUID INSTANCE = new UUID(7, 7);
    private static final Instant ISSUED = Instant.EPOCH;

    /** What an instance keeps on its disk. Replaced as a whole, as an atomic rename does. */
    record Disk(String current, @Nullable String pending, Receipt receipt) {}

    /** A disk that one process, or by mistake several, use. */
    static final class Volume {
        Disk disk;
        final List<Disk> backups = new ArrayList<>();

        Volume(Disk disk) {
            this.disk = disk;
        }

        void write(Disk next) {
            backups.add(disk);
            disk = next;
        }
    }

    /** One running process. */
    final class Client {
        final Volume volume;
        String bootId = nextName("b");

        @Nullable
        Long awaited;

        @Nullable
        RotationRow refusal;

        Client(Volume volume) {
            this.volume = volume;
        }

        boolean runs() {
            return refusal == null;
        }

        /** Proposes, durably first; a crash may hit before or after the write, or after the sending. */
        void check() {
            if (volume.disk.pending() == null) {
                if (crashesHere()) {
                    return;
                }
                volume.write(new Disk(volume.disk.current(), nextName("s"), volume.disk.receipt()));
            }
            if (crashesHere()) {
                return;
            }
            Disk disk = volume.disk;
            awaited = ++nonces;
            wire.add(new Request(
                    this, awaited, new RotationMessage(disk.current(), pendingOf(disk), 1, bootId), disk.receipt()));
            crashesHere();
        }

        void receive(Answer answer) {
            if (!runs() || awaited == null || awaited != answer.nonce()) {
                return; // an answer to somebody else's question, as the nonce tells
            }
            awaited = null;
            if (!answer.row().isAccepted()) {
                refusal = answer.row();
                return;
            }
            if (crashesHere()) {
                return;
            }
            Receipt lease = answer.lease();
            if (lease.secretHash().equals(volume.disk.pending())) {
                volume.write(new Disk(lease.secretHash(), null, lease));
            }
        }

        private boolean crashesHere() {
            if (random.nextInt(100) >= crashPercent) {
                return false;
            }
            bootId = nextName("b");
            awaited = null;
            return true;
        }
    }

    private record Request(Client from, long nonce, RotationMessage message, Receipt receipt) {}

    private record Answer(Client to, long nonce, RotationRow row, Receipt lease) {}

    final SplittableRandom random;
    final List<Client> clients = new ArrayList<>();
    final Map<RotationRow, Integer> rows = new EnumMap<>(RotationRow.class);
    private final List<Record> wire = new ArrayList<>();
    private final List<RotationState> committed = new ArrayList<>();
    private RotationState database;
    private int crashPercent;
    private long nonces;
    private long names;

    RotationWorld(long seed, int crashPercent) {
        this.random = new SplittableRandom(seed);
        this.crashPercent = crashPercent;
        String first = nextName("s");
        Receipt lease = new Receipt(INSTANCE, 1, 1, first, ISSUED);
        Client honest = new Client(new Volume(new Disk(first, null, lease)));
        clients.add(honest);
        database = RotationState.activated(INSTANCE, 1, first, honest.bootId);
        committed.add(database);
    }

    /** One random event of everyday life. */
    void live() {
        int dice = random.nextInt(100);
        if (dice < 40) {
            Client client = clients.get(random.nextInt(clients.size()));
            if (client.runs()) {
                client.check();
            }
        } else if (!wire.isEmpty()) {
            int picked = random.nextInt(wire.size());
            Record packet = wire.get(picked);
            if (dice >= 50) {
                wire.remove(picked); // else it stays and arrives once more, perhaps much later
            }
            if (dice < 90) {
                arrive(packet); // else it is lost
            }
        }
    }

    /** Some time later the database is as it was after an earlier commit, most often the one before the last. */
    void restoreDatabase() {
        int last = committed.size() - 1;
        int back = random.nextBoolean() ? Math.max(0, last - 1) : random.nextInt(last + 1);
        committed.subList(back + 1, committed.size()).clear();
        database = committed.get(back);
    }

    /** Somebody starts a second process on a copy of a disk as it is or once was. */
    void copyDisk() {
        Volume original = clients.get(random.nextInt(clients.size())).volume;
        int backups = original.backups.size();
        boolean old = backups > 0 && random.nextInt(4) == 0;
        clients.add(new Client(new Volume(old ? original.backups.get(random.nextInt(backups)) : original.disk)));
    }

    /** Somebody starts a second process on the same disk. */
    void shareDisk() {
        clients.add(new Client(clients.get(random.nextInt(clients.size())).volume));
    }

    /** The wire empties itself, in any order, some of it lost; nobody crashes from now on. */
    void calmDown() {
        while (!wire.isEmpty()) {
            Record packet = wire.remove(random.nextInt(wire.size()));
            if (random.nextInt(100) < 80) {
                arrive(packet);
            }
        }
        crashPercent = 0;
    }

    /** A check over a perfect wire; empty when the process has been refused before. */
    Optional<RotationRow> checkUndisturbed(Client client) {
        if (!client.runs()) {
            return Optional.empty();
        }
        client.check();
        Answer answer = serve((Request) wire.remove(wire.size() - 1));
        client.receive(answer);
        return Optional.of(answer.row());
    }

    long running() {
        return clients.stream().filter(Client::runs).count();
    }

    private void arrive(Record packet) {
        if (packet instanceof Request request) {
            wire.add(serve(request));
        } else if (packet instanceof Answer answer) {
            answer.to().receive(answer);
        }
    }

    private Answer serve(Request request) {
        Rotation rotation = Rotation.decide(database, request.message(), () -> Optional.of(request.receipt()));
        rows.merge(rotation.row(), 1, Integer::sum);
        if (!rotation.state().equals(database)) {
            database = rotation.state();
            committed.add(database);
        }
        Receipt lease = new Receipt(INSTANCE, 1, database.seq(), database.currentHash(), ISSUED);
        return new Answer(request.from(), request.nonce(), rotation.row(), lease);
    }

    private static String pendingOf(Disk disk) {
        if (disk.pending() == null) {
            throw new IllegalStateException("Nothing was proposed");
        }
        return disk.pending();
    }

    /** A unique name of a hash's form; the secret itself is never needed. */
    private String nextName(String prefix) {
        String digits = Long.toString(++names);
        return prefix + "0".repeat(42 - digits.length()) + digits;
    }
}
