package org.chancery.service.licensing;

import java.time.LocalDate;
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.OfflineBinding;
import org.chancery.model.licensing.SeatClass;
import org.chancery.service.licensing.domain.MessageForm;
import org.jspecify.annotations.Nullable;

/**
 * What a site that can't reach us asks for, in the file that a person brings.
 *
 * @param returnHash of what the site reveals when it gives the file back, or null when it can't
 * @param nonce names this request, so that bringing it twice gives one file
 */
record OfflineRequest(
        String product,
        String productVersion,
        LocalDate releaseDate,
        String deploymentId,
        String instanceName,
        SeatClass seatClass,
        OfflineBinding binding,
        @Nullable String returnHash,
        String nonce) {

    private static final String NOWHERE = "offline";

    /** @param form collects what is wrong, under the names of the fields within {@code request} */
    static OfflineRequest read(MessageForm form, @Nullable String request) {
        OfflineText file = OfflineText.read("request", request);
        String version = form.optionalName("request.productVersion", file.text("productVersion"));
        return new OfflineRequest(
                form.name("request.product", file.text("product")),
                version == null ? NOWHERE : version,
                form.date("request.releaseDate", file.text("releaseDate")),
                form.name("request.deploymentId", file.text("deploymentId")),
                form.name("request.instanceName", file.text("instanceName")),
                form.seatClass("request.seatClass", file.text("seatClass")),
                form.binding("request.bind", file.text("bind", "type"), file.text("bind", "value")),
                form.optionalHash("request.returnHash", file.text("returnHash")),
                form.nonce("request.nonce", file.text("nonce")));
    }

    /** As the activation of an instance that never came online; the hash is of a secret that nobody has. */
    Activation toActivation(String hashOfNothing) {
        return new Activation(
                deploymentId,
                instanceName,
                seatClass,
                productVersion,
                releaseDate,
                NOWHERE,
                hashOfNothing,
                null,
                null,
                NOWHERE);
    }
}
