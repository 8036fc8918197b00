package org.chancery.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who issues the invoices. Every part may be absent; production refuses to finalise an invoice until name, address and
 * country are there, and to sell by wire until an IBAN is.
 *
 * @param address several lines
 * @param country two letters
 * @param iban without blanks
 * @param logo a PNG or JPEG as a data URI
 */
@Embeddable
public record Seller(
        @Column(name = "seller_name", length = 200) @Nullable String name,
        @Column(name = "seller_address", length = 1000) @Nullable String address,
        @Column(name = "seller_country", length = 2) @Nullable String country,
        @Column(name = "seller_tax_id", length = 32) @Nullable String taxId,
        @Column(name = "seller_iban", length = 34) @Nullable String iban,
        @Column(name = "seller_bic", length = 11) @Nullable String bic,
        @Column(name = "seller_email", length = 254) @Nullable String email,
        @Column(name = "seller_logo") @Nullable String logo,
        @Column(name = "seller_terms_url", length = 500) @Nullable String termsUrl)
        implements Serializable {

    /** Nothing known yet. */
    public static final Seller NOBODY = new Seller(null, null, null, null, null, null, null, null, null);

    /** True when an invoice can name its issuer as the law asks. */
    public boolean canInvoice() {
        return name != null && address != null && country != null;
    }
}
