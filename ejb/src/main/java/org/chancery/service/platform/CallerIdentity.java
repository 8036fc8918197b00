package org.chancery.service.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller as the name of its principal: {@code user:<id>:<account>}, {@code token:<id>:<account>},
 * {@code operator:<id>}, {@code system}; anything else is anonymous.
 */
public record CallerIdentity(Caller.Kind kind, @Nullable UUID id, @Nullable UUID accountId) {

    private static final CallerIdentity NOBODY = new CallerIdentity(Caller.Kind.ANONYMOUS, null, null);
    private static final CallerIdentity JOB = new CallerIdentity(Caller.Kind.SYSTEM, null, null);

    public static CallerIdentity user(UUID userId, UUID accountId) {
        return new CallerIdentity(Caller.Kind.USER, userId, accountId);
    }

    public static CallerIdentity accountToken(UUID tokenId, UUID accountId) {
        return new CallerIdentity(Caller.Kind.ACCOUNT_TOKEN, tokenId, accountId);
    }

    public static CallerIdentity operator(UUID operatorId) {
        return new CallerIdentity(Caller.Kind.OPERATOR, operatorId, null);
    }

    public static CallerIdentity parse(String principalName) {
        String[] parts = principalName.split(":", -1);
        try {
            return switch (parts[0]) {
                case "user" -> user(UUID.fromString(parts[1]), UUID.fromString(parts[2]));
                case "token" -> accountToken(UUID.fromString(parts[1]), UUID.fromString(parts[2]));
                case "operator" -> operator(UUID.fromString(parts[1]));
                case "system" -> JOB;
                default -> NOBODY;
            };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return NOBODY;
        }
    }

    public String toPrincipalName() {
        return switch (kind) {
            case USER -> "user:" + id + ":" + accountId;
            case ACCOUNT_TOKEN -> "token:" + id + ":" + accountId;
            case OPERATOR -> "operator:" + id;
            case SYSTEM -> "system";
            case ANONYMOUS -> "anonymous";
        };
    }
}
