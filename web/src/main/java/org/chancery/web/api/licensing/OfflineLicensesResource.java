package org.chancery.web.api.licensing;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chancery.service.licensing.OfflineLicenseService;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.jspecify.annotations.Nullable;

/** {@code /licenses/{id}/offline-licenses}: files for sites that can't reach us, as people deal with them. */
@Path("v1/licenses/{id}/offline-licenses")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class OfflineLicensesResource {

    @Inject
    private OfflineLicenseService files;

    @PathParam("id")
    @SuppressWarnings("NullAway.Init")
    private UUID licenseId;

    /** What the site wrote, and for how many seconds; without, for ever. */
    public record IssueRequest(@NotBlank String request, @Nullable Long ttl) {}

    /** What the site wrote when it gave the file back. */
    public record ReturnRequest(@NotBlank String proof) {}

    /** Why nobody has the file any more. */
    public record WriteOffRequest(@NotBlank @Size(max = 500) String reason) {}

    @POST
    public Response issue(@Valid @NotNull IssueRequest body) {
        return Response.status(Response.Status.CREATED)
                .entity(OfflineLicenseResponse.of(files.issue(licenseId, body.request(), body.ttl())))
                .build();
    }

    @GET
    public PageResponse<OfflineLicenseResponse> list(@Valid @BeanParam PageRequest page) {
        return PageResponse.of(files.list(licenseId, page.after(), page.limit()), OfflineLicenseResponse::of);
    }

    @GET
    @Path("{file}")
    public OfflineLicenseResponse get(@PathParam("file") UUID file) {
        return OfflineLicenseResponse.of(files.get(licenseId, file));
    }

    @POST
    @Path("{file}/return")
    public OfflineLicenseResponse giveBack(@PathParam("file") UUID file, @Valid @NotNull ReturnRequest body) {
        return OfflineLicenseResponse.of(files.giveBack(licenseId, file, body.proof()));
    }

    @POST
    @Path("{file}/write-off")
    public OfflineLicenseResponse writeOff(@PathParam("file") UUID file, @Valid @NotNull WriteOffRequest body) {
        return OfflineLicenseResponse.of(files.writeOff(licenseId, file, body.reason()));
    }
}
