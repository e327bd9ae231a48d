package mnvh.journal;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the queue files that a writer has left end, so that they can be cut when it closes. One thread. */
final class FileEnds {
    private final Path folder;
    private final Map<Path, Long> ends = new LinkedHashMap<>();

    FileEnds(Path folder) {
        this.folder = folder;
    }

    /** Notes a file that is written no more, null for none. */
    void left(@Nullable File file, long end) {
        if (file != null) {
            ends.put(file.toPath(), end);
        }
    }

    /** Cuts every noted file; none may be mapped for writing any more. */
    void trim() {
        for (Map.Entry<Path, Long> file : ends.entrySet()) {
            SessionEnd.trim(folder, file.getKey(), file.getValue());
        }
    }
}
