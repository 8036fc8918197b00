package org.chancery.web.api.payment;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.checkout.MethodRemovalService;
import org.chancery.service.payment.MethodShelfService;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.platform.PageOf;
import org.chancery.web.api.PageResponse;

/** {@code /accounts/{id}/payment-methods}: the cards and bank accounts of a customer. */
@Path("v1/accounts/{id}/payment-methods")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
@RequestScoped
public class PaymentMethodsResource {

    @Inject
    private PaymentMethodService methods;

    @Inject
    private MethodShelfService shelf;

    @Inject
    private MethodRemovalService removal;

    /** What the provider's form gave back, and for what. */
    public record AttachRequest(@NotBlank String type, @NotBlank @Size(max = 200) String token) {

        @Override
        public String toString() {
            return "AttachRequest[type=" + type + "]"; // people paste card numbers
        }

        PaymentMethodType toType() {
            return PaymentMethodType.ofWord(type)
                    .orElseThrow(() -> new InvalidRequestException("type", "form", "card or sepa"));
        }
    }

    /** A payment method on the wire. */
    public record PaymentMethodResponse(
            UUID id,
            String type,
            String brand,
            String last4,
            @JsonProperty("default") boolean isDefault,
            Instant attachedAt) {

        static PaymentMethodResponse of(PaymentMethodView view) {
            return new PaymentMethodResponse(
                    view.id(), view.type().word(), view.brand(), view.last4(), view.isDefault(), view.attachedAt());
        }
    }

    /** The new one is the default from now on. */
    @POST
    public Response attach(@PathParam("id") UUID id, @Valid @NotNull AttachRequest body) {
        PaymentMethodView attached = methods.attach(id, body.toType(), body.token());
        return Response.status(Response.Status.CREATED)
                .entity(PaymentMethodResponse.of(attached))
                .build();
    }

    @GET
    public PageResponse<PaymentMethodResponse> list(@PathParam("id") UUID id) {
        return PageResponse.of(new PageOf<>(methods.list(id), null), PaymentMethodResponse::of);
    }

    /** Charges this one from now on when no other is named. */
    @PUT
    @Path("{method}/default")
    public PaymentMethodResponse makeDefault(@PathParam("id") UUID id, @PathParam("method") UUID method) {
        return PaymentMethodResponse.of(shelf.makeDefault(id, method));
    }

    /** A conflict while renewals are charged to it. */
    @DELETE
    @Path("{method}")
    public void remove(@PathParam("id") UUID id, @PathParam("method") UUID method) {
        removal.remove(id, method);
    }
}
