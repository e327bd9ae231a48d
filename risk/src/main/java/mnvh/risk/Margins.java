package mnvh.risk;

import java.util.Arrays;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.MarginTerms;
import mnvh.universe.Universe;

/**
 * What margin each instrument needs now: the venue's terms times what it raised them by since.
 *
 * <p>Every margin is rounded up. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class Margins implements Stateful {
    /** The largest factor that margins can be raised by, at 10^-12. */
    public static final long LARGEST_FACTOR = 100 * FixedPoint.RATE_SCALE;

    private final MarginTerms[] terms;
    private final long[] factor;

    public Margins(Universe universe) {
        terms = new MarginTerms[universe.size()];
        factor = new long[universe.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = universe.get(i).margin();
        }
        Arrays.fill(factor, FixedPoint.RATE_SCALE);
    }

    /**
     * The venue raised or lowered what it asks for instrument {@code i}.
     *
     * @param times factor on the terms of the universe file at 10^-12, (0, 100]
     */
    public void scale(int i, long times) {
        if (times <= 0 || times > LARGEST_FACTOR) {
            throw new IllegalArgumentException("margin factor " + times + " of instrument " + i);
        }
        factor[i] = times;
    }

    /** @return factor on the terms of the universe file at 10^-12 */
    public long factor(int i) {
        return factor[i];
    }

    /** @return initial margin of a notional, not negative, at 10^-8 */
    public long initial(int i, long absNotional) {
        return scaled(i, terms[i].initial(absNotional));
    }

    /** @return maintenance margin of a notional, not negative, at 10^-8 */
    public long maintenance(int i, long absNotional) {
        return scaled(i, terms[i].maintenance(absNotional));
    }

    /** @return true when the instrument's margin stands alone */
    public boolean isolated(int i) {
        return terms[i].isolated();
    }

    /** @return true when one rate holds for every notional */
    boolean singleTier(int i) {
        return terms[i].tiers().size() == 1;
    }

    /** @return initial margin that no unit of notional needs more than, at 10^-12 */
    long worstInitialRate(int i) {
        return scaled(i, terms[i].worstInitialRate());
    }

    /** @return about the initial margin of a notional, for seeing that no limit is near */
    double roughInitial(int i, double absNotional) {
        return terms[i].roughInitial(absNotional) * FixedPoint.rateToDouble(factor[i]);
    }

    private long scaled(int i, long amount) {
        return factor[i] == FixedPoint.RATE_SCALE
                ? amount
                : FixedPoint.multiplyRate(amount, factor[i], Rounding.CEILING);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLongs(factor, factor.length);
    }
}
