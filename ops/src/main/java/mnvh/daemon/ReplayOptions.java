package mnvh.daemon;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code mnvh replay}.
 *
 * @param session the recorded session
 * @param verify true when every outbound byte must be equal
 * @param until last inbound sequence to replay; {@link Long#MAX_VALUE} for all
 * @param with overrides of the recorded configuration, {@code section.key=value}; excludes {@code verify}
 * @param diff another session whose outbound stream is compared with this one's, or null
 */
public record ReplayOptions(
        Path session,
        boolean verify,
        long until,
        List<String> with,
        @Nullable Path diff) {
    public ReplayOptions {
        with = List.copyOf(with);
    }
}
