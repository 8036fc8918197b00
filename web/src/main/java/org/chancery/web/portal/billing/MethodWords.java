package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.web.portal.component.Phrases;

/** A payment method as people name it: "Visa ending 4242". */
@Named
@RequestScoped
public class MethodWords {

    @Inject
    private Phrases phrases;

    public String name(PaymentMethodView method) {
        String brand = method.brand().isEmpty()
                ? method.type().word()
                : method.brand().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.brand().substring(1);
        return phrases.text("method.ending", brand, method.last4());
    }
}
