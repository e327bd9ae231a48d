package mnvh.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class BenchmarksTest {
    private static final int SUMMARY = 100;

    static Stream<String> names() {
        return Benchmarks.all().stream().map(Benchmark::name);
    }

    @Test
    void namesAndSummariesAreUniqueAndShort() {
        Set<String> seen = new HashSet<>();
        for (Benchmark benchmark : Benchmarks.all()) {
            assertTrue(benchmark.name().matches("[a-z]+"), benchmark.name());
            assertTrue(seen.add(benchmark.name()), () -> "twice: " + benchmark.name());
            assertTrue(seen.add(benchmark.summary()), () -> "twice: " + benchmark.summary());
            assertFalse(benchmark.summary().isBlank(), benchmark.name());
            assertTrue(benchmark.summary().length() <= SUMMARY, benchmark.summary());
            assertEquals(benchmark, Benchmarks.named(benchmark.name()));
        }
        assertThrows(IllegalArgumentException.class, () -> Benchmarks.named("nothing"));
    }

    /** The short form of every group runs in a JVM of its own, as the long one does, and its figures are finite. */
    @ParameterizedTest
    @MethodSource("names")
    void shortFormRuns(String name) throws Exception {
        List<String> command = new ArrayList<>(
                Fork.like("mnvh.daemon.BenchProcess", Benchmarks.named(name).jvmFlags(), List.of(name, "brief")));
        // As the launcher says it: where the shipped configuration is.
        command.add(
                1,
                "-Dmnvh.home="
                        + Path.of(System.getProperty("mnvh.root", ".."))
                                .toAbsolutePath()
                                .normalize());
        List<Figure> figures = new Fork(command, 120).run((what, fraction) -> {});

        assertFalse(figures.isEmpty(), name);
        Set<String> seen = new HashSet<>();
        for (Figure figure : figures) {
            assertTrue(seen.add(figure.name()), () -> "twice: " + figure.name());
            double median = figure.samples().median();
            assertTrue(Double.isFinite(median) && median >= 0, () -> figure.name() + ": " + median);
            assertTrue(figure.limit() == null || figure.limit().median() > 0, figure.name());
        }
    }
}
