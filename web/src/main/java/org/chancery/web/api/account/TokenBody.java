package org.chancery.web.api.account;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A bearer token to be issued. */
public record TokenBody(@NotNull String name, @Nullable String role) {}
