package org.chancery.service.payment.adapter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.model.payment.Decline;
import org.chancery.model.payment.PaymentMethodType;
import org.jspecify.annotations.Nullable;

/**
 * The test tokens and numbers that integrators know from Stripe, and what each does here. All cards can be attached and
 * none expires; those that stand for trouble make it when they are charged.
 */
final class SandboxTokens {

    /** How a method behaves when it is charged. */
    enum Conduct {
        AT_ONCE,
        AFTER_CONFIRMATION,
        LATER
    }

    /**
     * A method that a token stands for.
     *
     * @param decline what the charge ends in, or null when the money comes
     */
    record Behaviour(PaymentMethodType type, String brand, String last4, Conduct conduct, @Nullable Decline decline) {}

    private static final Pattern DEBIT =
            Pattern.compile("pm_(success|successDelayed|failed|failedDelayed|insufficientFunds)_([a-z]{2})");
    private static final Map<String, Behaviour> BY_TOKEN = new HashMap<>();
    private static final Map<String, String> TOKEN_BY_NUMBER = new HashMap<>();
    private static final Map<String, String> LAST4_BY_DEBIT = new HashMap<>();
    private static final String OTHER_LAST4 = "3000";

    static {
        paying("pm_card_visa", "visa", "4242424242424242");
        paying("pm_card_visa_debit", "visa", "4000056655665556");
        paying("pm_card_mastercard", "mastercard", "5555555555554444");
        paying("pm_card_mastercard_debit", "mastercard", "5200828282828210");
        paying("pm_card_mastercard_prepaid", "mastercard", "5105105105105100");
        paying("pm_card_amex", "amex", "378282246310005");
        paying("pm_card_discover", "discover", "6011111111111117");
        paying("pm_card_diners", "diners", "3056930009020004");
        paying("pm_card_jcb", "jcb", "3566002020360505");
        paying("pm_card_unionpay", "unionpay", "6200000000000005");
        declining("pm_card_chargeCustomerFail", "4000000000000341", Decline.CARD_DECLINED);
        declining("pm_card_visa_chargeDeclined", "4000000000000002", Decline.CARD_DECLINED);
        declining("pm_card_visa_chargeDeclinedInsufficientFunds", "4000000000009995", Decline.INSUFFICIENT_FUNDS);
        declining("pm_card_visa_chargeDeclinedLostCard", "4000000000009987", Decline.LOST_CARD);
        declining("pm_card_visa_chargeDeclinedStolenCard", "4000000000009979", Decline.STOLEN_CARD);
        declining("pm_card_visa_chargeDeclinedExpiredCard", "4000000000000069", Decline.EXPIRED_CARD);
        declining("pm_card_visa_chargeDeclinedIncorrectCvc", "4000000000000127", Decline.INCORRECT_CVC);
        declining("pm_card_visa_chargeDeclinedProcessingError", "4000000000000119", Decline.PROCESSING_ERROR);
        declining(
                "pm_card_visa_chargeDeclinedVelocityLimitExceeded", "4000000000006975", Decline.CARD_VELOCITY_EXCEEDED);
        asking("pm_card_authenticationRequired", "4000002760003184", null);
        asking("pm_card_authenticationRequiredOnSetup", "4000002500003155", null);
        asking("pm_card_threeDSecure2Required", "4000000000003220", null);
        asking(
                "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
                "4000008260003178",
                Decline.INSUFFICIENT_FUNDS);
        account("DE89370400440532013000", "pm_success_de");
        account("DE08370400440532013003", "pm_successDelayed_de");
        account("DE62370400440532013001", "pm_failed_de");
        account("DE78370400440532013004", "pm_failedDelayed_de");
        account("AT611904300234573201", "pm_success_at");
        account("AT321904300235473204", "pm_successDelayed_at");
        account("AT861904300235473202", "pm_failed_at");
        account("AT051904300235473205", "pm_failedDelayed_at");
    }

    private SandboxTokens() {}

    /** The token itself, or the one that a typed number stands for: a number is never kept. */
    static String canonical(String typed) {
        String token = typed.strip();
        String number = token.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        String known = TOKEN_BY_NUMBER.get(number);
        if (known != null) {
            return known;
        }
        return token.startsWith("pm_card_chargeDeclined")
                ? token.replace("pm_card_chargeDeclined", "pm_card_visa_chargeDeclined") // both spellings are in use
                : token;
    }

    static Optional<Behaviour> find(String canonicalToken) {
        Behaviour card = BY_TOKEN.get(canonicalToken);
        return card == null ? debit(canonicalToken) : Optional.of(card);
    }

    private static Optional<Behaviour> debit(String token) {
        Matcher matcher = DEBIT.matcher(token);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Decline decline =
                switch (matcher.group(1)) {
                    case "success", "successDelayed" -> null;
                    case "insufficientFunds" -> Decline.INSUFFICIENT_FUNDS;
                    default -> Decline.DEBIT_FAILED;
                };
        String last4 = LAST4_BY_DEBIT.getOrDefault(token, OTHER_LAST4);
        return Optional.of(
                new Behaviour(PaymentMethodType.SEPA, "sepa " + matcher.group(2), last4, Conduct.LATER, decline));
    }

    private static void paying(String token, String brand, String number) {
        card(token, brand, number, Conduct.AT_ONCE, null);
    }

    private static void declining(String token, String number, Decline decline) {
        card(token, "visa", number, Conduct.AT_ONCE, decline);
    }

    private static void asking(String token, String number, @Nullable Decline decline) {
        card(token, "visa", number, Conduct.AFTER_CONFIRMATION, decline);
    }

    private static void card(String token, String brand, String number, Conduct conduct, @Nullable Decline decline) {
        String last4 = number.substring(number.length() - 4);
        BY_TOKEN.put(token, new Behaviour(PaymentMethodType.CARD, brand, last4, conduct, decline));
        TOKEN_BY_NUMBER.put(number, token);
    }

    private static void account(String iban, String token) {
        TOKEN_BY_NUMBER.put(iban, token);
        LAST4_BY_DEBIT.put(token, iban.substring(iban.length() - 4));
    }
}
