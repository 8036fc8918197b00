package org.chancery.web.edge;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;

/** Forms of a routed page post to its clean address, so that it stays in the bar and survives a reload. */
public class RouteViewHandler extends ViewHandlerWrapper {

    public RouteViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        Object address = faces.getExternalContext().getRequestMap().get(RouteFilter.ADDRESS);
        UIViewRoot view = faces.getViewRoot();
        return address != null && view != null && viewId.equals(view.getViewId())
                ? (String) address
                : super.getActionURL(faces, viewId);
    }
}
