package org.chancery.bench.renewals;

import static jakarta.ws.rs.core.MediaType.TEXT_PLAIN;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** What the bench of renewals asks for: a herd of subscriptions, how often they were billed, and their rows once more. */
@Path("/")
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@Produces(TEXT_PLAIN)
public class RenewalsResource {

    @Inject
    private Herd herd;

    @Inject
    private BareRows rows;

    /** @param later years until they renew; 0 for those that renew when the one they are like does */
    @POST
    @Path("herd")
    public String grow(
            @QueryParam("like") UUID subscription, @QueryParam("count") int count, @QueryParam("later") int later)
            throws SQLException {
        return String.valueOf(herd.grow(subscription, count, later));
    }

    /** How many paid invoices the herd has of periods that begin then. */
    @GET
    @Path("billed")
    public String billed(@QueryParam("at") String instant) throws SQLException {
        return String.valueOf(herd.billedAt(instant));
    }

    /** @return nanoseconds, and how many rows were written in them */
    @POST
    @Path("bare")
    public String bare(
            @QueryParam("at") String instant, @QueryParam("since") String since, @QueryParam("count") int count)
            throws Exception {
        return rows.write(instant, Instant.parse(since), count);
    }
}
