package org.chancery.web.edge;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;
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
        Texts texts = Texts.of(faces);
        if (!isBesideItsInput(faces, id, texts.ofField(error))) {
            faces.addMessage(null, message(error.field() + ": " + texts.ofField(error)));
        }
    }

    private static boolean isBesideItsInput(FacesContext faces, String id, String sentence) {
        // Row by row: without its row, what a loop holds would be asked about nothing.
        VisitContext visit = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
        return faces.getViewRoot().visitTree(visit, (context, component) -> {
            if (component instanceof EditableValueHolder input && id.equals(component.getId())) {
                refuse(input);
                faces.addMessage(component.getClientId(faces), message(sentence));
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
    }

    /** What was typed stays in the input: an invalid one without a submitted value is shown empty. */
    private static void refuse(EditableValueHolder input) {
        if (input.getSubmittedValue() == null && input.getValue() instanceof String typed) { // asked while it is valid
            input.setSubmittedValue(typed);
        }
        input.setValid(false);
    }

    private static FacesMessage message(String sentence) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null);
    }
}
