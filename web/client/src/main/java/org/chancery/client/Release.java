package org.chancery.client;

import java.io.IOException;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.state.ClientState;
import org.chancery.client.state.Seat;
import org.chancery.client.wire.UnsentException;
import org.chancery.client.wire.WireRequest;

/**
 * Gives the seat back. That it may be gone is written down first, because a message that is still on its way can arrive
 * after the next start.
 */
final class Release {

    private static final int NO_CONTENT = 204;

    private final Correspondence with;

    Release(Correspondence with) {
        this.with = with;
    }

    /** @return true when there is no seat any more */
    boolean run() {
        ClientState state = with.state();
        Seat seat = state.seat();
        if (seat == null) {
            return true;
        }
        try {
            with.file.keep(state.leaving(seat.leaving(true)));
            boolean released = send(seat, state);
            if (released) {
                with.file.adopt(with.state().released());
            }
            return released;
        } catch (UnsentException e) {
            with.file.adopt(state);
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** After a lost answer the proposed secret may be the current one; the server then says that the other is not. */
    private boolean send(Seat seat, ClientState state) throws IOException {
        if (send(seat, seat.secret()) == NO_CONTENT) {
            return true;
        }
        CheckSecret proposal = state.proposal();
        return proposal != null && send(seat, proposal) == NO_CONTENT;
    }

    private int send(Seat seat, CheckSecret secret) throws IOException {
        WireRequest request = WireRequest.delete("/api/v1/instances/" + seat.instanceId(), secret.clear());
        return with.exchange(request).status();
    }
}
