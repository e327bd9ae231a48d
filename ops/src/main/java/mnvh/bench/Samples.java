package mnvh.bench;

import java.util.Arrays;

/**
 * One number, measured several times.
 *
 * @param warmUp the repetitions that were thrown away, in order
 * @param values the repetitions that count, in order, at least one
 */
public record Samples(double[] warmUp, double[] values) {
    public Samples {
        if (values.length == 0) {
            throw new IllegalArgumentException("a figure needs at least one repetition");
        }
    }

    /** @return middle of the repetitions, the mean of the two middle ones where they are even in number */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** @return the smallest repetition */
    public double lowest() {
        return sorted()[0];
    }

    /** @return the largest repetition */
    public double highest() {
        return sorted()[values.length - 1];
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
