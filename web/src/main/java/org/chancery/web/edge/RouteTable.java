package org.chancery.web.edge;

import static org.chancery.web.edge.Access.PUBLIC;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every page of the portal and the console, each with its address and who may open it. The only such list. */
public final class RouteTable {

    /** A route and what its braces stand for in one request. */
    public record Hit(Route route, Map<String, String> parameters) {}

    private static final List<Route> ROUTES = List.of(new Route("/sign-in", "sign-in/address", PUBLIC));

    private RouteTable() {}

    public static List<Route> all() {
        return ROUTES;
    }

    static Optional<Hit> find(String address) {
        for (Route route : ROUTES) {
            Optional<Map<String, String>> parameters = route.match(address);
            if (parameters.isPresent()) {
                return Optional.of(new Hit(route, parameters.get()));
            }
        }
        return Optional.empty();
    }
}
