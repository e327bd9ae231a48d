package mnvh.daemon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mnvh.journal.SessionFolder;

/** Finds the session that a user names. */
final class SessionPath {
    private static final Path JOURNAL = Path.of("run/journal");
    private static final String LAST = "last";

    private SessionPath() {}

    /** @return the folder given, else the session of that name in run/journal, {@code last} for the newest there */
    static Path of(String given) {
        Path path = Path.of(given);
        if (Files.exists(path)) {
            return path;
        }
        if (given.equals(LAST)) {
            List<Path> sessions = SessionFolder.sessions(JOURNAL);
            if (sessions.isEmpty()) {
                throw new RunFailure(ExitCode.USAGE, "no session in " + JOURNAL + " yet");
            }
            return sessions.get(sessions.size() - 1);
        }
        Path named = JOURNAL.resolve(given);
        return Files.exists(named) ? named : path;
    }
}
