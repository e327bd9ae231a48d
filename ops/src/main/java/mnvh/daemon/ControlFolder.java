package mnvh.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import mnvh.monitor.ControlToken;

/**
 * Where a running daemon leaves how to reach it: {@code control.address}, and {@code control.token}, which only its
 * owner may read. A folder serves one daemon at a time.
 */
record ControlFolder(Path path) {
    private static final String TOKEN = "control.token";
    private static final String ADDRESS = "control.address";

    /** @return the folder beside the sessions: {@code run} for {@code run/journal} */
    static ControlFolder beside(Path journalDir) {
        Path parent = journalDir.toAbsolutePath().getParent();
        return new ControlFolder(parent == null ? journalDir.toAbsolutePath() : parent);
    }

    /**
     * Throws {@link RunFailure} unless no address lies there, or nothing listens at it. What a dead daemon left is no
     * matter; one that does not answer, or not with this token, may be alive, and its files are not written over.
     */
    void requireFree() {
        Path file = path.resolve(ADDRESS);
        if (Files.notExists(file)) {
            return;
        }
        String found = ControlClient.listening(address());
        if (found != null) {
            throw new RunFailure(
                    ExitCode.ENVIRONMENT,
                    "mnvh: another daemon is reached through " + file + ", or may be: " + found
                            + "; give this one a journal.dir in another folder, or remove that file if no daemon runs");
        }
    }

    /** Leaves address and token for whoever may read them. */
    void write(String address, ControlToken token) throws IOException {
        Files.createDirectories(path);
        replace(ADDRESS, address);
        replace(TOKEN, token.text());
    }

    /** A file is made with its rights before anything is in it. */
    private void replace(String name, String text) throws IOException {
        Path fresh = path.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text + "\n");
        Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes address and token away, unless they are another daemon's by now. */
    void clear(ControlToken own) throws IOException {
        Path token = path.resolve(TOKEN);
        if (!Files.exists(token) || !Files.readString(token).strip().equals(own.text())) {
            return;
        }
        Files.deleteIfExists(path.resolve(TOKEN));
        Files.deleteIfExists(path.resolve(ADDRESS));
    }

    /** @return where the daemon is; throws {@link RunFailure} where none left it */
    String address() {
        return read(ADDRESS);
    }

    /** @return its token; throws {@link RunFailure} where none left it */
    String token() {
        return read(TOKEN);
    }

    private String read(String name) {
        try {
            return Files.readString(path.resolve(name)).strip();
        } catch (NoSuchFileException e) {
            throw new RunFailure(
                    ExitCode.CONTROL_REFUSED,
                    "mnvh: no daemon runs here: there is no " + path.resolve(name)
                            + "; --control DIR names the folder of one elsewhere");
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.CONTROL_REFUSED, "mnvh: " + path.resolve(name) + " cannot be read: " + e.getMessage());
        }
    }
}
