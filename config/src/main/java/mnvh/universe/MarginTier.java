package mnvh.universe;

import mnvh.units.FixedPoint;

/**
 * Margin rates of the part of a notional that lies above a threshold.
 *
 * @param notional threshold in the settlement currency at 10^-8; 0 for an instrument's first tier
 * @param initialRate initial margin as a fraction of that part, at 10^-12, (0, 1]
 * @param maintenanceRate maintenance margin as a fraction of that part, at 10^-12, (0, initialRate]
 */
public record MarginTier(long notional, long initialRate, long maintenanceRate) {
    public MarginTier {
        if (notional < 0) {
            throw new IllegalArgumentException("the notional of a margin tier must not be negative");
        }
        if (initialRate <= 0 || initialRate > FixedPoint.RATE_SCALE) {
            throw new IllegalArgumentException("initial_margin_ratio must be within (0, 1]");
        }
        if (maintenanceRate <= 0 || maintenanceRate > initialRate) {
            throw new IllegalArgumentException("maintenance_margin_ratio must be within (0, initial_margin_ratio]");
        }
    }
}
