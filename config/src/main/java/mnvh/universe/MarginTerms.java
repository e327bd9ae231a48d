package mnvh.universe;

import java.util.List;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * What margin a venue asks for a position, by its notional.
 *
 * <p>Within a tier the margin is {@code rate * notional - amount}. The amounts are chosen so that it is continuous
 * where tiers meet, {@code amount[k] = amount[k-1] + threshold[k] * (rate[k] - rate[k-1])}, and must be whole at 10^-8,
 * so that it is so in integers too. Rates rise, so margin is convex and never falls as the notional grows. Immutable;
 * allocates nothing after construction.
 */
@HotPath
public final class MarginTerms {
    /** Tiers that an instrument can have. */
    public static final int MAX_TIERS = 32;

    private final MarginMode mode;
    private final List<MarginTier> tiers;
    private final long[] threshold;
    private final long[] initialRate;
    private final long[] initialAmount;
    private final long[] maintenanceRate;
    private final long[] maintenanceAmount;

    /** @param tiers thresholds rising from 0, rates not falling */
    public MarginTerms(MarginMode mode, List<MarginTier> tiers) {
        if (tiers.isEmpty() || tiers.size() > MAX_TIERS || tiers.get(0).notional() != 0) {
            throw new IllegalArgumentException("margin has 1 to " + MAX_TIERS + " tiers, the first from 0");
        }
        int n = tiers.size();
        this.mode = mode;
        this.tiers = List.copyOf(tiers);
        threshold = new long[n];
        initialRate = new long[n];
        initialAmount = new long[n];
        maintenanceRate = new long[n];
        maintenanceAmount = new long[n];
        for (int t = 0; t < n; t++) {
            MarginTier tier = tiers.get(t);
            threshold[t] = tier.notional();
            initialRate[t] = tier.initialRate();
            maintenanceRate[t] = tier.maintenanceRate();
            if (t > 0) {
                rise(t);
            }
        }
    }

    private void rise(int t) {
        if (threshold[t] <= threshold[t - 1]) {
            throw new IllegalArgumentException("the notionals of margin tiers must rise");
        }
        initialAmount[t] = initialAmount[t - 1] + amount(t, initialRate);
        maintenanceAmount[t] = maintenanceAmount[t - 1] + amount(t, maintenanceRate);
    }

    private long amount(int t, long[] rate) {
        long more = rate[t] - rate[t - 1];
        if (more < 0) {
            throw new IllegalArgumentException("the ratios of margin tiers must not fall");
        }
        long amount = FixedPoint.multiplyRate(threshold[t], more, Rounding.FLOOR);
        if (amount != FixedPoint.multiplyRate(threshold[t], more, Rounding.CEILING)) {
            throw new IllegalArgumentException("the notional of a margin tier times the rise of its ratio must be a"
                    + " multiple of 1e-8, or margin would jump there");
        }
        return amount;
    }

    /** @return cross margin at one rate for every notional, maintenance as much as initial */
    public static MarginTerms flat(long rate) {
        return new MarginTerms(MarginMode.CROSS, List.of(new MarginTier(0, rate, rate)));
    }

    /** @return true when these are what {@link #flat} makes of their first initial rate */
    public boolean isFlat() {
        return mode == MarginMode.CROSS && tiers.size() == 1 && initialRate[0] == maintenanceRate[0];
    }

    /** @return true when the position has margin of its own */
    public boolean isolated() {
        return mode == MarginMode.ISOLATED;
    }

    /** @return whose losses the margin answers for */
    public MarginMode mode() {
        return mode;
    }

    /** @return the tiers, by rising threshold from 0 */
    public List<MarginTier> tiers() {
        return tiers;
    }

    /** @return initial margin of a notional, not negative, at 10^-8; rounded up */
    public long initial(long absNotional) {
        int t = tier(absNotional);
        return FixedPoint.multiplyRate(absNotional, initialRate[t], Rounding.CEILING) - initialAmount[t];
    }

    /** @return maintenance margin of a notional, not negative, at 10^-8; rounded up */
    public long maintenance(long absNotional) {
        int t = tier(absNotional);
        return FixedPoint.multiplyRate(absNotional, maintenanceRate[t], Rounding.CEILING) - maintenanceAmount[t];
    }

    /** @return about the initial margin of a notional in units of 10^-8, for seeing that no limit is near */
    public double roughInitial(double absNotional) {
        int t = threshold.length - 1;
        while (absNotional < threshold[t]) {
            t--;
        }
        return absNotional * initialRate[t] / FixedPoint.RATE_SCALE - initialAmount[t];
    }

    /** @return maintenance rate at that notional at 10^-12 */
    public long maintenanceRate(long absNotional) {
        return maintenanceRate[tier(absNotional)];
    }

    /** @return initial rate of the smallest notionals at 10^-12 */
    public long firstInitialRate() {
        return initialRate[0];
    }

    /** @return initial rate of the largest notionals at 10^-12: no part of a notional needs more */
    public long worstInitialRate() {
        return initialRate[initialRate.length - 1];
    }

    private int tier(long absNotional) {
        int t = threshold.length - 1;
        while (absNotional < threshold[t]) {
            t--;
        }
        return t;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarginTerms
                && ((MarginTerms) other).mode == mode
                && ((MarginTerms) other).tiers.equals(tiers);
    }

    @Override
    public int hashCode() {
        return 31 * mode.ordinal() + tiers.hashCode();
    }

    /** @return mode, first maintenance ratio and further tiers, apart by spaces; {@link MarginText} reads it */
    @Override
    public String toString() {
        return MarginText.write(this);
    }
}
