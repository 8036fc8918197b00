package org.chancery.web.api.licensing;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.WILDCARD;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.InstanceService;
import org.chancery.service.licensing.IssuedSecret;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.SeatAdministrationService;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.chancery.web.api.json.JsonSetup;
import org.jspecify.annotations.Nullable;

/** {@code /licenses}: what their owners and the vendor's staff do with them, and the preview by license secret. */
@Path("v1/licenses")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class LicensesResource {

    private static final long LONGEST_OVERLAP_SECONDS = 30 * 24 * 3600L;

    @Inject
    private LicenseService licenses;

    @Inject
    private SeatAdministrationService seats;

    @Inject
    private InstanceService instances;

    @Inject
    private Sender sender;

    /** What an instance would run. */
    public record PreviewRequest(@Nullable String product, @Nullable String releaseDate) {}

    /** How long the secret so far stays valid, in seconds; absent for the usual time. */
    public record SecretRequest(@Nullable Long overlap) {}

    /** The only deployment that may hold production seats. */
    public record DeploymentRequest(@Nullable String deploymentId) {}

    /** Why the vendor stops a license. */
    public record SuspensionRequest(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Path("preview")
    public PreviewResponse preview(@NotNull PreviewRequest body) {
        return PreviewResponse.of(
                instances.preview(sender.secret(), sender.address(), body.product(), body.releaseDate()));
    }

    @GET
    @Path("{id}")
    public LicenseResponse get(@PathParam("id") UUID id) {
        return LicenseResponse.of(licenses.view(id));
    }

    /** The body may be left out, and its type with it, so it is read by hand. */
    @POST
    @Path("{id}/secret")
    @Consumes(WILDCARD)
    public Response rotateSecret(@PathParam("id") UUID id, byte[] body) throws IOException {
        IssuedSecret issued = licenses.rotateSecret(id, overlapOf(body));
        return Response.status(Response.Status.CREATED).entity(issued).build();
    }

    private static @Nullable Duration overlapOf(byte[] body) throws IOException {
        SecretRequest request = body.length == 0 ? null : JsonSetup.mapper().readValue(body, SecretRequest.class);
        if (request == null || request.overlap() == null) {
            return null;
        }
        long seconds = request.overlap();
        if (seconds < 0 || seconds > LONGEST_OVERLAP_SECONDS) {
            throw new InvalidRequestException("overlap", "range", "Takes 0 to " + LONGEST_OVERLAP_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }

    @POST
    @Path("{id}/suspension")
    public LicenseResponse suspend(@PathParam("id") UUID id, @Valid @NotNull SuspensionRequest body) {
        return LicenseResponse.of(licenses.suspend(id, body.reason()));
    }

    @DELETE
    @Path("{id}/suspension")
    public LicenseResponse resume(@PathParam("id") UUID id) {
        return LicenseResponse.of(licenses.resume(id));
    }

    @PUT
    @Path("{id}/deployment")
    public LicenseResponse bind(@PathParam("id") UUID id, @NotNull DeploymentRequest body) {
        return LicenseResponse.of(licenses.bind(id, body.deploymentId()));
    }

    @DELETE
    @Path("{id}/deployment")
    public LicenseResponse unbind(@PathParam("id") UUID id) {
        return LicenseResponse.of(licenses.unbind(id));
    }

    @GET
    @Path("{id}/instances")
    public PageResponse<InstanceResponse> instances(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return PageResponse.of(seats.instances(id, page.after(), page.limit()), InstanceResponse::of);
    }

    @DELETE
    @Path("{id}/instances/{instance}")
    public void deactivate(@PathParam("id") UUID id, @PathParam("instance") UUID instance) {
        seats.deactivate(id, instance);
    }
}
