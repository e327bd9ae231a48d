package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * kappa_risk in (0, 1]: the largest uniform factor that meets gross, net, beta and worst-case margin.
 *
 * <p>Each exposure is convex in the factor and passes at zero, so bisection over integers at 10^-12 finds it. Where
 * only zero passes there is no factor: the list comes back empty, and {@link Rounds} denies it under {@link #binding}
 * unless its reducing trades pass alone. Core thread only; allocates nothing.
 */
@HotPath
final class RiskScale {
    private final ExposureLimits limits;
    private long scale = FixedPoint.RATE_SCALE;

    /** The limit that bound in the last call, and its numbers for the unscaled list. */
    Verdict binding = Verdict.ADMITTED;

    long before;
    long after;
    long limit;

    RiskScale(ExposureLimits limits) {
        this.limits = limits;
    }

    long scale() {
        return scale;
    }

    /** Scales {@code x}, and {@code correction} along with it. @param tight quarters of the room for rounding */
    void apply(long[] x, long[] correction, int tight) {
        scale = FixedPoint.RATE_SCALE;
        binding = Verdict.ADMITTED;
        if (limits.unlimited()) {
            return;
        }
        binding = limits.ofList(x, scale, tight);
        if (binding == Verdict.ADMITTED) {
            return;
        }
        before = limits.before;
        after = limits.after;
        limit = limits.limit;
        long inside = 0;
        long outside = FixedPoint.RATE_SCALE;
        while (outside - inside > 1) {
            long middle = (inside + outside) >>> 1;
            if (limits.ofList(x, middle, tight) == Verdict.ADMITTED) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        scale = inside;
        for (int i = 0; i < x.length; i++) {
            x[i] = FixedPoint.multiplyRate(x[i], scale, Rounding.TOWARDS_ZERO);
            correction[i] = FixedPoint.multiplyRate(correction[i], scale, Rounding.TOWARDS_ZERO);
        }
    }

    /** @return the name of a cut by the limit that denies as {@code denial} */
    static Verdict cut(Verdict denial) {
        switch (denial) {
            case DENIED_GROSS:
                return Verdict.CUT_GROSS;
            case DENIED_NET:
                return Verdict.CUT_NET;
            case DENIED_MARKET_BETA:
                return Verdict.CUT_MARKET_BETA;
            case DENIED_MARGIN:
                return Verdict.CUT_MARGIN;
            default:
                return denial;
        }
    }
}
