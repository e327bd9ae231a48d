package mnvh.ledger;

import mnvh.config.LotsConfig;
import mnvh.units.HotPath;

/** Position, lots and realised profit of one instrument at one moment. Core thread only; allocates nothing. */
@HotPath
final class LotState {
    final Lots lots;
    long position;
    long realised;

    LotState(LotsConfig config) {
        lots = new Lots(config.method(), config.maxPerInstrument());
    }

    /** Becomes what {@code other} is. */
    void copy(LotState other) {
        lots.copy(other.lots);
        position = other.position;
        realised = other.realised;
    }

    /** Books a fill; throws {@link ArithmeticException} where a number leaves 64 bits, and then is of no more use. */
    void fill(LotMove move, long id, long quantity, long paid, long lotFee, long timestampNs) {
        move.plan(lots, position, quantity, paid, lotFee);
        realised = Math.addExact(realised, move.gain());
        position = Math.addExact(position, quantity);
        move.apply(lots, id, timestampNs);
    }
}
