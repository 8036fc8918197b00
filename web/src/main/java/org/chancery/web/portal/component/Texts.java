package org.chancery.web.portal.component;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.Refusal;

/** The words of the bundles in one language. */
public final class Texts {

    /** The bundle that holds every word of pages and problems. */
    public static final String BUNDLE = "org.chancery.web.messages";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Texts in(Locale locale) {
        return new Texts(ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT)));
    }

    public static Texts of(FacesContext faces) {
        Locale locale = faces.getViewRoot() == null
                ? faces.getApplication().getViewHandler().calculateLocale(faces)
                : faces.getViewRoot().getLocale();
        return in(locale);
    }

    /** @throws MissingResourceException for a key that no bundle has: a fault of ours, found by the bundle test */
    public String text(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String ofRefusal(Refusal refusal) {
        return text(refusal.textKey());
    }

    public String ofRefusal(DomainException refused) {
        return ofRefusal(refused.refusal());
    }

    /** The sentence for a field; falls back to the developers' sentence for a code without a text of its own. */
    public String ofField(FieldError error) {
        String key = "field." + error.code();
        return bundle.containsKey(key) ? bundle.getString(key) : error.message();
    }
}
