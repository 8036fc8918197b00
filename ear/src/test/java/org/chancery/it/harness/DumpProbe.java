package org.chancery.it.harness;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Travels beside the {@link Probe} and writes out every value of every table, as a stolen backup would show it. */
@WebServlet("/dump")
public class DumpProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    write(table, rows, response.getWriter());
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "public", "%", null)) {
            while (found.next()) {
                if (found.getString("TABLE_TYPE").matches("(BASE )?TABLE")) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    /** One line for each value: table, column, value; bytes as the characters that they would be. */
    private static void write(String table, ResultSet rows, PrintWriter out) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                byte[] bytes = isBinary(columns.getColumnType(i)) ? rows.getBytes(i) : null;
                String value = bytes == null ? rows.getString(i) : new String(bytes, StandardCharsets.ISO_8859_1);
                out.println(table
                        + '\t'
                        + columns.getColumnName(i)
                        + '\t'
                        + (value == null ? "" : value.replaceAll("\\R", " ")));
            }
        }
    }

    private static boolean isBinary(int type) {
        return type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY || type == Types.BLOB;
    }
}
