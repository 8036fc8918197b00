package org.chancery.it.authorisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.Sandbox;

/** A browser without a window: keeps cookies, fills in the forms of the sign-in, comes from an address of its own. */
public final class Visitor {

    private static final Pattern FORM = Pattern.compile("<form[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern BASE32 = Pattern.compile("(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}");

    private final Map<String, String> cookies = new ConcurrentHashMap<>(); // a person has several pages open
    private final String address;
    private String server = Api.base();

    public Visitor(String address) {
        this.address = address;
    }

    /** The same visitor, who goes to another server from now on, such as one node of several. */
    public Visitor at(String otherServer) {
        server = otherServer;
        return this;
    }

    /** Somebody who has got hold of this visitor's cookies as they are now. */
    public Visitor copy() {
        Visitor copy = new Visitor(address).at(server);
        copy.cookies.putAll(cookies);
        return copy;
    }

    public Api.Answer get(String path) {
        return send(request(path).GET());
    }

    public Api.Answer post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", server)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** By the code that was mailed; an operator without a second factor sets one up on the way. */
    public void signIn(String door, String email) {
        String codePage = submit(door, "email", email, "send");
        String next = submit(codePage, "code", Sandbox.awaitCode(email), "enter");
        if (next.startsWith("/console/sign-in/set-up")) {
            setUp(next);
        }
    }

    private void setUp(String page) {
        String html = Doors.done(get(page)).body();
        String secret = first(BASE32, html).group().replace(" ", "");
        Api.Answer answer = post(actionOf(html), filled(html, "code", OneTimeCode.of(secret), "confirm"));
        if (answer.status() != 200 || !answer.body().contains("recovery-codes")) {
            throw new AssertionError("The second factor was not set up: " + answer);
        }
    }

    /** Fills in the one field of a page's first form; gives where that leads. */
    public String submit(String page, String field, String value, String button) {
        Api.Answer answer = send(page, field, value, button);
        String location = answer.header("Location");
        if (location == null) {
            throw new AssertionError(page + " leads nowhere: " + answer);
        }
        return location.replace(server, "").replace(Api.base(), "");
    }

    /** The same for a value that may be refused. */
    public Api.Answer send(String page, String field, String value, String button) {
        String html = Doors.done(get(page)).body();
        return post(actionOf(html), filled(html, field, value, button));
    }

    private static Map<String, String> filled(String html, String field, String value, String button) {
        String form = formOf(html);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(attribute(form, "id"), attribute(form, "id")); // how Faces knows which form it was
        HIDDEN.matcher(form)
                .results()
                .map(MatchResult::group)
                .forEach(input -> fields.put(attribute(input, "name"), attribute(input, "value")));
        fields.put(field, value);
        fields.put(button, "");
        return fields;
    }

    private static String actionOf(String html) {
        return attribute(formOf(html), "action").replace("&amp;", "&");
    }

    private static String formOf(String html) {
        return FORM.matcher(html)
                .results()
                .map(MatchResult::group)
                .filter(form -> form.contains("jakarta.faces.ViewState"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form in " + html));
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).header("X-Forwarded-For", address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Api.Answer send(HttpRequest.Builder request) {
        Api.Answer answer = Api.exchange(request.build());
        answer.raw().headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(this::keep);
        return answer;
    }

    private void keep(HttpCookie cookie) {
        if (cookie.hasExpired()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static MatchResult first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + pattern + " in " + text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
