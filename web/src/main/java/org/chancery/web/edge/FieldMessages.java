package org.chancery.web.edge;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.chancery.model.platform.FieldError;
import org.chancery.web.portal.component.Texts;

/** Puts what a service says about a field beside the input of that name; what has no input goes to the top. */
final class FieldMessages {

    private FieldMessages() {}

    static void add(FacesContext faces, List<FieldError> errors) {
        errors.forEach(error -> add(faces, error));
        faces.validationFailed();
    }

    private static void add(FacesContext faces, FieldError error) {
        String id = error.field().substring(error.field().lastIndexOf('.') + 1); // seller.iban is the input "iban"
        boolean[] isInput = {false};
        faces.getViewRoot().invokeOnComponent(faces, id, (context, component) -> {
            if (component instanceof EditableValueHolder input) {
                input.setValid(false);
                isInput[0] = true;
            }
        });
        Texts texts = Texts.of(faces);
        String sentence = isInput[0] ? texts.ofField(error) : error.field() + ": " + texts.ofField(error);
        faces.addMessage(isInput[0] ? id : null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }
}
