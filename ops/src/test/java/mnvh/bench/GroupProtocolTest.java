package mnvh.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupProtocolTest {
    private static final Figure JUDGED = Figure.of(
                    "step, n=200", Unit.US, new Samples(new double[] {31.5, 1.0 / 3}, new double[] {0.1 + 0.2, 4e-9}))
            .against("sum of its parts", new Samples(new double[0], new double[] {7}))
            .aiming(Goal.mostTimesLimit(1.5));
    private static final Figure PLAIN =
            Figure.of("bytes", Unit.BYTES, new Samples(new double[] {Double.NaN}, new double[] {0}));

    private static Benchmark measuring(Figure... figures) {
        return new Benchmark() {
            @Override
            public String name() {
                return "made";
            }

            @Override
            public String summary() {
                return "made up";
            }

            @Override
            public void run(Meter meter) throws Exception {
                meter.sideBySide("warming", () -> new double[] {1});
                for (Figure figure : figures) {
                    meter.figure(figure);
                }
            }
        };
    }

    private static List<String> lines(Figure... figures) throws Exception {
        StringWriter text = new StringWriter();
        GroupOutput.run(measuring(figures), true, new PrintWriter(text));
        return text.toString().lines().toList();
    }

    private static List<Figure> read(List<String> lines) {
        GroupInput input = new GroupInput((what, fraction) -> {});
        lines.forEach(input::accept);
        return input.figures();
    }

    @Test
    void everyBitOfAFigureArrives() throws Exception {
        List<Figure> arrived = read(lines(JUDGED, PLAIN));

        assertEquals(2, arrived.size());
        assertSame(JUDGED, arrived.get(0));
        assertSame(PLAIN, arrived.get(1));
    }

    @Test
    void progressArrives() throws Exception {
        List<String> heard = new ArrayList<>();
        GroupInput input = new GroupInput((what, fraction) -> heard.add(what + " " + fraction));
        lines(PLAIN).forEach(input::accept);

        assertEquals(List.of("warming 0.5", "warming 1.0"), heard);
    }

    @Test
    void missingEndIsAFailure() throws Exception {
        List<String> lines = lines(JUDGED);
        assertThrows(BenchException.class, () -> read(lines.subList(0, lines.size() - 1)));
    }

    @Test
    void lostFigureIsAFailure() throws Exception {
        List<String> lines = new ArrayList<>(lines(JUDGED, PLAIN));
        lines.removeIf(line -> line.startsWith("figure\tbytes"));
        assertThrows(BenchException.class, () -> read(lines));
    }

    @Test
    void anyShortenedLineIsAFailure() throws Exception {
        String line = FigureLine.write(JUDGED);
        for (int length = line.lastIndexOf('\t') + 1; length >= 0; length--) {
            String cut = line.substring(0, length);
            assertThrows(BenchException.class, () -> read(List.of(cut, "end\t1")), cut);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "WARNING: something",
                "at\t0.5",
                "at\tsoon\tx",
                "at\t1.5\tx",
                "end\t1",
                "end\tx",
                "figure\ta\tNS\t-\t\t1\t\t-\t-",
                "figure\ta\tMILES\t-\t\t1\t1\t-\t-",
                "figure\ta\tNS\tMOST\t\t1\t1\t-\t-",
                "figure\ta\tNS\tMOST 1 2\t\t1\t1\t-\t-",
                "figure\ta\tNS\tMOST_TIMES_LIMIT 2.0\t\t1\t1\t-\t-",
                "figure\ta\tNS\t-\t\t1\t1,5\t-\t-",
                "figure\ta\tNS\t-\t\t1\t1\t-\t-\tmore",
            })
    void damagedLineIsAFailure(String line) {
        GroupInput input = new GroupInput((what, fraction) -> {});
        assertThrows(BenchException.class, () -> input.accept(line));
    }

    @Test
    void wordsBehindTheEndAreAFailure() {
        assertThrows(BenchException.class, () -> read(List.of("end\t0", "at\t0.5\tx")));
    }

    @Test
    void nameThatBreaksTheLineIsRefusedWhereItIsMade() {
        Figure figure = Figure.of("two\tnames", Unit.NS, new Samples(new double[0], new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> FigureLine.write(figure));
    }

    private static void assertSame(Figure expected, Figure actual) {
        assertEquals(expected.name(), actual.name());
        assertEquals(expected.unit(), actual.unit());
        assertEquals(expected.goal(), actual.goal());
        assertEquals(expected.limitName(), actual.limitName());
        assertSame(expected.samples(), actual.samples());
        assertSame(expected.limit(), actual.limit());
    }

    private static void assertSame(@Nullable Samples expected, @Nullable Samples actual) {
        if (expected == null || actual == null) {
            assertNull(expected);
            assertNull(actual);
            return;
        }
        assertArrayEquals(expected.warmUp(), actual.warmUp());
        assertArrayEquals(expected.values(), actual.values());
    }
}
