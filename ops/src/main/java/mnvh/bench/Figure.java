package mnvh.bench;

import org.jspecify.annotations.Nullable;

/**
 * A measured figure beside its limit.
 *
 * @param name what was measured, with its size: {@code step arithmetic, scalar, n=200}
 * @param unit of figure and limit
 * @param samples what was measured
 * @param limitName what the limit is, in a few words; empty without one
 * @param limit measured in the same run, alternating with the figure; null where there is none
 * @param goal what it should reach; null for a figure that only informs
 */
public record Figure(
        String name,
        Unit unit,
        Samples samples,
        String limitName,
        @Nullable Samples limit,
        @Nullable Goal goal) {
    public Figure {
        if (goal != null && goal.relative() && limit == null) {
            throw new IllegalArgumentException(name + ": a goal in limits needs a limit");
        }
    }

    /** @return a figure with neither limit nor goal */
    public static Figure of(String name, Unit unit, Samples samples) {
        return new Figure(name, unit, samples, "", null, null);
    }

    /** @return this figure with a limit of the same run */
    public Figure against(String name, Samples measured) {
        return new Figure(this.name, unit, samples, name, measured, goal);
    }

    /** @return this figure with a goal */
    public Figure aiming(Goal at) {
        return new Figure(name, unit, samples, limitName, limit, at);
    }

    /** @return median over the limit's median; NaN without a limit */
    public double ratio() {
        return limit == null ? Double.NaN : samples.median() / limit.median();
    }

    /** @return whether the goal is reached; true without one */
    public boolean met() {
        return goal == null || goal.met(goal.relative() ? ratio() : samples.median());
    }
}
