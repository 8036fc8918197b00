package org.chancery.web.api.licensing;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.executable.ExecutableType;
import jakarta.validation.executable.ValidateOnExecution;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.chancery.service.licensing.ActivatedInstance;
import org.chancery.service.licensing.CheckedInstance;
import org.chancery.service.licensing.InstanceService;
import org.chancery.service.licensing.TaggedEntitlements;
import org.chancery.service.platform.ChanceryConfig;
import org.jspecify.annotations.Nullable;

/**
 * {@code /instances}: what a running instance asks. Its secret travels in the Authorization header only. Checks are most of
 * what a server does, so this resource is made once, and leaves a body that is not there to the service, which names what is
 * missing: method validation costs a tenth of a check.
 */
@Path("v1/instances")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@ApplicationScoped
@ValidateOnExecution(type = ExecutableType.NONE)
public class InstancesResource {

    private static final String PATH = "/api/v1/instances/";

    @Inject
    private InstanceService instances;

    @Inject
    private Sender sender;

    @Inject
    private ChanceryConfig config;

    @POST
    public Response activate(
            @Nullable ActivationRequest body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        ActivatedInstance activated =
                instances.activate(orNothing(body, ActivationRequest.NOTHING).from(sender, idempotencyKey));
        String path = PATH + activated.instanceId();
        return Response.created(URI.create(path))
                .entity(ActivationResponse.of(activated, config.baseUrl() + path + "/entitlements"))
                .build();
    }

    @POST
    @Path("{id}/checks")
    public CheckedInstance check(@PathParam("id") String id, @Nullable CheckRequest body) {
        return instances.check(orNothing(body, CheckRequest.NOTHING).from(sender, id));
    }

    private static <T> T orNothing(@Nullable T body, T nothing) {
        return body == null ? nothing : body;
    }

    @DELETE
    @Path("{id}")
    public void release(@PathParam("id") String id) {
        instances.release(id, sender.secret(), sender.address());
    }

    /** Answers 304 to a caller that has them already. */
    @GET
    @Path("{id}/entitlements")
    public Response entitlements(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        TaggedEntitlements tagged = instances.entitlements(id, sender.secret(), sender.address());
        Response.ResponseBuilder answer =
                known != null && tagged.isKnownTo(known) ? Response.notModified() : Response.ok(tagged.entitlements());
        return answer.header(HttpHeaders.ETAG, tagged.tag()).build();
    }
}
