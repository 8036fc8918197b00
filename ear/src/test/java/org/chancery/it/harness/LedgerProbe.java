package org.chancery.it.harness;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** Travels beside the {@link Probe} and tries to rewrite the ledger of account credit behind the application's back. */
@WebServlet("/ledger")
public class LedgerProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> ATTEMPTS = Map.of(
            "update", "update credit_entry set amount = amount + 1",
            "delete", "delete from credit_entry",
            "truncate", "truncate table credit_entry");

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        String attempt = ATTEMPTS.get(request.getParameter("attempt"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(attempt);
            response.getWriter().print("done");
        } catch (SQLException e) {
            response.getWriter().print(e.getSQLState());
        }
    }
}
