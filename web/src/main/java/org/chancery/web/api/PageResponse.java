package org.chancery.web.api;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.chancery.service.platform.PageOf;
import org.jspecify.annotations.Nullable;

/** One page of a list on the wire; {@code next} is absent on the last. */
public record PageResponse<T>(List<T> data, @Nullable UUID next) {

    public static <V extends Serializable, T> PageResponse<T> of(PageOf<V> page, Function<V, T> response) {
        return new PageResponse<>(page.data().stream().map(response).toList(), page.next());
    }
}
