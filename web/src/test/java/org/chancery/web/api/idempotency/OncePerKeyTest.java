package org.chancery.web.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.idempotency.IdempotencyRefusal;
import org.chancery.model.idempotency.IdempotentCall;
import org.chancery.model.idempotency.InMemoryIdempotentCalls;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.service.idempotency.IdempotencyService;
import org.chancery.service.idempotency.KeyedCall;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Vault;
import org.junit.jupiter.api.Test;

/** Over memory, with a database that fails or a rival that comes first where the test says so. */
class OncePerKeyTest {

    private static final KeyedCall CALL = new KeyedCall("Bearer acc_x", "/api/v1/subscriptions", "order-1", "hash");

    private final Memory memory = new Memory();
    private final IdempotencyService calls = service(memory);
    private final OncePerKey once = new OncePerKey(calls);
    private int ordersPlaced;

    @Test
    void a_repetition_gets_the_first_answer_and_does_nothing() throws Exception {
        assertThat(answer(this::placeOrder)).isEqualTo("201 order");
        assertThat(answer(this::placeOrder)).isEqualTo("201 order");
        assertThat(ordersPlaced).isEqualTo(1);
    }

    @Test
    void a_refused_call_gives_its_key_back() throws Exception {
        assertThat(answer((request, response) -> write(response, 422, "no"))).isEqualTo("422 no");
        assertThat(answer(this::placeOrder)).isEqualTo("201 order");
    }

    @Test
    void a_call_that_breaks_gives_its_key_back() throws Exception {
        assertThatThrownBy(() -> answer((request, response) -> {
                    throw new ServletException("broken");
                }))
                .hasMessage("broken");
        assertThat(answer(this::placeOrder)).isEqualTo("201 order");
    }

    @Test
    void what_is_done_is_answered_once_even_if_the_answer_cannot_be_kept() throws Exception {
        memory.failsToEnd = true;
        assertThat(answer(this::placeOrder)).isEqualTo("201 order");
        assertThatThrownBy(() -> answer(this::placeOrder)).satisfies(OncePerKeyTest::isToldToWait);
        assertThat(ordersPlaced).isEqualTo(1);
    }

    @Test
    void a_lost_race_is_answered_as_the_winner_was() throws Exception {
        memory.rival = () -> calls.end(calls.begin(CALL), answerOfRival());
        assertThat(answer(this::placeOrder)).isEqualTo("201 rival");
        assertThat(ordersPlaced).isZero();
    }

    @Test
    void a_lost_race_against_a_call_that_still_runs_is_told_to_wait() {
        memory.rival = () -> calls.begin(CALL);
        assertThatThrownBy(() -> answer(this::placeOrder)).satisfies(OncePerKeyTest::isToldToWait);
        assertThat(ordersPlaced).isZero();
    }

    @Test
    void a_lost_race_against_a_call_that_was_refused_goes_on() throws Exception {
        memory.rival = () -> memory.forgottenOnFailure = calls.begin(CALL);
        assertThat(answer(this::placeOrder)).isEqualTo("201 order");
    }

    @Test
    void who_loses_again_and_again_is_told_to_wait() {
        memory.rival = () -> memory.forgottenOnFailure = calls.begin(CALL);
        memory.rivals = Integer.MAX_VALUE;
        assertThatThrownBy(() -> answer(this::placeOrder)).satisfies(OncePerKeyTest::isToldToWait);
        assertThat(ordersPlaced).isZero();
    }

    @Test
    void a_fault_of_the_database_stays_a_fault() {
        memory.rival = () -> {
            throw new IllegalStateException("The database is gone");
        };
        assertThatThrownBy(() -> answer(this::placeOrder)).isInstanceOf(IllegalStateException.class);
        assertThat(ordersPlaced).isZero();
    }

    private interface Work {
        void answer(Object request, HttpServletResponse response) throws IOException, ServletException;
    }

    private void placeOrder(Object request, HttpServletResponse response) throws IOException {
        ordersPlaced++;
        write(response, 201, "order");
    }

    private static void write(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String answer(Work work) throws IOException, ServletException {
        StubResponse response = new StubResponse();
        FilterChain chain = (request, inner) -> work.answer(request, (HttpServletResponse) inner);
        once.run(CALL, StubResponse.NO_REQUEST, response.asResponse(), chain);
        return response.toString();
    }

    private static byte[] answerOfRival() {
        return new KeptAnswer(201, "", "", "rival".getBytes(StandardCharsets.UTF_8)).toBytes();
    }

    private static void isToldToWait(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                .isEqualTo(IdempotencyRefusal.IN_PROGRESS));
    }

    private static IdempotencyService service(InMemoryIdempotentCalls calls) {
        Clock clock = Clock.fixed(Instant.parse("2026-04-10T12:00:00Z"), ZoneOffset.UTC);
        SecureRandom random = new SecureRandom();
        byte[] masterKey = new byte[32];
        return new IdempotencyService(
                calls, new SecretHasher(masterKey), new Vault(masterKey, random), new Ids(clock, random), clock);
    }

    /** A memory in which a rival may come first between the question and the beginning. */
    private static final class Memory extends InMemoryIdempotentCalls {

        private boolean failsToEnd;
        private Runnable rival = () -> {};
        private int rivals = 1;
        private UUID forgottenOnFailure = new UUID(0, 0);
        private boolean rivalIsAtIt;

        @Override
        public void add(IdempotentCall call) {
            if (!rivalIsAtIt && rivals > 0) {
                rivals--;
                rivalIsAtIt = true;
                try {
                    rival.run();
                } finally {
                    rivalIsAtIt = false;
                }
            }
            try {
                super.add(call);
            } catch (DomainException taken) {
                remove(forgottenOnFailure);
                throw taken;
            }
        }

        @Override
        public Optional<IdempotentCall> find(UUID id) {
            if (failsToEnd) {
                throw new IllegalStateException("The database is gone");
            }
            return super.find(id);
        }
    }
}
