package org.chancery.client.state;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The steps by which one file is replaced as a whole. Simulations take them one by one. */
public interface Disk {

    /** The file's content, or null when there is none. */
    byte @Nullable [] read() throws IOException;

    /** Writes a temporary file beside it. */
    void writeTemporary(byte[] content) throws IOException;

    /** Returns once the temporary file has reached the medium. */
    void forceTemporary() throws IOException;

    /** Puts the temporary file in the other one's place, at once or not at all. */
    void rename() throws IOException;

    /** Returns once the new name has reached the medium. */
    void forceDirectory() throws IOException;

    /** Puts a file that can't be read out of the way, so that people can look at it. */
    void setAside() throws IOException;
}
