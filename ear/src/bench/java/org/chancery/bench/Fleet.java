package org.chancery.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.bench.KeepAlive.Answer;
import org.chancery.it.harness.Sandbox;

/**
 * All instances, each waiting for its turn. Limits are kept and not weakened: 120 activations a minute and license, 60
 * checks in ten minutes and instance, so there are many of both.
 */
final class Fleet {

    /** One that is included and ten bought: many customers with few instances each, as a vendor has. */
    private static final int SEATS = 11;

    private final Queue<FleetInstance> unborn = new ConcurrentLinkedQueue<>();
    private final Queue<FleetInstance> living = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();
    private double checksPerSecond;

    /** Buys licenses until so many more instances can be activated. */
    void buySeats(int seats) {
        while (unborn.size() < seats) {
            String secret = Sandbox.paidOrder(
                            Sandbox.account(), "enterprise", "{'production-instances':" + (SEATS - 1) + "}")
                    .at("/license/secret")
                    .asText();
            for (int i = 0; i < SEATS; i++) {
                unborn.add(new FleetInstance(secret, "node-" + names.incrementAndGet()));
            }
        }
    }

    /** The next one takes its seat. */
    Answer activate(KeepAlive connection) throws IOException {
        FleetInstance next = unborn.poll();
        if (next == null) {
            throw new IllegalStateException("More activations than seats were bought for");
        }
        Answer answer = next.activate(connection);
        living.add(next);
        return answer;
    }

    /** The one that has waited longest checks. */
    Answer check(KeepAlive connection) throws IOException {
        FleetInstance next = living.poll();
        if (next == null) {
            throw new IllegalStateException("Every instance has used up its checks: raise bench.instances");
        }
        Answer answer = next.check(connection);
        if (next.mayCheck()) {
            living.add(next);
        }
        return answer;
    }

    /** How fast checks were of late. */
    void noteRate(double perSecond) {
        checksPerSecond = perSecond;
    }

    /** How many more instances it takes to check for so long, with room for a quicker window. */
    int missingFor(Duration length) {
        double wanted = 1.5 * checksPerSecond * length.toSeconds();
        int left = living.stream().mapToInt(FleetInstance::checksLeft).sum();
        return (int) Math.ceil(Math.max(0, wanted - left) / FleetInstance.CHECKS_ALLOWED);
    }

    /** The last lease of the instance that has waited longest. */
    String someLease() {
        return living.element().lease();
    }
}
