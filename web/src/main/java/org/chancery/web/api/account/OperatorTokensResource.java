package org.chancery.web.api.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chancery.service.account.TokenService;
import org.chancery.service.account.TokenView;
import org.chancery.web.api.PageResponse;

/** {@code /operators/{id}/tokens}: bearer tokens that act in an operator's name. */
@Path("v1/operators/{id}/tokens")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class OperatorTokensResource {

    @Inject
    private TokenService tokens;

    @PathParam("id")
    @SuppressWarnings("NullAway.Init")
    private UUID operatorId;

    @POST
    public Response issue(@Valid @NotNull TokenBody body) {
        TokenResponse issued = TokenResponse.of(tokens.issueForOperator(operatorId, body.name(), body.role()));
        return Response.status(Response.Status.CREATED).entity(issued).build();
    }

    @GET
    public PageResponse<TokenView> list() {
        return new PageResponse<>(tokens.listOfOperator(operatorId), null);
    }

    @DELETE
    @Path("{tokenId}")
    public void revoke(@PathParam("tokenId") UUID tokenId) {
        tokens.revokeOfOperator(operatorId, tokenId);
    }
}
