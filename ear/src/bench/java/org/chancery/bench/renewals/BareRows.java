package org.chancery.bench.renewals;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The same rows that renewals wrote, written once more into tables of the same form by plain JDBC: one transaction for
 * each renewal, one statement for each row. Nothing is read, decided, locked or changed in it.
 */
@ApplicationScoped
public class BareRows {

    /** What a charged renewal adds rows to, and how the rows of one invoice are found there. */
    private static final Map<String, String> TABLES = tables();

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private DataSource database;

    @Resource
    private UserTransaction transaction;

    /** One row of a table, ready to be written. */
    private record Row(String insert, List<Object> values) {}

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("invoice", "id = i.id");
        tables.put("invoice_line", "invoice_id = i.id");
        tables.put("invoice_document", "invoice_id = i.id");
        tables.put("payment", "invoice_id = i.id");
        tables.put("sandbox_charge", "payment_id in (select p.id from payment p where p.invoice_id = i.id)");
        tables.put("audit_entry", "account_id = i.account_id and t.happened_at >= timestamp with time zone '%s'");
        return tables;
    }

    /**
     * Writes them once more.
     *
     * @param instant when they were issued, by the sandbox's clock
     * @param since when that run began, by the machine's: audit entries go by it
     */
    String write(String instant, Instant since, int count) throws Exception {
        List<List<Row>> renewals = read(instant, since, count);
        long began = System.nanoTime();
        for (List<Row> renewal : renewals) {
            transaction.begin();
            try (Connection connection = database.getConnection()) {
                for (Row row : renewal) {
                    insert(connection, row);
                }
            }
            transaction.commit();
        }
        long took = System.nanoTime() - began;
        return took + " " + renewals.stream().mapToInt(List::size).sum();
    }

    private static void insert(Connection connection, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(row.insert())) {
            for (int i = 0; i < row.values().size(); i++) {
                statement.setObject(i + 1, row.values().get(i));
            }
            statement.executeUpdate();
        }
    }

    private List<List<Row>> read(String instant, Instant since, int count) throws SQLException {
        Map<String, List<Row>> renewals = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table renewed as select i.id, i.account_id, i.issued_at from invoice i"
                    + " where i.issued_at = timestamp with time zone '" + instant + "' limit " + count);
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String name = table.getKey();
                statement.execute("create table bare_" + name + " (like " + name + " including all)");
                List<String> columns = Herd.columnsOf(connection, name);
                String insert = "insert into bare_" + name + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
                try (ResultSet rows = statement.executeQuery("select i.id, t.* from renewed i join " + name + " t on t."
                        + String.format(table.getValue(), since))) {
                    while (rows.next()) {
                        renewals.computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                                .add(new Row(insert, valuesOf(rows)));
                    }
                }
            }
            statement.execute("drop table renewed");
        }
        return List.copyOf(renewals.values());
    }

    private static List<Object> valuesOf(ResultSet rows) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
            values.add(rows.getObject(column));
        }
        return values;
    }
}
