package org.chancery.web.portal.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.web.portal.component.Portal;

/** Lets owners pass and answers 403 to everybody else, before a page of theirs is shown. The services decide again. */
@RequestScoped
class Owners {

    @Inject
    private Portal portal;

    @Inject
    private FacesContext faces;

    boolean mayPass() throws IOException {
        if (portal.isMayAdminister()) {
            return true;
        }
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
        faces.responseComplete();
        return false;
    }
}
