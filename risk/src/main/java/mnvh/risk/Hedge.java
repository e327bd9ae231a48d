package mnvh.risk;

import mnvh.config.NeutralityConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Universe;

/**
 * Hedge instruments take the beta exposure that a list would leave: {@code x_h = -E_after / bhat_h}, in shares.
 *
 * <p>Source: method 4. {@code E_after} is the book's exposure, working orders included, with the list filled. What one
 * instrument cannot take for its clips goes to the others by their shares; one that cannot trade, or whose market beta
 * is within 0.1 of zero, takes nothing. Truncated towards zero, so that no hedge overshoots.
 * Core thread only; allocates nothing after construction.
 */
@HotPath
final class Hedge {
    /** Below it a hedge would need ten times the notional that it takes the exposure of. */
    private static final long SMALLEST_BETA = FixedPoint.RATE_SCALE / 10;

    private final int[] instrument;
    private final long[] share;
    private final boolean[] takes;
    /** Trades of the hedge alone, by instrument of the universe. */
    private final long[] trade;

    private boolean bounded;

    /** Throws {@link IllegalArgumentException} for a symbol that is not in the universe. */
    Hedge(NeutralityConfig config, Universe universe) {
        int n = config.hedge().size();
        instrument = new int[n];
        share = new long[n];
        takes = new boolean[n];
        trade = new long[universe.size()];
        int k = 0;
        // Index order: the order of a map's keys must not decide anything.
        for (int i = 0; i < universe.size(); i++) {
            double part = config.hedgeShare(universe.get(i).symbol());
            if (part > 0) {
                instrument[k] = i;
                share[k] = Book.rate(part);
                k++;
            }
        }
        if (k < n) {
            throw new IllegalArgumentException("strategy.neutrality.hedge names an instrument that is not traded");
        }
    }

    /**
     * Adds hedge trades to {@code x}, and to {@code correction}.
     *
     * @param left exposure to be taken at 10^-8
     * @param most largest sum of absolute hedge notionals at 10^-8
     */
    NeutralityOutcome apply(Book book, Clips clips, long[] x, long[] correction, long left, long most) {
        boolean any = false;
        bounded = false;
        for (int k = 0; k < instrument.length; k++) {
            int i = instrument[k];
            trade[i] = 0;
            takes[k] = book.open[i] && clips.lower[i] < clips.upper[i] && Math.abs(book.betaRate[i]) >= SMALLEST_BETA;
            any |= takes[k];
        }
        if (!any) {
            return NeutralityOutcome.UNAVAILABLE;
        }
        long rest = left;
        for (int pass = 0; pass < instrument.length && spread(book, clips, x, rest); pass++) {
            rest = left;
            for (int k = 0; k < instrument.length; k++) {
                rest = Math.addExact(rest, book.betaOf(instrument[k], trade[instrument[k]]));
            }
        }
        return settle(x, correction, most);
    }

    /** Spreads what is left over those that still take some. @return true when one met its clip, and others are left */
    private boolean spread(Book book, Clips clips, long[] x, long left) {
        long shares = 0;
        for (int k = 0; k < instrument.length; k++) {
            shares = Math.addExact(shares, takes[k] ? share[k] : 0);
        }
        boolean clipped = false;
        boolean others = false;
        for (int k = 0; k < instrument.length; k++) {
            if (!takes[k]) {
                continue;
            }
            int i = instrument[k];
            long part = FixedPoint.multiplyDivide(left, share[k], shares, Rounding.TOWARDS_ZERO);
            long beta = book.betaRate[i];
            long size = FixedPoint.multiplyDivide(part, FixedPoint.RATE_SCALE, Math.abs(beta), Rounding.TOWARDS_ZERO);
            long wanted = Math.addExact(trade[i], beta > 0 ? -size : size);
            long settled = clips.clamp(i, Math.addExact(x[i], wanted)) - x[i];
            trade[i] = settled;
            if (settled != wanted) {
                takes[k] = false;
                clipped = true;
                bounded = true;
            } else {
                others = true;
            }
        }
        return clipped && others;
    }

    private NeutralityOutcome settle(long[] x, long[] correction, long most) {
        long moved = 0;
        for (int k = 0; k < instrument.length; k++) {
            moved = Math.addExact(moved, Math.absExact(trade[instrument[k]]));
        }
        long scale = moved <= most
                ? FixedPoint.RATE_SCALE
                : FixedPoint.multiplyDivide(most, FixedPoint.RATE_SCALE, moved, Rounding.FLOOR);
        for (int k = 0; k < instrument.length; k++) {
            int i = instrument[k];
            long move = FixedPoint.multiplyRate(trade[i], scale, Rounding.TOWARDS_ZERO);
            x[i] = Math.addExact(x[i], move);
            correction[i] = Math.addExact(correction[i], move);
        }
        return bounded || scale < FixedPoint.RATE_SCALE ? NeutralityOutcome.BOUNDED : NeutralityOutcome.CORRECTED;
    }
}
