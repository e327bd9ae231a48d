package mnvh.fix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the file that holds Password(554): one line, readable by its owner alone. */
final class PasswordFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private PasswordFile() {}

    /** @return the password, or null without a file; throws {@link FixException} naming the file, never its content */
    static @Nullable String read(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new FixException(
                        FixException.Kind.ENVIRONMENT,
                        "password file " + file + " is open to others; run: chmod 600 " + file);
            }
            String password = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (password.isEmpty() || password.chars().anyMatch(c -> c < ' ')) {
                throw new FixException(
                        FixException.Kind.ENVIRONMENT, "password file " + file + " must hold one line of text");
            }
            return password;
        } catch (IOException e) {
            throw new FixException(
                    FixException.Kind.ENVIRONMENT, "cannot read the password file " + file + ": " + e.getMessage(), e);
        }
    }
}
