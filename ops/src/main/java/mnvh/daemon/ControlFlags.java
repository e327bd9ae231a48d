package mnvh.daemon;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who asks a running daemon, why, and where it is; the same for every verb that asks. */
final class ControlFlags {
    private static final int KEY_BYTES = 16;

    @Option(
            names = "--control",
            paramLabel = "DIR",
            description = "Folder with the daemon's control.token and control.address (default: ${DEFAULT-VALUE}).",
            defaultValue = "run")
    private Path folder = Path.of("run");

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who asks; at most 32 characters.")
    private String operator = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; at most 96 characters.")
    private String reason = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Name of the request: sent again it asks nothing new (default: a new one).")
    private String key = "";

    /** @return the daemon */
    ControlClient client() {
        return new ControlClient(new ControlFolder(folder));
    }

    /** @return name of the request */
    String key() {
        if (key.isEmpty()) {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            key = HexFormat.of().formatHex(bytes);
        }
        return key;
    }

    /** @return the fields of a request */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("operator", operator);
        fields.put("reason", reason);
        return fields;
    }
}
