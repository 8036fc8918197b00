package org.chancery.web.api.openapi;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.chancery.service.platform.ChanceryConfig;

/** {@code /api/openapi.json}: what every call takes and answers, for programs. Open to everybody. */
@Path("openapi.json")
@Produces(APPLICATION_JSON)
@ApplicationScoped
public class OpenApiResource {

    @Inject
    private ChanceryConfig config;

    @SuppressWarnings("NullAway.Init") // by assemble()
    private JsonNode document;

    @PostConstruct
    void assemble() {
        document = OpenApiDocument.at(config.baseUrl());
    }

    @GET
    public JsonNode document() {
        return document;
    }
}
