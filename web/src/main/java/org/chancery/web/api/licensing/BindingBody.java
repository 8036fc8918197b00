package org.chancery.web.api.licensing;

import org.jspecify.annotations.Nullable;

/** What an offline license is good for: {@code deployment} or {@code instance}, and which. */
public record BindingBody(@Nullable String type, @Nullable String value) {}
