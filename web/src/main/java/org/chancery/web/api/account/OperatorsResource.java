package org.chancery.web.api.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chancery.service.account.OperatorService;
import org.chancery.service.account.OperatorView;
import org.chancery.web.api.PageResponse;

/** {@code /operators}: the vendor's staff. */
@Path("v1/operators")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class OperatorsResource {

    @Inject
    private OperatorService operators;

    @POST
    public Response add(@Valid @NotNull PersonBody body) {
        OperatorView added = operators.add(body.email(), body.role());
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @GET
    public PageResponse<OperatorView> list() {
        return new PageResponse<>(operators.list(), null);
    }

    @PATCH
    @Path("{id}")
    public OperatorView changeRole(@PathParam("id") UUID id, @Valid @NotNull RoleBody body) {
        return operators.changeRole(id, body.role());
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") UUID id) {
        operators.remove(id);
    }

    @DELETE
    @Path("{id}/second-factor")
    public void resetSecondFactor(@PathParam("id") UUID id) {
        operators.resetSecondFactor(id);
    }
}
