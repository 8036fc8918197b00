package org.chancery.it.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Secrets that somebody was issued or sent, and the search for them where none may be: license secrets, bearer tokens,
 * check secrets, session ids, seeds and recovery codes of second factors, sign-in codes.
 */
public final class Secrets {

    /** Everything that this run's tests came by, from the first call to the last. */
    public static final Secrets OF_THIS_RUN = new Secrets();

    /** A secret shows what it is. A part of it is as bad, so that it is known by its first characters. */
    private static final Pattern TOKEN = Pattern.compile("\\b(?:lic|acc|opr|chk)_[0-9A-Za-z_-]{16,}");

    private static final int KNOWN_BY = 20;
    private static final Pattern SESSION = Pattern.compile("\\bchancery=([0-9A-Za-z_-]{16,})");
    private static final Pattern SEED = Pattern.compile("\\b(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}\\b");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z1-9]{5}-[a-z1-9]{5})</code>");
    private static final Pattern OPAQUE = Pattern.compile("[0-9A-Za-z_-]{11,}");

    /** Neither a part of a longer number nor of an id. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w-])(\\d{4}) ?(\\d{4})(?![\\w-])");

    private static final String MAILBOX = "/api/v1/sandbox/mailbox";

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final Set<String> opaque = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    /** Remembers the secrets of a call and of its answer. */
    void note(HttpRequest request, HttpResponse<String> answer) {
        noteText(String.join(" ", request.headers().allValues("Authorization")));
        request.headers().allValues("Cookie").forEach(this::noteText);
        answer.headers().allValues("Set-Cookie").forEach(this::noteText);
        noteText(answer.body());
        if (request.uri().getPath().equals(MAILBOX)) {
            codesOfMails(new Api.Answer(answer)).forEach(codes::add);
        }
    }

    /** Other mails have numbers of eight digits, too: those of bank accounts, say. */
    private static Stream<String> codesOfMails(Api.Answer mailbox) {
        JsonNode mails = mailbox.json().path("data");
        return StreamSupport.stream(mails.spliterator(), false)
                .filter(mail -> mail.path("subject").asText().contains("sign-in code"))
                .flatMap(mail -> CODE.matcher(mail.path("text").asText()).results())
                .map(Secrets::digits);
    }

    /** Remembers the secrets that a text shows. */
    public void noteText(String text) {
        TOKEN.matcher(text).results().map(Secrets::start).forEach(tokens::add);
        SESSION.matcher(text).results().map(found -> found.group(1)).forEach(opaque::add);
        RECOVERY.matcher(text).results().map(found -> found.group(1)).forEach(opaque::add);
        SEED.matcher(text)
                .results()
                .map(found -> found.group().replace(" ", ""))
                .forEach(opaque::add);
    }

    /** What kinds of token are known, such as {@code lic_}. */
    public Set<String> prefixes() {
        return tokens.stream()
                .map(token -> token.substring(0, token.indexOf('_') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Collection<String> codes() {
        return List.copyOf(codes);
    }

    /** The secrets in a text, codes apart; each cut short, so that a report is no leak of its own. */
    public List<String> in(String text) {
        Stream<String> shown = TOKEN.matcher(text).results().map(Secrets::start).filter(tokens::contains);
        Stream<String> bare =
                OPAQUE.matcher(text).results().map(MatchResult::group).filter(opaque::contains);
        return Stream.concat(shown, bare)
                .map(secret -> secret.substring(0, 8) + "...")
                .toList();
    }

    /** The sign-in codes in a text. */
    public List<String> codesIn(String text) {
        return CODE.matcher(text)
                .results()
                .map(Secrets::digits)
                .filter(codes::contains)
                .toList();
    }

    private static String start(MatchResult found) {
        return found.group().substring(0, KNOWN_BY);
    }

    private static String digits(MatchResult found) {
        return found.group(1) + found.group(2);
    }
}
