package org.chancery.client.agent;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.client.Entitlements;
import org.chancery.client.LicenseStatus;
import org.chancery.client.OverLimit;
import org.chancery.client.Refusal;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What is allowed, as a file that any program can read. Replaced as a whole; it holds no secret. */
final class StatusFile {

    private final Path file;
    private byte[] written = {};

    StatusFile(Path file) {
        this.file = file;
    }

    /** Writes what changed. */
    void write(LicenseStatus status) throws IOException {
        byte[] text = JsonWriter.bytes(members(status));
        if (Arrays.equals(text, written) && Files.exists(file)) {
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.write(temporary, text);
        Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
        written = text;
    }

    /** True when the file allows work at that time; false also when there is none. */
    static boolean allows(Path file, Instant now) {
        try {
            JsonObject json = JsonObject.parse(Files.readAllBytes(file));
            String until = json.optionalText("until");
            return json.flag("mayRun") && (until == null || now.isBefore(Instant.parse(until)));
        } catch (IOException | JsonException e) {
            return false;
        }
    }

    private static Map<String, @Nullable Object> members(LicenseStatus status) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("state", status.state());
        members.put("mayRun", status.mayRun());
        members.put("until", status.until());
        members.put("refusal", refusal(status.refusal()));
        members.put("trouble", status.trouble());
        members.put("instanceId", status.instanceId());
        members.put("offline", status.offline());
        members.put("clockSetBack", status.clockSetBack());
        members.put("overLimit", overLimit(status.overLimit()));
        Entitlements entitlements = status.entitlements();
        members.put(
                "entitlements",
                entitlements == null ? null : entitlements.document().members());
        return members;
    }

    private static @Nullable Map<String, @Nullable Object> refusal(@Nullable Refusal refusal) {
        if (refusal == null) {
            return null;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", refusal.code());
        members.put("reason", refusal.reason());
        members.put("remedy", refusal.remedy().word());
        return members;
    }

    private static @Nullable Map<String, @Nullable Object> overLimit(@Nullable OverLimit overLimit) {
        if (overLimit == null) {
            return null;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("limit", overLimit.limit());
        members.put("used", overLimit.used());
        members.put("until", overLimit.until());
        return members;
    }
}
