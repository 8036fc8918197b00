package org.chancery.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The coupon desk as tests reach it, through the {@link CouponProbe} in their own WAR. */
public final class CouponDesks {

    private final String address;
    private final String now = Api.operator().get("/api/v1/sandbox/clock").text("/now");

    public CouponDesks(Class<?> test) {
        this.address = Api.base() + "/" + test.getSimpleName() + "/coupon/";
    }

    /** The id of the redemption, or {@code refused} with the reason. */
    public String reserve(String code, UUID account) {
        return post("reserve?code=" + code + "&account=" + account);
    }

    public String giveBack(String redemption, UUID account) {
        return post("give-back?redemption=" + redemption + "&account=" + account);
    }

    /** An invoice with the redemption was paid. */
    public String sell(String redemption, UUID account, UUID invoice, long net, long off) {
        return post("sell?redemption=" + redemption + "&account=" + account + "&invoice=" + invoice + "&net=" + net
                + "&off=" + off);
    }

    private String post(String call) {
        Api.Answer answer = Api.exchange(HttpRequest.newBuilder(URI.create(address + call + "&now=" + now))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    /** Does it so many times at once, each with its number. */
    public static List<String> atOnce(int times, IntFunction<String> act) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CyclicBarrier start = new CyclicBarrier(times);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return act.apply(number);
                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> each : running) {
                answers.add(each.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
