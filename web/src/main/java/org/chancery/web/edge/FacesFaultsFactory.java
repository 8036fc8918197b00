package org.chancery.web.edge;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link FacesFaults} in front of the default handling of exceptions in pages. */
public class FacesFaultsFactory extends ExceptionHandlerFactory {

    public FacesFaultsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new FacesFaults(getWrapped().getExceptionHandler());
    }
}
