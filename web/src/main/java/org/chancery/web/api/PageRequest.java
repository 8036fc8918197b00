package org.chancery.web.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.chancery.service.platform.PageOf;
import org.jspecify.annotations.Nullable;

/** The two query parameters of every list. */
public class PageRequest {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(PageOf.MAX)
    private int limit;

    @QueryParam("after")
    private @Nullable UUID after;

    public int limit() {
        return limit;
    }

    /** The last id of the page before, or null for the first page. */
    public @Nullable UUID after() {
        return after;
    }
}
