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
import org.chancery.service.account.UserService;
import org.chancery.service.account.UserView;
import org.chancery.web.api.PageResponse;

/** {@code /accounts/{id}/users}: the people of an account. */
@Path("v1/accounts/{id}/users")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class AccountUsersResource {

    @Inject
    private UserService users;

    @PathParam("id")
    @SuppressWarnings("NullAway.Init")
    private UUID accountId;

    @POST
    public Response add(@Valid @NotNull PersonBody body) {
        UserView added = users.add(accountId, body.email(), body.role());
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @GET
    public PageResponse<UserView> list() {
        return new PageResponse<>(users.list(accountId), null);
    }

    @PATCH
    @Path("{userId}")
    public UserView changeRole(@PathParam("userId") UUID userId, @Valid @NotNull RoleBody body) {
        return users.changeRole(accountId, userId, body.role());
    }

    @DELETE
    @Path("{userId}")
    public void remove(@PathParam("userId") UUID userId) {
        users.remove(accountId, userId);
    }
}
