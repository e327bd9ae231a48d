package mnvh.venue;

import static mnvh.venue.Fixtures.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelReaderTest {
    private static final long HOUR_MS = 3_600_000;
    private static final long T0_MS = 1_757_757_600_000L;

    @TempDir
    Path folder;

    @Test
    void datesCloseAtMidnightAndEmptyCellsHaveNoPrice() throws IOException {
        Panel panel = PanelReader.read(file("p.csv", "date,A,B\n1990-01-02,0.264,\n1990-01-05,1.5,2\n"), false);
        assertEquals(List.of("A", "B"), panel.symbols());
        assertEquals(2, panel.rows());
        assertEquals(Panel.timeNs("1990-01-02"), panel.closeNs(0));
        assertEquals(3 * Panel.DAY_NS, panel.closeNs(1) - panel.closeNs(0));
        assertEquals(Panel.DAY_NS, panel.intervalNs());
        assertEquals(n("0.264"), panel.close(0, 0));
        assertEquals(0, panel.close(0, 1));
        assertEquals(n("2"), panel.close(1, 1));
        assertFalse(panel.hasVolume() || panel.hasRange());
    }

    @Test
    void relativesBecomeAPathThatStartsAtOne() throws IOException {
        Panel panel = PanelReader.read(file("r.csv", "t,A\n1,1.01515\n2,0.98905\n3,0.00001\n4,1e4\n"), true);
        assertEquals(5, panel.rows());
        assertEquals(0, panel.closeNs(0));
        assertEquals(Panel.DAY_NS, panel.closeNs(1));
        assertEquals(n("1"), panel.close(0, 0));
        assertEquals(n("1.01515"), panel.close(1, 0));
        // 1.01515 * 0.98905 = 1.0040341075
        assertEquals(n("1.00403411"), panel.close(2, 0));
        assertEquals(n("0.00001004"), panel.close(3, 0));
        // The product went on unrounded: 0.000010040341075 * 10000.
        assertEquals(n("0.10040341"), panel.close(4, 0));
    }

    @Test
    void epochMillisecondsNameTheOpenAndGzipIsRecognised() throws IOException {
        String text = "\uFEFFopen_time_ms,A\r\n" + T0_MS + ",115882.70\r\n" + (T0_MS + 2 * HOUR_MS) + ",1e5\r\n"
                + (T0_MS + 3 * HOUR_MS) + ",0.00000001\r\n";
        Panel panel = PanelReader.read(gzip("close.csv.gz", text), false);
        assertEquals(HOUR_MS * 1_000_000, panel.intervalNs());
        assertEquals((T0_MS + HOUR_MS) * 1_000_000, panel.closeNs(0));
        assertEquals(n("115882.7"), panel.close(0, 0));
        assertEquals(n("100000"), panel.close(1, 0));
        assertEquals(1, panel.close(2, 0));
    }

    @Test
    void everyBadCellIsReportedWithItsPlace() throws IOException {
        Path bad = file(
                "bad.csv",
                "t,AAA,BB\n1,x1,2\n2,1.5,-3\n3,0,1\n4,NaN,1\n5,10000000000.1,1\n6,1e999999999,1\n7,0.000000012345,1\n"
                        + "8,1e-999999999,1\n");
        assertProblems(
                bad,
                List.of(
                        "2:3: error: AAA: not a number: 'x1'",
                        "3:7: error: BB: price must be positive, got -3",
                        "4:3: error: AAA: price must be positive, got 0",
                        "5:3: error: AAA: not a number: 'NaN'",
                        "6:3: error: AAA: price must be at most 10000000000, got 10000000000.1",
                        "7:3: error: AAA: price must be at most 10000000000, got 1E+999999999",
                        "8:3: error: AAA: price is finer than 0.00000001, got 1.2345E-8",
                        "9:3: error: AAA: price is finer than 0.00000001, got 1E-999999999"),
                false);
    }

    @Test
    void pricesWithMoreDecimalsThanTheScaleAreRoundedHalfEven() throws IOException {
        Panel panel = PanelReader.read(file("p.csv", "t,A\n1,12.3400001525879\n2,1.000000005\n3,1.000000015\n"), false);
        assertEquals(n("12.34000015"), panel.close(0, 0));
        assertEquals(n("1"), panel.close(1, 0));
        assertEquals(n("1.00000002"), panel.close(2, 0));
    }

    @Test
    void brokenShapeIsReportedWithItsPlace() throws IOException {
        Path bad = file("bad.csv", "t,A,B\n1,1,2\n2,1\n3,1,2,3\n\n2,1,1\n1,1,1\nx,1,1\n");
        assertProblems(
                bad,
                List.of(
                        "3:1: error: expected 3 cells, found 2",
                        "4:1: error: expected 3 cells, found 4",
                        "7:1: error: the index must increase, got 1 after 2",
                        "8:1: error: index: not an integer: 'x'"),
                false);
        Path dates = file("dates.csv", "date,A\n2020-02-28,1\n2020-02-30,1\n2020-02-28,1\n");
        assertProblems(
                dates,
                List.of(
                        "3:1: error: index: not a date like 2026-01-31: '2020-02-30'",
                        "4:1: error: the index must increase, got 2020-02-28 after 2020-02-28"),
                false);
        assertProblems(
                file("twice.csv", "t,A,B,A,\n1,1,1,1,1\n"),
                List.of(
                        "1:7: error: symbol 'A' stands twice",
                        "1:9: error: a symbol must have 1 to 32 printable ASCII characters and no blanks, got ''"),
                false);
        assertProblems(file("empty.csv", ""), List.of("1:1: error: the file is empty"), false);
        assertProblems(file("bare.csv", "t,A\n"), List.of(" error: the file has no rows"), false);
        assertProblems(file("lone.csv", "t\n1\n"), List.of("1:1: error: the header names no symbols"), false);
        assertProblems(folder.resolve("none.csv"), List.of(" error: no such file"), false);
    }

    @Test
    void relativesThatLeaveThePathUndefinedAreRefused() throws IOException {
        assertProblems(
                file("r.csv", "t,A,B,C,D\n1,1e-5,,1,0\n2,1e-3,1,-1,1\n3,4e-1,1,1,1e11\n"),
                List.of(
                        "2:8: error: B: a missing relative leaves the path undefined",
                        "2:11: error: D: a price relative must be positive, got 0",
                        "3:10: error: C: a price relative must be positive, got -1",
                        "4:3: error: A: the path of relatives reaches 0 at 1e-8",
                        "4:12: error: D: the path of relatives must be at most 10000000000, got 1E+11"),
                true);
    }

    @Test
    void reportStopsAfterTwentyErrors() throws IOException {
        StringBuilder text = new StringBuilder("t,A\n");
        for (int t = 1; t <= 50; t++) {
            text.append(t).append(",bad\n");
        }
        Path bad = file("many.csv", text.toString());
        String report = assertThrows(PanelException.class, () -> PanelReader.read(bad, false))
                .getMessage();
        assertNotNull(report);
        assertEquals(21, report.lines().count());
        assertTrue(report.endsWith("stopped after 20 errors"), report);
    }

    @Test
    void damagedFilesAreRefusedWithOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(gzip("whole.csv.gz", "t,A\n" + "1,1.25\n".repeat(5)));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 12));
        assertProblems(cut, List.of(" error: cannot be read: the compressed data is damaged or cut short"), false);
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {'t', ',', (byte) 0xC3, (byte) 0x28});
        assertProblems(binary, List.of(" error: cannot be read: not UTF-8 text"), false);
    }

    @Test
    void folderGivesRangeVolumeFundingAndRules() throws IOException {
        hourly();
        Panel panel = PanelReader.read(folder, false);
        assertTrue(panel.hasRange() && panel.hasVolume());
        assertEquals(n("99"), panel.open(0, 0));
        assertEquals(n("104"), panel.high(0, 0));
        assertEquals(n("98"), panel.low(0, 0));
        assertEquals(n("7.5"), panel.volume(0, 0));
        assertEquals(
                10_000_000L, panel.rules("B") == null ? 0 : panel.rules("B").tickSize());
        Funding funding = panel.funding();
        assertEquals(2, funding.size());
        assertEquals(panel.closeNs(1), funding.boundaryNs(0));
        assertEquals(0, funding.column(0));
        assertEquals(43_750_000L, funding.rate(0));
        // Four hourly boundaries for each symbol, of which two are known: unknown is not zero.
        assertEquals(6, panel.unknownSettlements());
        assertEquals(1, panel.window(panel.closeNs(3), Long.MAX_VALUE).unknownSettlements());
    }

    @Test
    void filesOfAFolderMustAgree() throws IOException {
        hourly();
        file("high.csv", "open_time_ms,A,B\n" + T0_MS + ",99,\n");
        assertFolderProblem("high.csv:2:15: error: A: high 99 is below the bar's open or close");
        hourly();
        file("low.csv", "open_time_ms,A,B\n" + (T0_MS + 1) + ",98,\n");
        assertFolderProblem(
                "low.csv:2:1: error: index " + (T0_MS + 1) + " differs from row 1 of " + folder.resolve("close.csv"));
        hourly();
        file("volume.csv", "open_time_ms,A,C\n" + T0_MS + ",98,\n");
        assertFolderProblem("volume.csv:1:1: error: the symbols differ from those of " + folder.resolve("close.csv"));
        hourly();
        file("funding.csv", "time_ms,symbol,funding_rate\n" + T0_MS + ",A,2\nx,B,0\n" + T0_MS + ",A,0\n");
        assertFolderProblem("funding.csv:2:17: error: funding_rate: funding rate must be within [-1, 1], got 2");
        hourly();
        file("symbols.csv", "symbol,price_decimals,qty_decimals\nA,9,0\n");
        assertFolderProblem("symbols.csv:2:3: error: decimals or hours: must be within [0, 8], got 9");
        Files.delete(folder.resolve("open.csv"));
        assertFolderProblem("error: open, high and low must be given together");
    }

    @Test
    void volumeInMoneyIsDividedByTheClose() throws IOException {
        file("close.csv", "open_time_ms,A\n" + T0_MS + ",4\n" + (T0_MS + HOUR_MS) + ",0.00000001\n");
        file("quote_volume.csv", "open_time_ms,A\n" + T0_MS + ",10\n" + (T0_MS + HOUR_MS) + ",90000000000\n");
        Panel panel = PanelReader.read(folder, false);
        assertEquals(n("2.5"), panel.volume(0, 0));
        assertEquals(Long.MAX_VALUE, panel.volume(1, 0));
    }

    @Test
    void windowKeepsTheClosesWithinItsBounds() throws IOException {
        Panel panel = PanelReader.read(file("p.csv", "date,A\n2020-01-01,1\n2020-01-02,2\n2020-01-03,3\n"), false);
        Panel window = panel.window("2020-01-02", "2020-01-03T00:00:00Z");
        assertEquals(2, window.rows());
        assertEquals(n("2"), window.close(0, 0));
        assertThrows(PanelException.class, () -> panel.window("2021-01-01", null));
        assertThrows(PanelException.class, () -> panel.window("yesterday", null));
        Panel indexed = PanelReader.read(file("i.csv", "t,A\n1,1\n2,2\n3,3\n"), false);
        assertEquals(n("3"), indexed.window("3", null).close(0, 0));
    }

    /** Four bars; A has prices throughout, B from the second bar on. */
    private void hourly() throws IOException {
        StringBuilder close = new StringBuilder("open_time_ms,A,B\n");
        StringBuilder open = new StringBuilder(close);
        StringBuilder high = new StringBuilder(close);
        StringBuilder low = new StringBuilder(close);
        StringBuilder volume = new StringBuilder(close);
        for (int bar = 0; bar < 4; bar++) {
            long at = T0_MS + bar * HOUR_MS;
            close.append(at).append(",100,").append(bar == 0 ? "" : "10").append('\n');
            open.append(at).append(",99,").append(bar == 0 ? "" : "10").append('\n');
            high.append(at).append(",104,").append(bar == 0 ? "" : "10").append('\n');
            low.append(at).append(",98,").append(bar == 0 ? "" : "10").append('\n');
            volume.append(at).append(",7.5,\n");
        }
        file("close.csv", close.toString());
        file("open.csv", open.toString());
        file("high.csv", high.toString());
        file("low.csv", low.toString());
        file("volume.csv", volume.toString());
        file("symbols.csv", "symbol,price_decimals,qty_decimals,funding_interval_h\nA,2,3,1\nB,1,0,1\n");
        file(
                "funding.csv",
                "time_ms,raw_time_ms,symbol,funding_rate\n"
                        + (T0_MS + 4 * HOUR_MS) + ",0,B,-0.0001\n"
                        + (T0_MS + 2 * HOUR_MS) + ",0,A,0.00004375\n"
                        + (T0_MS + 9 * HOUR_MS) + ",0,A,0.1\n"
                        + (T0_MS + 2 * HOUR_MS) + ",0,OTHER,0.1\n");
    }

    private void assertFolderProblem(String expected) {
        String report = assertThrows(PanelException.class, () -> PanelReader.read(folder, false))
                .getMessage();
        assertNotNull(report);
        assertTrue(report.contains(expected), report);
    }

    private static void assertProblems(Path path, List<String> expected, boolean relatives) {
        String report = assertThrows(PanelException.class, () -> PanelReader.read(path, relatives))
                .getMessage();
        assertEquals(
                String.join("\n", expected.stream().map(e -> path + ":" + e).toList()), report);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }
}
