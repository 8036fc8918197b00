package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.Roles;
import org.chancery.web.edge.ErrorAnswers;
import org.chancery.web.edge.RouteFilter;
import org.chancery.web.security.SignedIn;

/** The frame around every page: who is signed in, which section is open, light or dark. */
@Named
@RequestScoped
public class Portal {

    private static final String THEME_COOKIE = "chancery-theme";
    private static final String CONSOLE = "/console";
    private static final String GROUP_HOME = ".overview";
    private static final Set<String> THEMES = Set.of("light", "dark");

    @Inject
    private HttpServletRequest request;

    @Inject
    private ChanceryConfig config;

    @Inject
    private Vendor vendor;

    public boolean isSignedIn() {
        return user().isPresent();
    }

    /** The address of whoever is signed in; empty for nobody. */
    public String getEmail() {
        return user().map(SignedIn::email).orElse("");
    }

    /** The company, or what an operator is called; empty for nobody. */
    public String getCompany() {
        return user().map(SignedIn::displayName).orElse("");
    }

    /** Where error pages lead: the home of whoever is signed in. */
    public String getHome() {
        return isOperator() ? CONSOLE : "/overview";
    }

    public boolean isOperator() {
        return user().filter(SignedIn::isOperator).isPresent();
    }

    /** True for those who may order and change things, not only read. */
    public boolean isMayManage() {
        return user().filter(u -> u.hasRole(Roles.OWNER) || u.hasRole(Roles.MEMBER))
                .isPresent();
    }

    /** True for those who may change the account itself. */
    public boolean isMayAdminister() {
        return user().filter(u -> u.hasRole(Roles.OWNER)).isPresent();
    }

    public boolean isSandbox() {
        return config.isSandbox();
    }

    public String getVendorName() {
        return vendor.name();
    }

    /** {@code light}, {@code dark}, or empty to follow the system. */
    public String getThemeChoice() {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (THEME_COOKIE.equals(cookie.getName()) && THEMES.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    /**
     * True when the open page belongs to this section of the navigation. In a group, {@code billing.invoices} is the
     * section below {@code /billing/invoices} and {@code billing.overview} the page {@code /billing} alone.
     */
    public boolean current(String section) {
        Object address = request.getAttribute(RouteFilter.ADDRESS);
        String path = address == null ? "" : address.toString();
        if (section.endsWith(GROUP_HOME)) {
            return path.equals("/" + section.substring(0, section.length() - GROUP_HOME.length()));
        }
        if (path.equals(CONSOLE)) {
            return section.equals("overview");
        }
        String base = path.startsWith(CONSOLE + "/") ? CONSOLE + "/" + section : "/" + section.replace('.', '/');
        return path.equals(base) || path.startsWith(base + "/");
    }

    /** The request's id, under which the log has more; shown on error pages. */
    public String getReference() {
        return ErrorAnswers.referenceOf(request);
    }

    private Optional<SignedIn> user() {
        return SignedIn.of(request);
    }
}
