package org.chancery.web.portal.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** What a page tells its reader after an act. */
@ApplicationScoped
public class Messages {

    /** A message on the page that a redirect opens next. */
    public void afterRedirect(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(Texts.of(faces).text(key, arguments)));
    }

    /** An error on the page that a redirect opens next. */
    public void errorAfterRedirect(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(
                null,
                new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(faces).text(key, arguments), null));
    }

    /** A message beside a field of this page. @param clientId the field's, or null for the top of the form */
    public void error(@org.jspecify.annotations.Nullable String clientId, String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(
                clientId,
                new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of(faces).text(key, arguments), null));
        faces.validationFailed();
    }
}
