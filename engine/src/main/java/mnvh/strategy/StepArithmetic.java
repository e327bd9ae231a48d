package mnvh.strategy;

/**
 * The arithmetic of a step that goes through all instruments: one meaning, a scalar and a vector form, the same bits.
 *
 * <p>Every sum runs in eight lanes as {@link mnvh.stats.LaneSum} defines it, products are rounded before they
 * are added, and there is no fused multiply-add. Instruments that do not count are not known here: their weights are 0,
 * and what else belongs to them is cleared by the caller.
 *
 * <p>Single-threaded: a form may keep room to work in. Allocates nothing (the vector form: nothing once compiled).
 */
public interface StepArithmetic {
    /** A difference below this share of R and of r is rounding, for up to a thousand instruments. */
    double ROUNDING = 0x1p-44;

    /** @return what a person reads: {@code scalar}, or the width of the vectors */
    String description();

    /** @return a new one of the same form */
    StepArithmetic another();

    /**
     * Simple returns {@code (mark - before) / before}.
     *
     * @param mark prices from {@code markFrom} on
     * @param before earlier prices from {@code beforeFrom} on; where one is 0 the result is not a number to use
     * @param out from 0 on
     */
    void returns(double[] mark, int markFrom, double[] before, int beforeFrom, double[] out, int count);

    /** @return sum of {@code values} from 0 on */
    double sum(double[] values, int count);

    /**
     * Divides.
     *
     * @param out takes {@code values / divisor} from 0 on; may be {@code values}
     * @return sum of {@code out * factor}, both from 0 on
     */
    double divideAndDot(double[] values, double divisor, double[] factor, double[] out, int count);

    /** @return sum of {@code a * b} */
    double dot(double[] a, int aFrom, double[] b, int bFrom, int count);

    /**
     * Several sums at once: {@code out[k]} is {@link #dot} of {@code a} from {@code aFrom[k]} on with {@code b}.
     *
     * @param howMany how many sums
     */
    void dots(double[] a, int[] aFrom, double[] b, int bFrom, int count, double[] out, int howMany);

    /**
     * Relative returns {@code d = r - R}, 0 where that is within the rounding error of R and r, and {@code w d}.
     *
     * @param weight one per instrument
     * @param stepReturn r, one per instrument
     * @param portfolioReturn R
     * @param relative takes d from {@code from} on
     * @param weighted takes w d from {@code from} on
     * @return sum of {@code w d * d}
     */
    double relative(
            double[] weight,
            double[] stepReturn,
            double portfolioReturn,
            double[] relative,
            double[] weighted,
            int from,
            int count);

    /** @return sum of {@code weight * ((value - mean) * (value - mean))} */
    double weightedSquares(double[] weight, double[] value, double mean, int count);

    /** @return a new one in the form of this JVM: the vector form where it is there and agrees to the bit */
    static StepArithmetic chosen() {
        return ArithmeticChoice.CHOSEN.another();
    }
}
