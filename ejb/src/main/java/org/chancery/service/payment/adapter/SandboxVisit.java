package org.chancery.service.payment.adapter;

import java.io.Serializable;
import java.util.UUID;
import org.chancery.model.payment.SandboxSetup;

/**
 * A visit to the page of the sandbox's provider.
 *
 * @param open while the customer may still choose
 * @param returnAddress where the customer goes afterwards, with the visit's reference in it
 */
public record SandboxVisit(UUID id, boolean open, String returnAddress) implements Serializable {

    static SandboxVisit of(SandboxSetup setup) {
        String address = setup.returnAddress();
        return new SandboxVisit(
                setup.id(), setup.isOpen(), address + (address.contains("?") ? "&" : "?") + "setup=" + setup.id());
    }
}
