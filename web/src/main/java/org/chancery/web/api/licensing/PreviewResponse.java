package org.chancery.web.api.licensing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.chancery.service.licensing.Entitlements;
import org.chancery.service.licensing.LicensePreview;
import org.chancery.service.licensing.SeatUse;

/** The entitlements without the parts of an instance, and the seats beside them. */
public record PreviewResponse(@JsonUnwrapped Entitlements entitlements, Map<String, SeatUse> seats) {

    static PreviewResponse of(LicensePreview preview) {
        return new PreviewResponse(preview.entitlements(), preview.seats());
    }
}
