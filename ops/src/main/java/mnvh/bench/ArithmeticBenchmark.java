package mnvh.bench;

import java.lang.module.ModuleFinder;
import java.util.List;
import mnvh.strategy.ScalarStepArithmetic;
import mnvh.strategy.StepArithmetic;

/**
 * A step's arithmetic, scalar and in vectors, beside the two divisions per instrument that no form can do without.
 *
 * <p>Marks to returns, weights renormalised, R, relative returns and dispersion. Both forms must agree on every bit of
 * all of it, else the group fails. Without the vector module, or where the vector form disagrees at its start, only the
 * scalar figures come.
 */
final class ArithmeticBenchmark implements Benchmark {
    private static final int[] SIZES = {30, 200, 1000};
    /** From here on the goals hold: below, the calls themselves weigh. */
    private static final int SMALLEST_JUDGED = 200;

    private static final int INSTRUMENTS = 20_000_000;
    private static final String FLOOR = "two divisions per instrument";

    @Override
    public String name() {
        return "arithmetic";
    }

    @Override
    public String summary() {
        return "arithmetic of a step, scalar and in vectors, against two divisions";
    }

    @Override
    public List<String> jvmFlags() {
        boolean there = ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent();
        return there ? List.of("--add-modules=jdk.incubator.vector") : List.of();
    }

    @Override
    public void run(Meter meter) throws Exception {
        for (int size : SIZES) {
            measure(size, meter);
        }
    }

    private static void measure(int size, Meter meter) throws Exception {
        StepArithmetic chosen = StepArithmetic.chosen();
        boolean vectors = !(chosen instanceof ScalarStepArithmetic);
        ArithmeticLoad scalar = new ArithmeticLoad(size, new ScalarStepArithmetic());
        ArithmeticLoad other = new ArithmeticLoad(size, chosen);
        int steps = Math.max(2, meter.count(INSTRUMENTS) / size);
        String suffix = ", n=" + size;
        Samples[][] taken = meter.sideBySide(
                "step arithmetic" + suffix,
                () -> scalar.divisions(steps),
                () -> scalar.steps(steps),
                () -> vectors ? agreeing(scalar, other, steps) : new double[] {0.0});
        Figure figure = Figure.of("step arithmetic, scalar" + suffix, Unit.NS, taken[1][0])
                .against(FLOOR, taken[0][0]);
        meter.figure(size < SMALLEST_JUDGED ? figure : figure.aiming(Goal.mostTimesLimit(3)));
        if (vectors) {
            figure = Figure.of("step arithmetic, " + chosen.description() + suffix, Unit.NS, taken[2][0])
                    .against(FLOOR, taken[0][0]);
            meter.figure(size < SMALLEST_JUDGED ? figure : figure.aiming(Goal.mostTimesLimit(1.6)));
        }
    }

    private static double[] agreeing(ArithmeticLoad scalar, ArithmeticLoad vector, int steps) {
        double[] ns = vector.steps(steps);
        String difference = vector.differenceFrom(scalar);
        if (!difference.isEmpty()) {
            throw new BenchException("the vector form differs from the scalar one: " + difference);
        }
        return ns;
    }
}
