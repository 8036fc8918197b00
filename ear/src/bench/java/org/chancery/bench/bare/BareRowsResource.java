package org.chancery.bench.bare;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The least that a request can do to one row by primary key in a transaction of the container, with one statement or, as
 * who has to know the row before it writes, with two: no body to read, no filter, no mapping.
 */
@Path("rows")
@Stateless
public class BareRowsResource {

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private DataSource database;

    /** Updates the row unseen. */
    @POST
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    public String count(@PathParam("id") int id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update bench_row set hits = hits + 1 where id = ?")) {
            update.setInt(1, id);
            return "{\"rows\":" + update.executeUpdate() + "}";
        }
    }

    /** Locks and reads the row, then updates it. */
    @POST
    @Path("{id}/read")
    @Produces(APPLICATION_JSON)
    public String readAndCount(@PathParam("id") int id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            long next = locked(connection, id) + 1;
            write(connection, id, next);
            return "{\"hits\":" + next + "}";
        }
    }

    private static long locked(Connection connection, int id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select hits from bench_row where id = ? for update")) {
            query.setInt(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void write(Connection connection, int id, long hits) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update bench_row set hits = ? where id = ?")) {
            update.setLong(1, hits);
            update.setInt(2, id);
            update.executeUpdate();
        }
    }
}
