package org.chancery.model.platform;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the field as the caller wrote it, {@code lines[0].quantity}
 * @param code a stable word: the text for people is {@code field.<code>} in the bundles
 * @param message a plain English sentence for developers
 */
public record FieldError(String field, String code, String message) {}
