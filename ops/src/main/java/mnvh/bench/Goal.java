package mnvh.bench;

/**
 * What a figure should reach.
 *
 * @param kind how it is compared
 * @param bound a multiple of the figure's limit, or a value in the figure's unit
 */
public record Goal(Kind kind, double bound) {
    /** How a figure is held against its goal. */
    public enum Kind {
        /** At most {@code bound} times the limit. */
        MOST_TIMES_LIMIT,
        /** At least {@code bound} times the limit. */
        LEAST_TIMES_LIMIT,
        /** At most {@code bound}. */
        MOST,
        /** At least {@code bound}. */
        LEAST
    }

    /** @return at most {@code times} the limit measured in the same run */
    public static Goal mostTimesLimit(double times) {
        return new Goal(Kind.MOST_TIMES_LIMIT, times);
    }

    /** @return at least {@code times} the limit measured in the same run */
    public static Goal leastTimesLimit(double times) {
        return new Goal(Kind.LEAST_TIMES_LIMIT, times);
    }

    /** @return at most {@code value} in the figure's unit */
    public static Goal most(double value) {
        return new Goal(Kind.MOST, value);
    }

    /** @return at least {@code value} in the figure's unit */
    public static Goal least(double value) {
        return new Goal(Kind.LEAST, value);
    }

    /** @return true where the comparison is with the limit of the same run */
    public boolean relative() {
        return kind == Kind.MOST_TIMES_LIMIT || kind == Kind.LEAST_TIMES_LIMIT;
    }

    /** @return true where {@code value}, or its ratio to the limit for a relative goal, is good enough */
    public boolean met(double value) {
        boolean most = kind == Kind.MOST || kind == Kind.MOST_TIMES_LIMIT;
        return most ? value <= bound : value >= bound;
    }
}
