package org.chancery.web.portal.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;

/**
 * The id in the address of a page. A view parameter would come too late: when a form is posted back, what is rendered is
 * asked before view parameters reach their bean.
 */
@RequestScoped
public class PathId {

    @Inject
    private HttpServletRequest request;

    /** @throws NotFoundException when the address holds no id: it names nothing that exists */
    public UUID require() {
        return require("id");
    }

    /**
     * An id that a form sends along.
     *
     * @throws NotFoundException when it is none: it names nothing that exists
     */
    public UUID require(String parameter) {
        String text = request.getParameter(parameter);
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("thing", String.valueOf(text));
        }
    }
}
