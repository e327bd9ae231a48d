package mnvh.monitor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The secret of one start: 256 random bits, as 64 hexadecimal digits. */
public final class ControlToken {
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final String text;

    private ControlToken(String text) {
        this.text = text;
    }

    /** @return a new one */
    public static ControlToken create() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ControlToken(HexFormat.of().formatHex(bytes));
    }

    /** @return the secret itself; for its file only */
    public String text() {
        return text;
    }

    /** @return true when an Authorization header bears it; takes as long for a wrong one as for a nearly right one */
    boolean isIn(@Nullable String authorization) {
        String given = authorization != null && authorization.startsWith(SCHEME)
                ? authorization.substring(SCHEME.length())
                : "";
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}
