package org.chancery.client.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of offline licenses.
 *
 * @param license the imported file, or null
 * @param returned ids of files that were given back, and the hashes of revealed secrets: what bears one is dead
 * @param returnSecret what this place will reveal when it gives its file back; drawn with the first request, null before
 * @param proof the last return file, so that it can be had again; null when nothing was given back
 */
public record StoredOffline(
        @Nullable String license, List<String> returned, @Nullable CheckSecret returnSecret, @Nullable String proof) {

    static final StoredOffline NOTHING = new StoredOffline(null, List.of(), null, null);

    public StoredOffline {
        returned = List.copyOf(returned);
    }

    StoredOffline holding(String token) {
        return new StoredOffline(token, returned, returnSecret, proof);
    }

    StoredOffline promising(CheckSecret secret) {
        return new StoredOffline(license, returned, secret, proof);
    }

    /** Everything of these names is given back, and the secret with it: the next request needs another one. */
    StoredOffline withoutThe(List<String> names, String returnFile) {
        List<String> dead = new ArrayList<>(returned);
        dead.addAll(names);
        return new StoredOffline(null, dead, null, returnFile);
    }

    /** Nothing of the secret, for logs. */
    @Override
    public String toString() {
        return "StoredOffline[holds=" + (license != null) + ", returned=" + returned.size() + "]";
    }
}
