package org.chancery.web.api.licensing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.chancery.service.licensing.DeploymentFileService;
import org.chancery.service.licensing.DeploymentText;
import org.chancery.service.licensing.DeploymentWish;
import org.jspecify.annotations.Nullable;

/** {@code /licenses/current/deployment}: files that deploy an instance of the license whose secret asks. */
@Path("v1/licenses/current/deployment")
@RequestScoped
public class DeploymentFilesResource {

    private static final String YAML = "application/yaml";
    private static final String PLAIN = "text/plain;charset=utf-8";

    @Inject
    private DeploymentFileService files;

    @Inject
    private Sender sender;

    @GET
    @Path("{file}")
    public Response file(
            @PathParam("file") String file,
            @QueryParam("deploymentId") @Nullable String deploymentId,
            @QueryParam("instanceName") @Nullable String instanceName,
            @QueryParam("seatClass") @Nullable String seatClass,
            @QueryParam("productVersion") @Nullable String productVersion,
            @QueryParam("releaseDate") @Nullable String releaseDate) {
        DeploymentWish wish = new DeploymentWish(deploymentId, instanceName, seatClass, productVersion, releaseDate);
        DeploymentText text = files.ofSecret(sender.secret(), sender.address(), file, wish);
        return Response.ok(text.text(), text.yaml() ? YAML : PLAIN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + text.fileName() + "\"")
                .build();
    }
}
