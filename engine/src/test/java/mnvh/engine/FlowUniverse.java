package mnvh.engine;

import java.util.List;
import mnvh.units.FixedPoint;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** Instruments 0 and 1 are perpetuals in dollars, 2 is one in euro; a contract is one unit, margin is ten percent. */
final class FlowUniverse {
    private FlowUniverse() {}

    static Universe create() {
        return new Universe(List.of(perpetual(0, "USD"), perpetual(1, "USD"), perpetual(2, "EUR")));
    }

    private static Instrument perpetual(int index, String currency) {
        return new Instrument(
                index,
                "SYM" + index,
                InstrumentKind.LINEAR_PERP,
                currency,
                1_000_000,
                100_000,
                FixedPoint.SCALE,
                0,
                Long.MAX_VALUE / 4,
                0,
                FixedPoint.RATE_SCALE / 10);
    }
}
