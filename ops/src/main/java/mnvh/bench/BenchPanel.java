package mnvh.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mnvh.units.DecimalText;
import mnvh.universe.Universe;
import mnvh.venue.Panel;
import mnvh.venue.PanelReader;

/** A panel of closes that revert to their anchors: the same on every machine, written as a file and read like any. */
final class BenchPanel {
    private static final long TICK = 1_000_000;
    private static final long ANCHOR = 10_000_000_000L;
    private static final long START_MS = 1_800_000_000_000L;
    private static final long STEP_MS = BenchRun.STEP_NS / 1_000_000;

    private BenchPanel() {}

    /** @return {@code rows} bars, a second each, of every instrument */
    static Panel of(Universe universe, int rows, Path folder) throws IOException {
        int size = universe.size();
        long[] price = new long[size];
        StringBuilder line = new StringBuilder("open_time_ms");
        for (int i = 0; i < size; i++) {
            price[i] = ANCHOR + i * 50 * TICK;
            line.append(',').append(universe.get(i).symbol());
        }
        Path file = folder.resolve("panel.csv");
        long random = 42;
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (int row = 0; row < rows; row++) {
                writer.append(line).append('\n');
                line.setLength(0);
                line.append(START_MS + row * STEP_MS);
                for (int i = 0; i < size; i++) {
                    random = random * 6364136223846793005L + 1442695040888963407L;
                    // Large enough for its reversion to pay the fees, which the throttle asks for.
                    long move = ((random >>> 33) % 41 - 20) * 3 * TICK;
                    price[i] += move + (ANCHOR + i * 50 * TICK - price[i]) / 4 / TICK * TICK;
                    line.append(',');
                    DecimalText.append(line, price[i], 8);
                }
            }
            writer.append(line).append('\n');
        }
        return PanelReader.read(file, false);
    }
}
