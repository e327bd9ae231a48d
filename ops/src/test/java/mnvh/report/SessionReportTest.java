package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mnvh.journal.JournalException;
import mnvh.stats.Performance;
import mnvh.units.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReportTest {
    @TempDir
    Path folder;

    @Test
    void everyComponentAndTheEquityAreExact() {
        Summary summary =
                SessionReport.read(HandMadeSession.traded(folder), 252).summary();

        assertEquals("10000", summary.initialEquity());
        assertEquals("9986.4971", summary.finalEquity());
        assertEquals("0", summary.residual());
        assertEquals("-10.00000000", text(summary, "mtm"));
        assertEquals("-404.00000000", text(summary, "trading_cashflow"));
        assertEquals("-1.10000000", text(summary, "edge"));
        assertEquals("-2.40390000", text(summary, "fee"));
        assertEquals("0.00100000", text(summary, "funding"));
        assertEquals(3, summary.counts().get("steps"));
        assertEquals(3, summary.counts().get("fills"));
        assertEquals("000000000000abcf", summary.stateHash());
        assertTrue(Double.isNaN(summary.feeToGross()), "nothing was earned before fees");
    }

    @Test
    void turnoverIsTradedAtTheMarkOverEquityBeforeTheTrades() {
        Summary summary =
                SessionReport.read(HandMadeSession.traded(folder), 252).summary();

        // Step 1 trades 1000 + 1000 of 10000, step 2 trades 404 of 9987.0999; step 0 has no return.
        assertEquals((0.2 + 404 / 9987.0999) / 2 * 252, summary.turnoverPerYear(), 1e-9);
    }

    @Test
    void equityOfAStepIsTheLastOneBeforeTheNextStep() throws IOException {
        SessionReport report = SessionReport.read(HandMadeSession.traded(folder), 252);
        report.writeTo(folder.resolve("out"));

        List<String> rows = Files.readAllLines(folder.resolve("out/steps.csv"));
        List<String> header = List.of(rows.get(0).split(",", -1));
        assertEquals("9997.0999", rows.get(2).split(",", -1)[header.indexOf("equity_after")]);
        assertEquals("9986.4971", rows.get(3).split(",", -1)[header.indexOf("equity_after")]);
        Performance performance = report.summary().performance();
        assertNotNull(performance);
        assertEquals(2, performance.steps());
        assertEquals(0.99864971, performance.finalRatio(), 1e-15);
    }

    @Test
    void differenceBetweenStatedAndBookedEquityIsAResidual() {
        Path path;
        try (HandMadeSession s = new HandMadeSession(folder)) {
            s.step("100").write();
            s.step("101.00000003").with(Component.MTM, 0, "1").write();
            path = s.path();
        }
        assertEquals("0.00000003", SessionReport.read(path, 252).summary().residual());
    }

    @Test
    void figuresOfTheReferenceCurve() throws IOException {
        Path path;
        try (HandMadeSession s = new HandMadeSession(folder)) {
            s.step("100").write();
            s.step("101").with(Component.MTM, 0, "1").write();
            s.step("100.5").with(Component.MTM, 0, "-0.5").write();
            s.step("102").with(Component.MTM, 0, "1.5").write();
            s.step("99").with(Component.MTM, 0, "-3").write();
            s.step("103").with(Component.MTM, 0, "4").write();
            path = s.path();
        }
        SessionReport report = SessionReport.read(path, 252);
        Performance p = report.summary().performance();
        assertNotNull(p);
        assertEquals(1.03, p.finalRatio(), 1e-12);
        assertEquals(3.43604685987, p.cagr(), 1e-10);
        assertEquals(0.408827881177, p.volatility(), 1e-11);
        assertEquals(3.81760790426, p.sharpe(), 1e-10);
        assertEquals(0.0294117647059, p.maxDrawdown(), 1e-12);

        report.writeTo(folder.resolve("out"));
        String json = Files.readString(folder.resolve("out/summary.json"));
        assertTrue(json.contains("\"final_wealth\": " + p.finalRatio() + ","), json);
        assertTrue(json.contains("\"sharpe\": " + p.sharpe() + ","), json);
        assertTrue(json.contains("\"turnover_per_year\": 0.0,"), json);
        assertTrue(json.contains("\"fee_to_gross\": -0.0") || json.contains("\"fee_to_gross\": 0.0"), json);
        assertTrue(json.contains("\"initial_equity\": \"100\""), json);
        assertEquals(HandMadeSession.CONFIG, Files.readString(folder.resolve("out/config.yaml")));
    }

    @Test
    void yearFollowsFromTheSpacingOfTheSteps() {
        assertEquals(
                365,
                SessionReport.read(HandMadeSession.traded(folder), SessionReport.FROM_SPACING)
                        .summary()
                        .periodsPerYear());
        long day = HandMadeSession.DAY_NS;
        assertEquals(252, PeriodsPerYear.of(List.of(0L, day, 4 * day)));
        assertEquals(8760, PeriodsPerYear.of(List.of(0L, day / 24, day / 12)));
        assertTrue(Double.isNaN(PeriodsPerYear.of(List.of(0L))));
    }

    @Test
    void componentsAreListedPerStepAndPerInstrument() throws IOException {
        SessionReport.read(HandMadeSession.traded(folder), 252).writeTo(folder.resolve("out"));

        List<String> rows = Files.readAllLines(folder.resolve("out/components.csv"));
        assertTrue(rows.contains(",,fee,-2.40390000"), rows::toString);
        assertTrue(rows.contains(",A,fee,-1.40430000"), rows::toString);
        assertTrue(rows.contains("1,,fee,-2.0001"), rows::toString);
        assertTrue(rows.contains("2,,funding,0.001"), rows::toString);
    }

    @Test
    void fillsAreListedWithTheirStep() throws IOException {
        SessionReport.read(HandMadeSession.traded(folder), 252).writeTo(folder.resolve("out"));

        List<String> rows = Files.readAllLines(folder.resolve("out/fills.csv"));
        assertEquals(4, rows.size());
        assertTrue(rows.get(2).contains(",1,4,B,sell,taker,20,49.98,50,"), rows.get(2));
    }

    @Test
    void undefinedFiguresPrintAsNotAvailable() {
        Path path;
        try (HandMadeSession s = new HandMadeSession(folder)) {
            s.step("100").write();
            path = s.path();
        }
        Summary summary = SessionReport.read(path, SessionReport.FROM_SPACING).summary();
        assertTrue(print(summary, OutputFormat.TABLE).contains("sharpe                      n/a\n"));
        assertTrue(print(summary, OutputFormat.JSON).contains("\"sharpe\": null,"));
        assertTrue(print(summary, OutputFormat.CSV).contains("\nsharpe,\n"));
    }

    @Test
    void folderWithoutASessionIsRefused() {
        assertThrows(JournalException.class, () -> SessionReport.read(folder, 252));
    }

    private static String print(Summary summary, OutputFormat format) {
        StringWriter text = new StringWriter();
        summary.print(new PrintWriter(text), format);
        return text.toString();
    }

    private static String text(Summary summary, String component) {
        return String.valueOf(summary.components().get(component));
    }
}
