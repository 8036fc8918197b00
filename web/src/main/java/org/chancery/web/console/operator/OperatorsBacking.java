package org.chancery.web.console.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.account.OperatorService;
import org.chancery.service.account.OperatorView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/** The vendor's staff: the list, one of them, and somebody new. */
@Named
@RequestScoped
public class OperatorsBacking {

    private static final String LIST = "/console/operators";
    private static final List<String> ROLES = List.of("admin", "billing", "support", "viewer");

    @Inject
    private PathId pathId;

    @Inject
    private OperatorService operators;

    @Inject
    private Caller caller;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable List<OperatorView> rows;
    private @Nullable String email;
    private @Nullable String role;

    /** Answers 404 when there is no such operator. */
    public void load() {
        role = getOperator().role();
    }

    public void add() throws IOException {
        OperatorView added = operators.add(email, role);
        messages.afterRedirect("console.operatorNew.done", added.email());
        Redirects.to(faces, LIST);
    }

    public void changeRole() throws IOException {
        OperatorView changed = operators.changeRole(getOperator().id(), role);
        done("console.operator.roleDone", changed.email(), roleName(changed.role()));
    }

    public void resetSecondFactor() throws IOException {
        done(
                "console.operator.resetDone",
                operators.resetSecondFactor(getOperator().id()).email());
    }

    public void remove() throws IOException {
        OperatorView gone = getOperator();
        operators.remove(gone.id());
        done("console.operator.removeDone", gone.email());
    }

    private void done(String key, Object... arguments) throws IOException {
        messages.afterRedirect(key, arguments);
        Redirects.to(faces, LIST);
    }

    public List<OperatorView> getRows() {
        if (rows == null) {
            rows = operators.list();
        }
        return rows;
    }

    public OperatorView getOperator() {
        UUID id = pathId.require();
        return getRows().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("operator", id));
    }

    /** True when the page shows whoever looks at it: nobody removes themselves by mistake. */
    public boolean isSelf() {
        return caller.id().filter(own -> own.equals(pathId.require())).isPresent();
    }

    public List<String> getRoles() {
        return ROLES;
    }

    public String roleName(String word) {
        return Texts.of(faces).text("console.role." + word);
    }

    public String roleMeaning(String word) {
        return Texts.of(faces).text("console.role." + word + ".means");
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }
}
