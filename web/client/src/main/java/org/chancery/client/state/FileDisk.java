package org.chancery.client.state;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file in a directory that only its owner may look into. */
public final class FileDisk implements Disk {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final long LARGEST = 4L * 1024 * 1024;

    private final Path directory;
    private final Path file;
    private final Path temporary;

    private FileDisk(Path directory, String name) {
        this.directory = directory;
        this.file = directory.resolve(name);
        this.temporary = directory.resolve(name + ".new");
    }

    /** Makes the directory when it is missing. */
    public static FileDisk in(Path directory, String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, isPosix(directory) ? owned(OWNER_DIRECTORY) : open());
        }
        return new FileDisk(directory, name);
    }

    @Override
    public byte @Nullable [] read() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("The file is larger than any that was written");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void writeTemporary(byte[] content) throws IOException {
        Files.deleteIfExists(temporary); // whatever permissions a former one has
        Set<OpenOption> options = Set.of(CREATE, WRITE, TRUNCATE_EXISTING);
        FileAttribute<?>[] attributes = isPosix(directory) ? owned(OWNER_FILE) : open();
        try (FileChannel channel = FileChannel.open(temporary, options, attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    @Override
    public void forceTemporary() throws IOException {
        try (FileChannel channel = FileChannel.open(temporary, WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void rename() throws IOException {
        Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /** Not every system can open a directory; those that can't write names through by themselves. */
    @Override
    public void forceDirectory() throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void setAside() throws IOException {
        Files.move(file, directory.resolve(file.getFileName() + ".unreadable"), ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] owned(Set<PosixFilePermission> permissions) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static FileAttribute<?>[] open() {
        return new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
