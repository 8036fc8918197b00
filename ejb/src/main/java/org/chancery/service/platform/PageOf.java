package org.chancery.service.platform;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param data at most as many as were asked for
 * @param next what to ask after for the next page, or null when this is the last
 */
public record PageOf<T extends Serializable>(List<T> data, @Nullable UUID next) implements Serializable {

    /** No list is longer than this, whatever is asked for. */
    public static final int MAX = 100;

    /** Cuts a list that was read one longer than the page, to see whether there is more. */
    public static <E, T extends Serializable> PageOf<T> cut(
            List<E> found, int limit, Function<E, UUID> idOf, Function<E, T> viewOf) {
        boolean more = found.size() > limit;
        List<E> page = more ? found.subList(0, limit) : found;
        return new PageOf<>(page.stream().map(viewOf).toList(), more ? idOf.apply(page.get(page.size() - 1)) : null);
    }
}
