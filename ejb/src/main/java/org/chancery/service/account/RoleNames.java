package org.chancery.service.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.model.account.OperatorRole;
import org.chancery.model.account.UserRole;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Roles as the wire writes them and as the container knows them. A role brings the roles that it covers. */
final class RoleNames {

    private RoleNames() {}

    static Set<String> of(UserRole role) {
        return switch (role) {
            case OWNER -> Set.of(Roles.OWNER, Roles.MEMBER, Roles.VIEWER);
            case MEMBER -> Set.of(Roles.MEMBER, Roles.VIEWER);
            case VIEWER -> Set.of(Roles.VIEWER);
        };
    }

    static Set<String> of(OperatorRole role) {
        return switch (role) {
            case ADMIN -> Set.of(Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER);
            case BILLING -> Set.of(Roles.BILLING, Roles.OPERATOR_VIEWER);
            case SUPPORT -> Set.of(Roles.SUPPORT, Roles.OPERATOR_VIEWER);
            case VIEWER -> Set.of(Roles.OPERATOR_VIEWER);
        };
    }

    static String onWire(Enum<?> role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidRequestException naming the field {@code role} */
    static UserRole userRole(@Nullable String typed) {
        return find(UserRole.class, typed)
                .orElseThrow(() -> new InvalidRequestException("role", "role", "must be owner, member or viewer"));
    }

    /** @throws InvalidRequestException naming the field {@code role} */
    static OperatorRole operatorRole(@Nullable String typed) {
        return find(OperatorRole.class, typed)
                .orElseThrow(
                        () -> new InvalidRequestException("role", "role", "must be admin, billing, support or viewer"));
    }

    private static <E extends Enum<E>> Optional<E> find(Class<E> type, @Nullable String typed) {
        for (E role : type.getEnumConstants()) {
            if (onWire(role).equals(typed)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
