package mnvh.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much a session takes on disk, as its files say. */
final class DiskUse {
    private DiskUse() {}

    /** @return bytes of all files below {@code folder}; NaN where they cannot be read */
    static double bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
