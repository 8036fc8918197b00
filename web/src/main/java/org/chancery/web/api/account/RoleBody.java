package org.chancery.web.api.account;

import jakarta.validation.constraints.NotNull;

/** Another role for somebody. */
public record RoleBody(@NotNull String role) {}
