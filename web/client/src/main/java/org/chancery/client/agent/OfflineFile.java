package org.chancery.client.agent;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.chancery.client.LicenseClient;
import org.chancery.client.token.TokenException;
import org.jspecify.annotations.Nullable;

/** A place where people put offline licenses: whatever appears there is imported once. */
final class OfflineFile {

    private static final Logger LOG = System.getLogger(OfflineFile.class.getName());
    private static final long LARGEST = 64L * 1024;

    private final @Nullable Path file;
    private String seen = "";

    OfflineFile(@Nullable Path file) {
        this.file = file;
    }

    void look(LicenseClient client) {
        try {
            String text =
                    file == null || Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.UTF_8);
            if (!text.isBlank() && !text.equals(seen)) {
                seen = text;
                LOG.log(Level.INFO, "client.offline-imported: " + client.importOfflineLicense(text));
            }
        } catch (NoSuchFileException e) {
            seen = ""; // taken away, so the next one is new even if it is the same
        } catch (TokenException e) {
            LOG.log(Level.WARNING, "client.offline-refused: " + e.refusal());
        } catch (IOException e) {
            seen = ""; // the disk's fault, not the file's: once more later
            LOG.log(Level.WARNING, "client.offline-unreadable: " + e.getClass().getSimpleName());
        }
    }
}
