package org.chancery.bench.renewals;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes subscriptions by copying one in the database, each with an account, a license and a card of its own. */
@ApplicationScoped
public class Herd {

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private DataSource database;

    int grow(UUID like, int count, int yearsLater) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists herd (account uuid, license uuid, subscription uuid, late integer)");
            statement.execute(
                    "create temporary table grown as select gen_random_uuid() account, gen_random_uuid() license,"
                            + " gen_random_uuid() subscription from generate_series(1, " + count + ")");
            String of = " from grown h, %s t where t.%s = '%s'";
            String account = one(connection, "select account_id from subscription where id = '" + like + "'");
            String license = one(connection, "select license_id from subscription where id = '" + like + "'");
            copy(connection, "account", Map.of("id", "h.account"), of.formatted("account", "id", account));
            copy(
                    connection,
                    "payment_method",
                    Map.of("id", "gen_random_uuid()", "account_id", "h.account"),
                    of.formatted("payment_method", "account_id", account));
            copy(
                    connection,
                    "license",
                    Map.of(
                            "id", "h.license",
                            "account_id", "h.account",
                            "secret_hash", "left(encode(sha256(h.license::text::bytea), 'base64'), 43)"),
                    of.formatted("license", "id", license));
            String later = " + interval '" + yearsLater + " years'";
            copy(
                    connection,
                    "subscription",
                    Map.of(
                            "id", "h.subscription",
                            "account_id", "h.account",
                            "license_id", "h.license",
                            "anchor", "t.anchor" + later,
                            "period_start", "t.period_start" + later,
                            "period_end", "t.period_end" + later,
                            "next_step_at", "t.next_step_at" + later),
                    of.formatted("subscription", "id", like));
            copy(
                    connection,
                    "subscription_item",
                    Map.of("id", "gen_random_uuid()", "subscription_id", "h.subscription"),
                    of.formatted("subscription_item", "subscription_id", like));
            statement.execute("insert into herd select account, license, subscription, " + yearsLater + " from grown");
            statement.execute("drop table grown");
            statement.execute("analyze");
            return count;
        }
    }

    long billedAt(String instant) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Long.parseLong(one(
                    connection,
                    "select count(distinct i.id) from invoice i join herd h on h.subscription = i.subscription_id"
                            + " join invoice_line l on l.invoice_id = i.id"
                            + " where i.status = 'PAID' and l.period_start = timestamp with time zone '" + instant
                            + "'"));
        }
    }

    private static void copy(Connection connection, String table, Map<String, String> changed, String from)
            throws SQLException {
        List<String> columns = columnsOf(connection, table);
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, "t." + column))
                .toList();
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (" + String.join(", ", columns) + ") select "
                    + String.join(", ", values) + from);
        }
    }

    static List<String> columnsOf(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "public", table, "%")) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
