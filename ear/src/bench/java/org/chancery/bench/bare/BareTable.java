package org.chancery.bench.bare;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes the rows, as many as there are instances at first. */
@Singleton
@Startup
public class BareTable {

    /** Ids run from 1 to this. */
    public static final int ROWS = 6_000;

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private DataSource database;

    @PostConstruct
    void fill() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table bench_row (id integer primary key, hits bigint not null)");
            statement.execute("insert into bench_row select n, 0 from generate_series(1, " + ROWS + ") n");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
