package org.chancery.it.harness;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Travels beside the {@link Probe} and counts the audit trail's entries of one action. */
@WebServlet("/audit")
public class AuditProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from audit_entry where action = ?")) {
            query.setString(1, request.getParameter("action"));
            try (ResultSet count = query.executeQuery()) {
                count.next();
                response.getWriter().print(count.getLong(1));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
