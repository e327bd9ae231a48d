package mnvh.daemon;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mnvh bench} was asked for.
 *
 * @param groups names of what to measure, in the order given
 * @param brief true for the short form
 * @param page where the figures go besides the screen, or null
 */
public record BenchOptions(
        List<String> groups, boolean brief, @Nullable Path page) {}
