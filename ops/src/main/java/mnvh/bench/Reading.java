package mnvh.bench;

/** One repetition of a measurement. */
@FunctionalInterface
public interface Reading {
    /** @return the repetition's numbers, as many and in the same order each time */
    double[] take() throws Exception;
}
