package mnvh.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mnvh.config.ApprovalConfig;
import mnvh.config.ConfigFingerprint;
import mnvh.config.LoadedConfig;
import org.jspecify.annotations.Nullable;

/**
 * The file of approvals, one a line, which its owner alone may read and write: whoever could write it could approve.
 *
 * <p>Nothing in it is taken on trust: a line that is no approval refuses every start, as what it was meant to say is
 * not known.
 */
final class Approvals {
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/:=,@%+-]+");

    private final Path file;

    /** @param file need not exist */
    Approvals(Path file) {
        this.file = file;
    }

    /**
     * Lets a start pass where nobody need approve it or somebody has approved exactly this; else throws {@link
     * RunFailure} that says what differs from what was approved and which command approves.
     *
     * @param sets overrides of the run, as the command has to name them too
     * @return the approval, null where none is needed
     */
    static @Nullable Approval require(LoadedConfig loaded, List<String> sets) {
        ApprovalConfig config = loaded.config().approval();
        return config.required()
                ? new Approvals(config.file())
                        .require(ConfigFingerprint.of(loaded), BuildHash.ofThisProgram(), command(loaded, sets))
                : null;
    }

    private static String command(LoadedConfig loaded, List<String> sets) {
        StringBuilder command = new StringBuilder("mnvh approve --config ").append(quoted(loaded.file()));
        sets.forEach(set -> command.append(" --set ").append(quoted(set)));
        return command.append(" --by NAME --reason TEXT").toString();
    }

    /** @return a word as a shell takes it */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** @return the approval of this configuration and this build */
    Approval require(String config, String build, String command) {
        Approval sameConfig = null;
        Approval sameBuild = null;
        for (Approval each : read()) {
            boolean configured = each.config().equals(config);
            boolean built = each.build().equals(build);
            if (configured && built) {
                return each;
            }
            sameConfig = configured ? each : sameConfig;
            sameBuild = built ? each : sameBuild;
        }
        throw new RunFailure(
                ExitCode.USAGE,
                "mnvh: not started, for " + difference(sameConfig, sameBuild) + " (" + file + ")\n  configuration "
                        + config + "\n  build         " + build + "\n  to approve both: " + command);
    }

    private static String difference(@Nullable Approval sameConfig, @Nullable Approval sameBuild) {
        if (sameConfig != null) {
            return "this configuration is approved, but with another build: " + sameConfig.build() + " by "
                    + sameConfig.said();
        }
        if (sameBuild != null) {
            return "this build is approved, but with another configuration: " + sameBuild.config() + " by "
                    + sameBuild.said();
        }
        return "neither this configuration nor this build is approved";
    }

    /** Appends an approval; it is on the disk before the caller goes on. */
    void add(Approval approval) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // A line that somebody left without its end would swallow this one.
        boolean unended = !read().isEmpty()
                && !Files.readString(file, StandardCharsets.US_ASCII).endsWith("\n");
        String line = (unended ? "\n" : "") + approval.line() + "\n";
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(OWNERS))) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private List<Approval> read() {
        List<Approval> approvals = new ArrayList<>();
        if (Files.notExists(file)) {
            return approvals;
        }
        requireOwners();
        int number = 0;
        for (String line : lines()) {
            number++;
            try {
                approvals.add(Approval.parse(line));
            } catch (IllegalArgumentException e) {
                throw new RunFailure(ExitCode.USAGE, file + ":" + number + ":1: error: no approval: " + e.getMessage());
            }
        }
        return approvals;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (MalformedInputException e) {
            throw new RunFailure(ExitCode.USAGE, file + ":1:1: error: not a file of approvals: " + e.getMessage());
        } catch (IOException e) {
            throw new RunFailure(ExitCode.ENVIRONMENT, "mnvh: the approvals cannot be read: " + e);
        }
    }

    private void requireOwners() {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new RunFailure(
                        ExitCode.USAGE,
                        "mnvh: " + file + " can be reached by group or others, who could approve; chmod 600 " + file);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new RunFailure(ExitCode.ENVIRONMENT, "mnvh: the approvals' rights cannot be told: " + e);
        }
    }
}
