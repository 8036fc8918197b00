package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.service.platform.Audited;
import org.chancery.web.edge.Route;
import org.chancery.web.edge.RouteTable;
import org.junit.jupiter.api.Test;

/**
 * Nothing is reachable that the table of authorisations does not name. What the table says of it is proved against the
 * running server, by AuthorisationIT.
 */
class AuthorisationTableTest {

    private static final int ACTORS = 9;
    private static final int FIRST_ACTOR = 3;
    private static final Set<String> READING = Set.of("GET", "PAGE");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.chancery");

    private final List<String[]> rows = rows();

    @Test
    void every_page_and_endpoint_has_a_row_and_every_row_a_page_or_endpoint() {
        Set<String> named = rows.stream().map(AuthorisationTableTest::doorOf).collect(Collectors.toSet());
        Set<String> doors =
                Stream.of(pages(), resources(), servlets()).flatMap(s -> s).collect(Collectors.toSet());
        assertThat(doors).hasSizeGreaterThan(50);
        assertThat(doors).as("reachable without a row").isSubsetOf(named);
        assertThat(named).as("rows of nothing").isSubsetOf(doors);
    }

    @Test
    void no_row_stands_twice() {
        assertThat(rows.stream().map(row -> doorOf(row) + " " + row[2])).doesNotHaveDuplicates();
    }

    @Test
    void every_row_says_for_every_actor_what_happens() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row).as(doorOf(row)).hasSize(FIRST_ACTOR + ACTORS + 1);
            assertThat(Arrays.copyOfRange(row, FIRST_ACTOR, FIRST_ACTOR + ACTORS))
                    .as(doorOf(row))
                    .allMatch(cell -> cell.matches("ok|redirect|401|403|404|409"));
        });
    }

    @Test
    void every_change_names_its_action_in_the_audit_trail_or_says_that_it_has_none() {
        Set<String> actions = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Audited.class))
                .map(method -> method.getAnnotationOfType(Audited.class).value())
                .collect(Collectors.toSet());
        assertThat(rows).allSatisfy(row -> {
            String audit = row[FIRST_ACTOR + ACTORS];
            if (READING.contains(row[0])) {
                assertThat(audit).as(doorOf(row)).isEqualTo("-");
            } else if (!audit.equals("unaudited")) {
                assertThat(actions).as(doorOf(row)).contains(audit);
            }
        });
    }

    private static Stream<String> pages() {
        return RouteTable.all().stream().map(Route::path).map(path -> "PAGE " + path);
    }

    private static Stream<String> resources() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(AuthorisationTableTest::endpoints);
    }

    private static Stream<String> endpoints(JavaMethod method) {
        Method reflected = method.reflect();
        Path ofType = reflected.getDeclaringClass().getAnnotation(Path.class);
        Path ofMethod = reflected.getAnnotation(Path.class);
        String path = "/api/" + trimmed(Objects.requireNonNull(ofType).value())
                + (ofMethod == null ? "" : "/" + trimmed(ofMethod.value()));
        return Arrays.stream(reflected.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> verb.value() + " " + path);
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/|/$", "");
    }

    private static Stream<String> servlets() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(WebServlet.class))
                .flatMap(AuthorisationTableTest::addresses);
    }

    /** A servlet that answers all methods alike stands in the table with GET. */
    private static Stream<String> addresses(JavaClass type) {
        WebServlet mapping = type.getAnnotationOfType(WebServlet.class);
        Map<String, String> methods =
                Map.of("doGet", "GET", "doPost", "POST", "doPut", "PUT", "doDelete", "DELETE", "service", "GET");
        return Stream.concat(Arrays.stream(mapping.value()), Arrays.stream(mapping.urlPatterns()))
                .flatMap(path -> type.getMethods().stream()
                        .map(method -> methods.get(method.getName()))
                        .filter(Objects::nonNull)
                        .map(verb -> verb + " " + path));
    }

    private static String doorOf(String[] row) {
        return row[0] + " " + row[1];
    }

    private static List<String[]> rows() {
        try (InputStream table = AuthorisationTableTest.class.getResourceAsStream("authorisation.csv")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
