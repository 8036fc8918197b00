package org.chancery.web.api.account;

import jakarta.validation.constraints.NotNull;

/** Somebody to be added: a user of an account or an operator. */
public record PersonBody(@NotNull String email, @NotNull String role) {}
