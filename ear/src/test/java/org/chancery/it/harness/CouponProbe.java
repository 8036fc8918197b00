package org.chancery.it.harness;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.platform.DomainException;
import org.chancery.service.coupon.CouponDesk;

/**
 * Travels beside the {@link Probe} and stands at the coupon desk of the shipped EAR as an order does: in a transaction, with
 * the account locked. Answers what the desk says, or {@code refused} with the reason.
 */
@WebServlet("/coupon/*")
public class CouponProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Currency EUR = Currency.getInstance("EUR");

    @Resource
    private transient UserTransaction transaction;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(CouponDesk.class.getClassLoader()); // CDI.current() is that of the EAR
        try {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(inTransaction(request));
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private String inTransaction(HttpServletRequest request) throws ServletException {
        try {
            transaction.begin();
            try {
                String answer = act(request);
                transaction.commit();
                return answer;
            } catch (DomainException e) {
                return "refused " + e.refusal().reason();
            } finally {
                if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                    transaction.rollback();
                }
            }
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static String act(HttpServletRequest request) {
        CouponDesk desk = CDI.current().select(CouponDesk.class).get();
        Instant now = Instant.parse(request.getParameter("now"));
        UUID account = id(request, "account");
        CDI.current().select(Accounts.class).get().requireLocked(account);
        switch (String.valueOf(request.getPathInfo())) {
            case "/reserve" -> {
                String code = request.getParameter("code");
                return desk.reserve(code, account, "iot-platform", "startup", "subscription", EUR, now)
                        .redemptionId()
                        .toString();
            }
            case "/give-back" -> desk.giveBack(id(request, "redemption"), now);
            default ->
                desk.recordSale(
                        id(request, "redemption"),
                        id(request, "invoice"),
                        number(request, "net"),
                        number(request, "off"),
                        EUR,
                        now);
        }
        return "done";
    }

    private static UUID id(HttpServletRequest request, String name) {
        return UUID.fromString(request.getParameter(name));
    }

    private static long number(HttpServletRequest request, String name) {
        return Long.parseLong(request.getParameter(name));
    }
}
