package org.chancery.service.licensing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.DomainException;

/**
 * The license protocol says no. Its details hold everything the answer carries beside the refusal; when the caller sent
 * a nonce, the signed {@code denial} is among them.
 */
public class LicensingException extends DomainException {

    private static final long serialVersionUID = 1L;
    private static final String DENIAL = "denial";

    public LicensingException(LicensingRefusal refusal, Map<String, Object> details) {
        super(refusal, "Refused: " + refusal, details);
    }

    static LicensingException withDenial(LicensingRefusal refusal, Map<String, Object> details, String denial) {
        Map<String, Object> members = new LinkedHashMap<>(details);
        members.put(DENIAL, denial);
        return new LicensingException(refusal, members);
    }
}
