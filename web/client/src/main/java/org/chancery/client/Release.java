package org.chancery.client;

import java.io.IOException;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.state.ClientState;
import org.chancery.client.state.Seat;
import org.chancery.client.wire.WireRequest;

/** Gives the seat back. After a lost answer either secret may be the current one, so both are tried. */
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
        CheckSecret proposal = state.proposal();
        boolean released = send(seat, seat.secret()) || proposal != null && send(seat, proposal);
        if (released) {
            with.file.adopt(with.state().released());
        }
        return released;
    }

    private boolean send(Seat seat, CheckSecret secret) {
        try {
            WireRequest request = WireRequest.delete("/api/v1/instances/" + seat.instanceId(), secret.clear());
            return with.exchange(request).status() == NO_CONTENT;
        } catch (IOException e) {
            return false;
        }
    }
}
