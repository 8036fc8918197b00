package org.chancery.service.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.chancery.model.account.Operator;
import org.chancery.service.account.domain.RecoveryCodes;
import org.chancery.service.account.domain.TotpSecret;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Vault;

/** Sets up and asks for an operator's second factor. The operator's row is locked by the caller. */
@ApplicationScoped
class SecondFactors {

    private static final String ISSUER = "Chancery";

    private final Vault vault;
    private final SecretHasher hasher;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    SecondFactors(Vault vault, SecretHasher hasher, SecureRandom random, @MachineTime Clock clock) {
        this.vault = vault;
        this.hasher = hasher;
        this.random = random;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SecondFactors() { // the CDI proxy needs it
        this(null, null, null, null);
    }

    /** Draws a secret that counts once {@link #complete} has seen a code of it. */
    public SecondFactorSetup begin(Operator operator) {
        byte[] bytes = new byte[TotpSecret.BYTES];
        random.nextBytes(bytes);
        operator.beginSecondFactor(Base64.getEncoder().encodeToString(vault.encrypt(bytes)));
        return shown(operator, new TotpSecret(bytes));
    }

    /** The secret that was begun, once more: the app may have it already, only the first code was wrong. */
    public SecondFactorSetup resume(Operator operator) {
        return shown(operator, open(operator.requireCandidate()));
    }

    /** @return the ten recovery codes, or empty when the code is wrong */
    public Optional<List<String>> complete(Operator operator, String typed) {
        OptionalLong step = open(operator.requireCandidate()).stepOf(typed, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = RecoveryCodes.draw(random);
        operator.completeSecondFactor(
                step.getAsLong(), codes.stream().map(c -> hash(operator, c)).collect(Collectors.toSet()));
        return Optional.of(codes);
    }

    /** True for a code of the app that was not used before, or a recovery code, which is gone then. */
    public boolean accept(Operator operator, String typed) {
        OptionalLong step = operator.sealedTotpSecret()
                .map(kept -> open(kept).stepOf(typed, clock.instant()))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                ? operator.useTotpStep(step.getAsLong())
                : operator.useRecoveryCode(hash(operator, typed));
    }

    private static SecondFactorSetup shown(Operator operator, TotpSecret secret) {
        String name = operator.email().text();
        return new SecondFactorSetup(secret.asText(), secret.uri(ISSUER, name), secret.qrImage(ISSUER, name));
    }

    private TotpSecret open(String kept) {
        return new TotpSecret(vault.decrypt(Base64.getDecoder().decode(kept)));
    }

    private String hash(Operator operator, String recoveryCode) {
        return hasher.hash("recovery:" + operator.id() + ":" + RecoveryCodes.normalised(recoveryCode));
    }
}
