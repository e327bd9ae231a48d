package mnvh.daemon;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who asks a running daemon, why, and where it is; the same for every verb that asks. */
final class ControlFlags {
    private static final int KEY_BYTES = 16;

    @Mixin
    private DaemonFlag daemon = new DaemonFlag();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who asks; at most 32 characters.")
    private String operator = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; at most 96 characters.")
    private String reason = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Name of the request: sent again it asks nothing new (default: a new one).")
    private String key = "";

    /** @return a request of theirs at {@code path}, which is not sent yet */
    ControlRequest request(String path) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("operator", operator);
        fields.put("reason", reason);
        return new ControlRequest(daemon.client(), path, key.isEmpty() ? freshKey() : key, fields);
    }

    private static String freshKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
