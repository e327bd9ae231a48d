package mnvh.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import mnvh.journal.RecordSeal;
import mnvh.journal.SessionFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same events give the same bytes: backtest against replay, twice over, and in another locale and time zone. */
class DeterminismTest {
    private static final String[] LIMITED = {
        "step.interval_s=86400",
        "step.staleness_limit_ms=86400000",
        "strategy.neutrality.mode=driver",
        "strategy.neutrality.window_steps=30",
        "strategy.weights.scheme=inverse-vol",
        "strategy.weights.lookback_steps=20",
        "strategy.rho.window_steps=20",
        "strategy.throttle.rho=true",
        "strategy.throttle.trend=true",
        "risk.max_gross_leverage_ratio=1.0",
        "risk.max_margin_usage_ratio=0.5",
        "fees.taker_bps=5",
        "self_financing.cash_floor=0",
    };

    @TempDir
    private Path folder;

    @Test
    void backtestReplaysToTheSameBytes() throws IOException {
        Path session = Runs.backtest("literal-backtest.yaml", Runs.panel(folder, 300, 20), false, folder, LIMITED);
        Replay.Result result = Runs.replay(session);
        assertTrue(result.matches(), String.valueOf(result));
        assertTrue(result.frames() > 1000, "the run did something: " + result);
    }

    /** One number for every Java, machine and locale; a change of any journaled bit is a change of behaviour. */
    @Test
    void c18_headHashIsTheSameEverywhere() throws IOException {
        Path session = Runs.backtest("literal-backtest.yaml", Runs.panel(folder, 120, 10), false, folder, LIMITED);
        assertEquals("005c2e8bd522f851", RecordSeal.hex(Runs.replay(session).head()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shrinkage-markowitz", "capitalisation", "diversity", "entropy", "quadratic"})
    void everySchemeReplaysToTheSameBytesWithFadingEstimators(String scheme) throws IOException {
        String[] sets = Arrays.copyOf(LIMITED, LIMITED.length + 3);
        sets[LIMITED.length] = "strategy.weights.scheme=" + scheme;
        sets[LIMITED.length + 1] = "strategy.neutrality.averaging=ewma";
        sets[LIMITED.length + 2] = "strategy.rho.variance_ratio_horizons=[2, 10]";
        Path session = Runs.backtest("literal-backtest.yaml", Runs.panel(folder, 120, 10), false, folder, sets);
        Replay.Result result = Runs.replay(session);
        assertTrue(result.matches(), String.valueOf(result));
        assertTrue(result.frames() > 300, "the run did something: " + result);
    }

    @Test
    void nextCloseBacktestReplaysToTheSameBytes() throws IOException {
        Path session = Runs.backtest(
                "strict-backtest.yaml",
                Runs.panel(folder, 200, 12),
                false,
                folder,
                "execution.fill=next-close",
                "fees.taker_bps=5");
        assertTrue(Runs.replay(session).matches());
    }

    @Test
    void localeAndTimeZoneChangeNothing() throws IOException {
        Path panel = Runs.panel(folder, 200, 12);
        Path here = Runs.backtest("literal-backtest.yaml", panel, false, folder, LIMITED);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Path there = Runs.backtest("literal-backtest.yaml", panel, false, folder, LIMITED);
            assertEquals(Runs.replay(here).head(), Runs.replay(there).head());
            assertTrue(Runs.replay(here).matches());
            try (SessionFolder first = SessionFolder.open(here);
                    SessionFolder second = SessionFolder.open(there)) {
                assertTrue(Replay.compare(first, second).matches());
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherConfigurationIsSeenAtOnce() throws IOException {
        Path session = Runs.backtest("literal-backtest.yaml", Runs.panel(folder, 100, 12), false, folder, LIMITED);
        try (SessionFolder recorded = SessionFolder.open(session)) {
            Replay.Result result =
                    Replay.run(recorded, Long.MAX_VALUE, ReplayOverrides.of(List.of("strategy.inventory_leash=0.79")));
            assertFalse(result.matches());
            assertTrue(String.valueOf(result.difference()).contains("frame"), result.difference());
        }
    }
}
