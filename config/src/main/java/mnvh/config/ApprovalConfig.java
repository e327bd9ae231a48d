package mnvh.config;

import java.nio.file.Path;

/**
 * Whether somebody must have approved exactly this configuration and this build before the daemon starts.
 *
 * @param required true where an unapproved start is refused
 * @param file holds the approvals, one a line; relative to the working directory
 */
public record ApprovalConfig(boolean required, Path file) {
    /** Nobody asks. */
    static final ApprovalConfig NONE = new ApprovalConfig(false, Path.of("run/approvals"));
}
