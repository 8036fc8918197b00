package org.chancery.web.edge;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.chancery.web.portal.component.Languages;

/** Forms of a routed page post to its clean address, query and all, so that it stays in the bar and survives
 * a reload. */
public class RouteViewHandler extends ViewHandlerWrapper {

    public RouteViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    /** Only a language that is offered. Looked up, since Faces makes this object and injects nothing into it. */
    @Override
    public Locale calculateLocale(FacesContext faces) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        return CDI.current().select(Languages.class).get().of(request);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        UIViewRoot view = faces.getViewRoot();
        if (view == null || !viewId.equals(view.getViewId())) {
            return super.getActionURL(faces, viewId);
        }
        return RouteFilter.wholeAddress(faces.getExternalContext().getRequestMap())
                .orElseGet(() -> super.getActionURL(faces, viewId));
    }
}
