package mnvh.strategy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * A shared data set as marks at 1e-8: one row per step, one column per instrument, 0 where there is no price.
 *
 * @param marks by step and instrument
 */
record RecordedPanel(long[][] marks) {
    private static final Path DATA =
            Path.of(System.getProperty("mnvh.root", "..")).resolve("../shared/data");

    /** Reads closes; a test that needs what is not there is skipped, and says so. */
    static RecordedPanel closes(String name) {
        List<long[]> marks = new ArrayList<>();
        for (String[] cells : rows(name)) {
            long[] row = new long[cells.length - 1];
            for (int i = 0; i < row.length; i++) {
                row[i] = new BigDecimal(cells[i + 1])
                        .movePointRight(8)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
            }
            marks.add(row);
        }
        return new RecordedPanel(marks.toArray(new long[0][]));
    }

    /** Reads price relatives: every path starts at 1 and goes on by products. */
    static RecordedPanel relatives(String name) {
        List<long[]> marks = new ArrayList<>();
        double[] level = null;
        for (String[] cells : rows(name)) {
            if (level == null) {
                level = new double[cells.length - 1];
                java.util.Arrays.fill(level, 1.0);
                marks.add(fixed(level));
            }
            for (int i = 0; i < level.length; i++) {
                level[i] *= Double.parseDouble(cells[i + 1]);
            }
            marks.add(fixed(level));
        }
        return new RecordedPanel(marks.toArray(new long[0][]));
    }

    private static long[] fixed(double[] level) {
        long[] row = new long[level.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = StepFixture.fixed(level[i]);
        }
        return row;
    }

    private static List<String[]> rows(String name) {
        Path file = DATA.resolve(name).normalize();
        Assumptions.assumeTrue(Files.exists(file), "skipped: no " + name + " beside the project");
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    int steps() {
        return marks.length;
    }

    int size() {
        return marks[0].length;
    }

    /** The same with a price missing here and there, alone and in runs, in at most one instrument of six a step. */
    RecordedPanel withHoles() {
        long[][] holed = new long[marks.length][];
        for (int k = 0; k < marks.length; k++) {
            holed[k] = marks[k].clone();
            for (int i = 0; i < holed[k].length; i++) {
                boolean alone = (k * 7 + i * 13) % 59 == 0;
                boolean run = (k / 9 + i * 5) % 31 == 0;
                if (alone || run) {
                    holed[k][i] = 0;
                }
            }
        }
        return new RecordedPanel(holed);
    }
}
