package org.chancery.web.edge;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/** Forms of a routed page post to its clean address, query and all, so that it stays in the bar and survives
 * a reload. */
public class RouteViewHandler extends ViewHandlerWrapper {

    public RouteViewHandler(ViewHandler wrapped) {
        super(wrapped);
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
