package org.chancery.web.api.licensing;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.chancery.service.licensing.LendSeat;
import org.chancery.service.licensing.OfflineLicenseView;
import org.chancery.service.licensing.SeatLendingService;
import org.jspecify.annotations.Nullable;

/** {@code /instances/{id}/offline-licenses}: a running instance takes its seat along as a file. */
@Path("v1/instances/{id}/offline-licenses")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class SeatLendingResource {

    @Inject
    private SeatLendingService lending;

    @Inject
    private Sender sender;

    /** How long, in seconds, for what, and the hash of what the instance will reveal when it gives the file back. */
    public record LendingRequest(@Nullable Long ttl, @Nullable BindingBody bind, @Nullable String returnHash) {}

    @POST
    public Response lend(@PathParam("id") String id, @NotNull LendingRequest body) {
        BindingBody bind = body.bind() == null ? new BindingBody(null, null) : body.bind();
        OfflineLicenseView lent = lending.lend(new LendSeat(
                id, sender.secret(), sender.address(), body.ttl(), bind.type(), bind.value(), body.returnHash()));
        return Response.status(Response.Status.CREATED)
                .entity(OfflineLicenseResponse.of(lent))
                .build();
    }
}
