package org.chancery.client;

import java.time.LocalDate;

/**
 * The software that is licensed.
 *
 * @param product its code in the vendor's catalog
 * @param releaseDate decides whether a license with dated updates covers it
 */
public record Software(String product, String version, LocalDate releaseDate) {

    public Software {
        Names.require("The product", product);
        Names.require("The version", version);
    }
}
