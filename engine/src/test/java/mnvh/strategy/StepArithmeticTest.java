package mnvh.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import mnvh.stats.LaneSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StepArithmeticTest {
    private static final long SEED = 3L;

    /** The equations as the specification writes them, instrument by instrument. */
    private static class Definition implements StepArithmetic {
        @Override
        public String description() {
            return "definition";
        }

        @Override
        public StepArithmetic another() {
            return this;
        }

        @Override
        public void returns(double[] mark, int markFrom, double[] before, int beforeFrom, double[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = (mark[markFrom + i] - before[beforeFrom + i]) / before[beforeFrom + i];
            }
        }

        @Override
        public double sum(double[] values, int count) {
            LaneSum sum = new LaneSum();
            for (int i = 0; i < count; i++) {
                sum.add(i, values[i]);
            }
            return sum.total();
        }

        @Override
        public double divideAndDot(double[] values, double divisor, double[] factor, double[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = values[i] / divisor;
            }
            return dot(out, 0, factor, 0, count);
        }

        @Override
        public double dot(double[] a, int aFrom, double[] b, int bFrom, int count) {
            LaneSum sum = new LaneSum();
            for (int i = 0; i < count; i++) {
                sum.add(i, a[aFrom + i] * b[bFrom + i]);
            }
            return sum.total();
        }

        @Override
        public void dots(double[] a, int[] aFrom, double[] b, int bFrom, int count, double[] out, int sums) {
            for (int k = 0; k < sums; k++) {
                out[k] = dot(a, aFrom[k], b, bFrom, count);
            }
        }

        @Override
        public double relative(
                double[] weight,
                double[] stepReturn,
                double portfolioReturn,
                double[] relative,
                double[] weighted,
                int from,
                int count) {
            double rounding = ROUNDING * Math.abs(portfolioReturn);
            for (int i = 0; i < count; i++) {
                double d = stepReturn[i] - portfolioReturn;
                d = Math.abs(d) <= rounding + ROUNDING * Math.abs(stepReturn[i]) ? 0.0 : d;
                relative[from + i] = d;
                weighted[from + i] = weight[i] * d;
            }
            return dot(weighted, from, relative, from, count);
        }

        @Override
        public double weightedSquares(double[] weight, double[] value, double mean, int count) {
            LaneSum sum = new LaneSum();
            for (int i = 0; i < count; i++) {
                sum.add(i, weight[i] * ((value[i] - mean) * (value[i] - mean)));
            }
            return sum.total();
        }
    }

    /** Where a form may be wrong. */
    enum Fault {
        RETURNS,
        SUM,
        QUOTIENT,
        DIVIDED_SUM,
        DOT,
        DOTS,
        RELATIVE,
        WEIGHTED,
        DISPERSION,
        SQUARES
    }

    /** The definition with the last bit of one result of {@value #AT} instruments off. */
    private static final class Faulty extends Definition {
        private static final int AT = 61;
        private final Fault fault;

        Faulty(Fault fault) {
            this.fault = fault;
        }

        private double at(Fault here, int count, double value) {
            DoubleUnaryOperator spoilt = x -> x == 0 ? 0x1p-60 : Math.nextUp(x);
            return fault == here && count == AT ? spoilt.applyAsDouble(value) : value;
        }

        @Override
        public void returns(double[] mark, int markFrom, double[] before, int beforeFrom, double[] out, int count) {
            super.returns(mark, markFrom, before, beforeFrom, out, count);
            if (count == AT) {
                out[AT - 1] = at(Fault.RETURNS, count, out[AT - 1]);
            }
        }

        @Override
        public double sum(double[] values, int count) {
            return at(Fault.SUM, count, super.sum(values, count));
        }

        @Override
        public double divideAndDot(double[] values, double divisor, double[] factor, double[] out, int count) {
            double sum = super.divideAndDot(values, divisor, factor, out, count);
            if (count == AT) {
                out[7] = at(Fault.QUOTIENT, count, out[7]);
            }
            return at(Fault.DIVIDED_SUM, count, sum);
        }

        @Override
        public double dot(double[] a, int aFrom, double[] b, int bFrom, int count) {
            return at(Fault.DOT, count, super.dot(a, aFrom, b, bFrom, count));
        }

        @Override
        public void dots(double[] a, int[] aFrom, double[] b, int bFrom, int count, double[] out, int sums) {
            super.dots(a, aFrom, b, bFrom, count, out, sums);
            out[0] = at(Fault.DOTS, count, out[0]);
        }

        @Override
        public double relative(
                double[] weight,
                double[] stepReturn,
                double portfolioReturn,
                double[] relative,
                double[] weighted,
                int from,
                int count) {
            double sum = super.relative(weight, stepReturn, portfolioReturn, relative, weighted, from, count);
            if (count == AT) {
                relative[from] = at(Fault.RELATIVE, count, relative[from]);
                weighted[from + 1] = at(Fault.WEIGHTED, count, weighted[from + 1]);
            }
            return at(Fault.DISPERSION, count, sum);
        }

        @Override
        public double weightedSquares(double[] weight, double[] value, double mean, int count) {
            return at(Fault.SQUARES, count, super.weightedSquares(weight, value, mean, count));
        }
    }

    private static void assertAgree(StepArithmetic expected, StepArithmetic actual) {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            ArithmeticCheck check = new ArithmeticCheck(expected, actual, seed);
            for (int count = 0; count <= 70; count++) {
                assertEquals("", check.differenceAt(count), "seed " + seed);
            }
            assertEquals("", check.differenceAt(200), "seed " + seed);
            assertEquals("", check.differenceAt(1000), "seed " + seed);
        }
    }

    @Test
    void scalarFormHasTheBitsOfTheDefinition() {
        assertAgree(new Definition(), new ScalarStepArithmetic());
    }

    @Test
    void vectorFormHasTheBitsOfTheDefinition() throws ReflectiveOperationException {
        assertAgree(new Definition(), vectorForm());
    }

    /** Interpreted, a vector is an object; how long the compiler takes is not ours to say, hence the patience. */
    @Test
    void vectorFormAllocatesNothingOnceCompiled() throws ReflectiveOperationException {
        StepArithmetic form = vectorForm();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 60 && allocated > 1000; attempt++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int round = 0; round < 2000; round++) {
                exercise(form, 50);
                exercise(form, 200);
            }
            allocated = threads.getThreadAllocatedBytes(self) - before;
        }
        assertTrue(allocated <= 1000, allocated + " bytes in 2000 rounds");
    }

    private final double[] marks =
            DoubleStream.iterate(1, x -> x + 1).limit(200).toArray();
    private final double[] weight = new double[200];
    private final double[] stepReturn = new double[200];
    private final double[] relative = new double[200];
    private final double[] weighted = new double[200];
    private final int[] from = new int[5];
    private final double[] sums = new double[5];

    private void exercise(StepArithmetic form, int count) {
        form.returns(marks, 0, marks, 0, stepReturn, count);
        sums[0] = form.sum(weight, count) + form.divideAndDot(weight, 2.0, stepReturn, relative, count);
        sums[0] += form.relative(weight, stepReturn, sums[0], relative, weighted, 0, count);
        form.dots(weighted, from, relative, 0, count, sums, 5);
        sums[0] += form.dot(weighted, 0, relative, 0, count) + form.weightedSquares(weight, stepReturn, 0.1, count);
    }

    private static StepArithmetic vectorForm() throws ReflectiveOperationException {
        assumeTrue(
                ModuleLayer.boot().findModule(ArithmeticChoice.MODULE).isPresent(),
                "skipped: this JVM was started without --add-modules " + ArithmeticChoice.MODULE);
        try {
            Class.forName(ArithmeticChoice.VECTOR_FORM).getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            assumeTrue(!(e.getCause() instanceof UnsupportedOperationException), "skipped: " + e.getCause());
            throw e;
        }
        StepArithmetic chosen = ArithmeticChoice.choose(ArithmeticChoice.MODULE, ArithmeticChoice.VECTOR_FORM);
        assertFalse(chosen instanceof ScalarStepArithmetic, "the vector form does not agree");
        return chosen;
    }

    @ParameterizedTest
    @EnumSource
    void formThatIsWrongInOneBitIsNotChosen(Fault fault) {
        StepArithmetic right = new Definition();
        assertSame(right, ArithmeticChoice.agreeing(right));
        assertInstanceOf(ScalarStepArithmetic.class, ArithmeticChoice.agreeing(new Faulty(fault)));
    }

    @Test
    void scalarFormIsChosenWhereTheVectorFormCannotBe() {
        assertInstanceOf(ScalarStepArithmetic.class, ArithmeticChoice.choose("no.such.module", "no.such.Class"));
        assertInstanceOf(ScalarStepArithmetic.class, ArithmeticChoice.choose("java.base", "no.such.Class"));
        assertInstanceOf(ScalarStepArithmetic.class, ArithmeticChoice.choose("java.base", Refusing.class.getName()));
    }

    /** A form that refuses the machine. */
    static final class Refusing extends Definition {
        Refusing() {
            throw new UnsupportedOperationException("no vectors here");
        }
    }
}
