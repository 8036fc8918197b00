package org.chancery.web.portal.license;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.Refusal;
import org.chancery.web.portal.component.Phrases;

/**
 * A text field that takes the file of a site. Whatever is wrong with that file is said beside it: a member of the file is
 * no field of the page, and who carried the file did not write it.
 *
 * @param field the name of the service's parameter, and the id of the input
 */
record CarriedFile(String field, Phrases phrases) {

    private static final Set<Refusal> OF_THE_FILE = Set.of(
            LicensingRefusal.PRODUCT_MISMATCH,
            LicensingRefusal.VERSION_NOT_COVERED,
            LicensingRefusal.OFFLINE_REQUEST_USED,
            LicensingRefusal.OFFLINE_RETURN_WRONG);

    /** @throws InvalidRequestException naming this field, with a whole sentence, for what is wrong with the file */
    <T> T brought(Supplier<T> act) {
        try {
            return act.get();
        } catch (InvalidRequestException e) {
            throw isOfTheFile(e) ? wrong(sentence(e.errors())) : e;
        } catch (DomainException e) {
            throw OF_THE_FILE.contains(e.refusal())
                    ? wrong(phrases.text(e.refusal().textKey()))
                    : e;
        }
    }

    private boolean isOfTheFile(InvalidRequestException faults) {
        return faults.errors().stream()
                .allMatch(error -> error.field().equals(field) || error.field().startsWith(field + "."));
    }

    private String sentence(List<FieldError> errors) {
        String members = errors.stream()
                .map(FieldError::field)
                .filter(name -> !name.equals(field))
                .map(name -> name.substring(field.length() + 1))
                .collect(Collectors.joining(", "));
        if (!members.isEmpty()) {
            return phrases.text("offline." + field + ".members", members);
        }
        return phrases.text("offline." + field + "." + errors.get(0).code());
    }

    /** The code has no text of its own, so that the sentence is shown. */
    private InvalidRequestException wrong(String sentence) {
        return new InvalidRequestException(field, "carried-file", sentence);
    }
}
