package org.chancery.web.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.catalog.CatalogJson;
import org.chancery.service.catalog.CatalogService;
import org.jspecify.annotations.Nullable;

/** The catalog as one document. What GET answers, PUT accepts. */
@Path("v1/catalog")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CatalogResource {

    @Inject
    private CatalogService catalog;

    @Context
    private Request request;

    @GET
    public Response current() {
        CatalogDocument document = catalog.current();
        EntityTag tag = tagOf(document);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged == null ? answer(document, tag) : unchanged.tag(tag).build();
    }

    /** With {@code If-Match} it replaces only the document that the caller has seen; another one is a 412. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(
            @NotNull CatalogDocument document, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        if (ifMatch != null && request.evaluatePreconditions(tagOf(catalog.current())) != null) {
            throw new ClientErrorException(Response.Status.PRECONDITION_FAILED);
        }
        CatalogDocument now = catalog.replace(document);
        return answer(now, tagOf(now));
    }

    private static Response answer(CatalogDocument document, EntityTag tag) {
        return Response.ok(document).tag(tag).build();
    }

    private static EntityTag tagOf(CatalogDocument document) {
        return new EntityTag(CatalogJson.etag(document));
    }
}
