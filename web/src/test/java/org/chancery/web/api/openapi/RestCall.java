package org.chancery.web.api.openapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One method of a resource, as the annotations publish it. */
record RestCall(String path, String verb, Method method) {

    private static final List<Class<? extends Annotation>> NOT_THE_BODY = List.of(
            PathParam.class, QueryParam.class, HeaderParam.class, CookieParam.class, BeanParam.class, Context.class);

    /** Every call of every resource of the house. */
    static List<RestCall> all() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.chancery.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(RestCall::of)
                        .toList();
    }

    private static Stream<RestCall> of(Class<?> resource) {
        String base = "/api/" + resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method ->
                        verbOf(method).map(verb -> new RestCall(base + suffixOf(method), verb, method)).stream());
    }

    private static Optional<String> verbOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(found -> found.value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static String suffixOf(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    /** The type that the body is read into. */
    Optional<Class<?>> body() {
        return Arrays.stream(method.getParameters())
                .filter(p -> NOT_THE_BODY.stream().noneMatch(p::isAnnotationPresent))
                .<Class<?>>map(Parameter::getType)
                .findFirst();
    }

    /** The names of the query parameters, those of the bean parameters included. */
    Set<String> queryNames() {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            nameOf(parameter.getAnnotation(QueryParam.class)).ifPresent(names::add);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .forEach(field ->
                                nameOf(field.getAnnotation(QueryParam.class)).ifPresent(names::add));
            }
        }
        return names;
    }

    private static Optional<String> nameOf(@org.jspecify.annotations.Nullable QueryParam query) {
        return Optional.ofNullable(query).map(QueryParam::value);
    }

    @Override
    public String toString() {
        return verb.toUpperCase(Locale.ROOT) + " " + path;
    }
}
