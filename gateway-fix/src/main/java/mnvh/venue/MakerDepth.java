package mnvh.venue;

import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.universe.Instrument;

/**
 * How deep the market makers quote.
 *
 * @param levels price levels on each side
 * @param levelNotional value resting on each level, at 10^-8
 */
record MakerDepth(int levels, long levelNotional) {
    /** @return distance between two levels: half the spread down to the tick, at least one tick */
    long apart(Instrument instrument, long bid, long ask) {
        long half = (ask - bid) / 2;
        return Math.max(instrument.tickSize(), half - half % instrument.tickSize());
    }

    /** @return quantity of a level at {@code price}, truncated to the size increment, at least one increment */
    long quantity(Instrument instrument, long price) {
        double contracts = (double) levelNotional / price / FixedPoint.toDouble(instrument.multiplier());
        double bounded = Math.min(contracts, FixedPoint.toDouble(instrument.maxQuantity()));
        long quantity = instrument.truncateToIncrement(FixedPoint.fromDouble(bounded, Rounding.TOWARDS_ZERO));
        return Math.max(quantity, instrument.sizeIncrement());
    }
}
