package mnvh.bench;

import java.util.ArrayList;
import java.util.List;

/** Takes readings, warm-up first, and keeps the figures made of them. */
public final class Meter {
    private static final int WARM_UPS = 5;
    private static final int REPETITIONS = 15;
    private static final int BRIEF_SHARE = 200;

    private final boolean brief;
    private final Progress progress;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param brief true to run everything once and small, which shows only that it runs
     * @param progress told how far a measurement is
     */
    public Meter(boolean brief, Progress progress) {
        this.brief = brief;
        this.progress = progress;
    }

    /** @return true in the short form, whose numbers mean nothing */
    public boolean brief() {
        return brief;
    }

    /** @return how often a block repeats: {@code full}, or a two-hundredth of it but at least 1 in the short form */
    public int count(int full) {
        return brief ? Math.max(1, full / BRIEF_SHARE) : full;
    }

    /**
     * Takes several readings in turn, so that what disturbs the machine disturbs all of them alike: five rounds of
     * warm-up, then fifteen that count (one and one in the short form).
     *
     * @param what for the progress bar
     * @return for each reading, for each of its numbers, the samples
     */
    public Samples[][] sideBySide(String what, Reading... readings) throws Exception {
        return sideBySide(what, WARM_UPS, REPETITIONS, readings);
    }

    /** The same with rounds of the caller's choice, for readings that take seconds. */
    public Samples[][] sideBySide(String what, int warmUps, int repetitions, Reading... readings) throws Exception {
        int warm = brief ? 1 : warmUps;
        int counted = brief ? 1 : repetitions;
        double[][][] taken = new double[readings.length][warm + counted][];
        for (int round = 0; round < warm + counted; round++) {
            for (int r = 0; r < readings.length; r++) {
                taken[r][round] = readings[r].take();
            }
            progress.at(what, (round + 1.0) / (warm + counted));
        }
        Samples[][] samples = new Samples[readings.length][];
        for (int r = 0; r < readings.length; r++) {
            samples[r] = transpose(taken[r], warm);
        }
        return samples;
    }

    private static Samples[] transpose(double[][] rounds, int warm) {
        Samples[] samples = new Samples[rounds[0].length];
        for (int k = 0; k < samples.length; k++) {
            double[] warmUp = new double[warm];
            double[] values = new double[rounds.length - warm];
            for (int round = 0; round < rounds.length; round++) {
                if (round < warm) {
                    warmUp[round] = rounds[round][k];
                } else {
                    values[round - warm] = rounds[round][k];
                }
            }
            samples[k] = new Samples(warmUp, values);
        }
        return samples;
    }

    /** Keeps a figure. */
    public void figure(Figure figure) {
        figures.add(figure);
    }

    /** @return every figure kept so far, in order */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }
}
