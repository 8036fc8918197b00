package org.chancery.web.portal.sandbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.chancery.service.payment.adapter.SandboxSetupService;
import org.chancery.service.payment.adapter.SandboxVisit;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The page on which a payment provider would ask for a card, with test numbers to choose from. */
@Named
@RequestScoped
public class SetupBacking {

    /**
     * A number to choose.
     *
     * @param number as people write it
     * @param word what becomes of its charges; names the text
     */
    public record Test(String number, String word) {}

    private static final List<Test> CARDS = List.of(
            new Test("4242 4242 4242 4242", "succeeds"),
            new Test("4000 0000 0000 0341", "declined"),
            new Test("4000 0000 0000 9995", "poor"),
            new Test("4000 0027 6000 3184", "asks"));
    private static final List<Test> DEBITS = List.of(
            new Test("DE89 3704 0044 0532 0130 00", "settles"), new Test("DE62 3704 0044 0532 0130 01", "returned"));

    @Inject
    private SandboxSetupService provider;

    @Inject
    private PathId pathId;

    @Inject
    private FacesContext faces;

    private @Nullable SandboxVisit visit;
    private @Nullable String token;

    /** A visit that nobody makes is a page that does not exist, said before anything is shown. */
    public void arrive() {
        visit();
    }

    /** What was typed counts; without it, what was ticked. */
    public void choose() throws IOException {
        String typed = token == null ? sent() : token;
        Redirects.to(faces, provider.choose(pathId.require(), typed).returnAddress());
    }

    public void turnBack() throws IOException {
        Redirects.to(faces, provider.turnBack(pathId.require()).returnAddress());
    }

    public boolean isOpen() {
        return visit().open();
    }

    public String getReturnAddress() {
        return visit().returnAddress();
    }

    public List<Test> getCards() {
        return CARDS;
    }

    public List<Test> getDebits() {
        return DEBITS;
    }

    /** The first one until another was sent. */
    public boolean isChosen(Test test) {
        String sent = sent();
        return test.number().equals(sent.isEmpty() ? CARDS.get(0).number() : sent);
    }

    private String sent() {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault("number", "");
    }

    private SandboxVisit visit() {
        if (visit == null) {
            visit = provider.view(pathId.require());
        }
        return visit;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }
}
