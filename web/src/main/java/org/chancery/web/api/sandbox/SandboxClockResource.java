package org.chancery.web.api.sandbox;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.chancery.service.sandbox.SandboxClockService;

/** {@code /sandbox/clock}: reads and sets the clock of money, quotes, licenses and leases. */
@Path("v1/sandbox/clock")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class SandboxClockResource {

    @Inject
    private SandboxClockService clock;

    /** What the clock shows, or should show. */
    public record ClockTime(@NotNull Instant now) {}

    @GET
    public ClockTime now() {
        return new ClockTime(clock.now());
    }

    @PUT
    public ClockTime moveTo(@Valid @NotNull ClockTime body) {
        return new ClockTime(clock.moveTo(body.now()));
    }
}
