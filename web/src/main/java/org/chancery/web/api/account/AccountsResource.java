package org.chancery.web.api.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.chancery.service.account.AccountService;
import org.chancery.web.api.PageRequest;
import org.chancery.web.api.PageResponse;
import org.jspecify.annotations.Nullable;

/** {@code /accounts}: opens, finds and changes accounts. */
@Path("v1/accounts")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class AccountsResource {

    @Inject
    private AccountService accounts;

    @POST
    public Response create(@Valid @NotNull AccountBody body) {
        AccountResponse created = AccountResponse.of(accounts.create(body.toDraft()));
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    @GET
    public PageResponse<AccountResponse> list(
            @QueryParam("search") @Nullable String search, @Valid @BeanParam PageRequest page) {
        return PageResponse.of(accounts.list(search, page.after(), page.limit()), AccountResponse::of);
    }

    @GET
    @Path("{id}")
    public AccountResponse get(@PathParam("id") UUID id) {
        return AccountResponse.of(accounts.view(id));
    }

    @PATCH
    @Path("{id}")
    public AccountResponse change(@PathParam("id") UUID id, @Valid @NotNull AccountBody body) {
        return AccountResponse.of(accounts.change(id, body.toDraft()));
    }
}
