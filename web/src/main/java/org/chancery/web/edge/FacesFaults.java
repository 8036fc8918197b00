package org.chancery.web.edge;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.el.ELException;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.web.portal.component.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to an exception in a page: an expired view opens the page anew, a refusal of the domain becomes a message
 * on the page (beside the field it names, if any), and so does a change that another one overtook; another's or an unknown
 * thing is a 404, a lacking role a 403. Everything else is a fault and goes on to the error page, by way of the browser if a script asked.
 */
class FacesFaults extends ExceptionHandlerWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(FacesFaults.class);

    FacesFaults(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            ExceptionQueuedEventContext context =
                    (ExceptionQueuedEventContext) events.next().getSource();
            Throwable cause = causeOf(context.getException());
            if (isAnswered(faces, cause, context.getPhaseId()) || isShownElsewhere(faces, cause)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isAnswered(FacesContext faces, Throwable cause, PhaseId phase) {
        if (cause instanceof ViewExpiredException) {
            return reopen(faces);
        }
        if (cause instanceof NotFoundException) {
            return refuse(faces, HttpServletResponse.SC_NOT_FOUND);
        }
        if (cause instanceof EJBAccessException) {
            return refuse(faces, HttpServletResponse.SC_FORBIDDEN);
        }
        if (cause instanceof InvalidRequestException invalid && PhaseId.INVOKE_APPLICATION.equals(phase)) {
            FieldMessages.add(faces, invalid.errors());
            return true;
        }
        if (cause instanceof DomainException refused && PhaseId.INVOKE_APPLICATION.equals(phase)) {
            say(faces, Texts.of(faces).ofRefusal(refused));
            return true;
        }
        if (LostRaces.isOne(cause) && PhaseId.INVOKE_APPLICATION.equals(phase)) {
            say(faces, Texts.of(faces).ofRefusal(CommonRefusal.CONFLICT));
            return true;
        }
        return false;
    }

    /** A script that replaces parts of a page has no place for the error page: the browser goes there. */
    private static boolean isShownElsewhere(FacesContext faces, Throwable cause) {
        ExternalContext external = faces.getExternalContext();
        if (!faces.getPartialViewContext().isAjaxRequest() || external.isResponseCommitted()) {
            return false;
        }
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String reference = ErrorAnswers.referenceOf(request);
        LOG.error("request.failed reference={} path={}", reference, request.getRequestURI(), cause);
        answerScript(external, ErrorServlet.addressOf(reference));
        faces.responseComplete();
        return true;
    }

    /** Past the writer of Faces, which may have stopped in the middle of a part that it wrote. */
    private static void answerScript(ExternalContext external, String address) {
        external.responseReset();
        external.setResponseContentType("text/xml");
        external.setResponseCharacterEncoding("UTF-8");
        external.setResponseHeader("Cache-Control", "no-store");
        try {
            external.getResponseOutputWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response id='j_id1'><redirect url='"
                            + address + "'/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void redirect(ExternalContext external, String address) {
        try {
            external.redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(FacesContext faces, String sentence) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    private static boolean reopen(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        String address = RouteFilter.wholeAddress(external.getRequestMap()).orElse("/");
        external.getFlash().setKeepMessages(true);
        faces.addMessage(
                null,
                new FacesMessage(FacesMessage.SEVERITY_WARN, Texts.of(faces).text("page.expired"), null));
        redirect(external, address);
        faces.responseComplete();
        return true;
    }

    private static boolean refuse(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseSendError(status, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
        return true;
    }

    private static Throwable causeOf(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof FacesException && !(cause instanceof ViewExpiredException)
                        || cause instanceof ELException
                        || cause instanceof RollbackException
                        || cause instanceof EJBException && !(cause instanceof EJBAccessException))
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
