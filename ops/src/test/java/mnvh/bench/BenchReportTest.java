package mnvh.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    private static final Figure POSTING = Figure.of(
                    "posting", Unit.NS, new Samples(new double[] {50, 22}, new double[] {20, 21, 30}))
            .against("two products", new Samples(new double[0], new double[] {10}))
            .aiming(Goal.most(25));

    private static BenchReport report(boolean brief) {
        Machine machine = new Machine("CPU", 2, 8L << 30, "Linux 6", "17.0.1", 17, "G1", List.of("-Xmx1g"));
        BenchReport.Group group = new BenchReport.Group("ledger", "booking", 3.2, List.of(POSTING));
        return new BenchReport(machine, "2026-01-02T03:04:05Z", 0.5, Double.NaN, brief, List.of(group));
    }

    private static String printed(BenchReport report, BiConsumer<BenchReport, PrintWriter> printer) {
        StringWriter text = new StringWriter();
        printer.accept(report, new PrintWriter(text));
        return text.toString();
    }

    @Test
    void tableNamesMachineDateLoadAndJudgesEachFigure() {
        assertEquals("""
                CPU, 2 cores, 8.0 GiB, Linux 6
                Java 17.0.1; collector G1
                Measured 2026-01-02T03:04:05Z, load average 0.50 before and unknown after

                ledger: booking (3 s)
                  figure   measured  spread          limit                ratio  goal      met  warm-up
                  posting  21 ns     20 ns .. 30 ns  10 ns, two products  2.1x   <= 25 ns  yes  50 ns -> 22 ns
                """, printed(report(false), BenchTable::print));
    }

    @Test
    void shortFormSaysThatItsNumbersMeanNothing() {
        String table = printed(report(true), BenchTable::print);

        assertTrue(table.contains("its numbers mean nothing"), table);
        assertTrue(!table.contains(" yes "), table);
    }

    @Test
    void markdownIsATableBehindTheMachine() {
        assertEquals("""
                - CPU, 2 cores, 8.0 GiB, Linux 6
                - Java 17.0.1; collector G1
                - Measured 2026-01-02T03:04:05Z, load average 0.50 before and unknown after

                | figure | measured | spread | limit | ratio | goal | met | warm-up |
                |---|---|---|---|---|---|---|---|
                | posting | 21 ns | 20 ns .. 30 ns | 10 ns, two products | 2.1x | <= 25 ns | yes | 50 ns -> 22 ns |
                """, BenchTable.markdown(report(false)));
    }

    @Test
    void jsonHoldsEveryRepetition() {
        String json = printed(report(false), BenchJson::print).replaceAll("\\s+", "");

        assertEquals(
                "{\"machine\":{\"cpu\":\"CPU\",\"cores\":2,\"memory_bytes\":8589934592,\"system\":\"Linux6\"},"
                        + "\"jvm\":{\"java\":\"17.0.1\",\"collector\":\"G1\",\"flags\":[\"-Xmx1g\"]},"
                        + "\"date\":\"2026-01-02T03:04:05Z\",\"load_before\":0.5,\"load_after\":null,\"brief\":false,"
                        + "\"groups\":[{\"name\":\"ledger\",\"summary\":\"booking\",\"seconds\":3.2,\"figures\":["
                        + "{\"name\":\"posting\",\"unit\":\"ns\",\"median\":21.0,\"warm_up\":[50.0,22.0],"
                        + "\"repetitions\":[20.0,21.0,30.0],"
                        + "\"limit\":{\"name\":\"twoproducts\",\"median\":10.0,\"warm_up\":[],\"repetitions\":[10.0]},"
                        + "\"ratio\":2.1,"
                        + "\"goal\":{\"text\":\"<=25ns\",\"bound\":25.0,\"of_limit\":false},\"met\":true}]}]}",
                json);
    }

    @Test
    void machineKnowsItself() {
        Machine here = Machine.here();
        assertTrue(here.cores() > 0 && here.memoryBytes() > 0, here::toString);
        assertEquals(Runtime.version().feature(), here.feature());
        assertTrue(!here.cpu().isBlank() && !here.collector().isBlank(), here::text);
    }
}
