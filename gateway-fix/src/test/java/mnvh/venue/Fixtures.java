package mnvh.venue;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.MarkSource;
import mnvh.config.Regime;
import mnvh.config.SimulatorConfig;
import mnvh.config.StepConfig;
import mnvh.units.DecimalText;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** Instruments and settings that the tests of this package share. */
final class Fixtures {
    static final long SECOND = 1_000_000_000L;
    static final long START_NS = 1_700_000_000L * SECOND;

    private Fixtures() {}

    static long n(String decimal) {
        return DecimalText.parse(decimal);
    }

    /** Tick 0.01, increment 0.001, minimum 0.002, maximum 1000, at least 5 of money. */
    static Instrument instrument(int index, String symbol) {
        return new Instrument(
                index,
                symbol,
                InstrumentKind.LINEAR_PERP,
                "USD",
                n("0.01"),
                n("0.001"),
                n("1"),
                n("0.002"),
                n("1000"),
                n("5"),
                100_000_000_000L);
    }

    static Universe universe(String... symbols) {
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            instruments.add(instrument(instruments.size(), symbol));
        }
        return new Universe(instruments);
    }

    static Universe universe(int size) {
        String[] symbols = new String[size];
        for (int i = 0; i < size; i++) {
            symbols[i] = "S" + i;
        }
        return universe(symbols);
    }

    /** What {@code config/venues/simulator.yaml} recommends, without latency and rejects. */
    static SimulatorConfig simulator(Regime regime, long seed, int quotesPerStep) {
        return new SimulatorConfig(
                seed,
                regime,
                0.4,
                0.001,
                0.004,
                100_000_000L,
                5,
                n("2000"),
                quotesPerStep,
                0,
                0,
                8 * SECOND,
                0.0001,
                1);
    }

    /** Two levels of 10 contracts at about 100.00; spread as quoted. */
    static SimulatorConfig shallow(long latencyNs, double rejectRatio) {
        return new SimulatorConfig(7, Regime.REVERT, 0.4, 0, 0, 0, 2, n("1000"), 1, latencyNs, rejectRatio, 0, 0, 1);
    }

    static StepConfig steps() {
        return new StepConfig(SECOND, 2 * SECOND, 0, 0.8, MarkSource.MID);
    }
}
