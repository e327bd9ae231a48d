package mnvh.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import mnvh.event.Column;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;

/**
 * rho of a whole session, unclipped, from the returns that its journal holds: how much of a relative return the next
 * step took back, whatever the strategy's own window.
 *
 * <pre>
 *   rho = - sum_k p[k] / sum_k s[k]      p[k] = sum_i d[i,k] d[i,k-1]      s[k] = sum_i d[i,k-1]^2
 *   se  = sqrt( K/(K-1) sum_k (p[k] + rho s[k])^2 ) / sum_k s[k]
 * </pre>
 *
 * <p>Source: method.md section 2.2; the steps are the clusters of the standard error. One thread.
 */
final class SampleRho {
    private final FrameReader reader = new FrameReader();
    private final StepSection step = new StepSection();
    private final double[] weight;
    private final double[] stepReturn;
    private double[] relative;
    private double[] before;
    private long pairs;
    private double product;
    private double square;
    private double productProduct;
    private double productSquare;
    private double squareSquare;

    SampleRho(int instruments) {
        weight = new double[instruments];
        stepReturn = new double[instruments];
        relative = new double[instruments];
        before = new double[instruments];
        Arrays.fill(relative, Double.NaN);
    }

    /** Takes a concluded frame; one without a step says nothing. */
    void add(ByteBuffer buffer, int offset) {
        reader.wrap(buffer, offset);
        while (reader.next()) {
            if (reader.kind() == SectionKind.COLUMN && reader.column() == Column.WEIGHT) {
                read(weight);
            } else if (reader.kind() == SectionKind.COLUMN && reader.column() == Column.STEP_RETURN) {
                read(stepReturn);
            } else if (reader.kind() == SectionKind.STEP) {
                // Its columns come before the step's own record.
                close(step.wrap(buffer, reader.start()).portfolioReturn());
            }
        }
    }

    private void read(double[] into) {
        for (int i = 0; i < reader.count(); i++) {
            into[reader.instrument(i)] = reader.doubleValue(i);
        }
    }

    /** @param portfolioReturn NaN for a step that was skipped, in which nobody has a relative return */
    private void close(double portfolioReturn) {
        double[] spare = before;
        before = relative;
        relative = spare;
        double p = 0;
        double s = 0;
        for (int i = 0; i < relative.length; i++) {
            // An instrument that is absent, or that the scheme leaves out, has no weight.
            relative[i] = weight[i] == 0 ? Double.NaN : stepReturn[i] - portfolioReturn;
            if (!Double.isNaN(relative[i]) && !Double.isNaN(before[i])) {
                p += relative[i] * before[i];
                s += before[i] * before[i];
            }
        }
        if (s > 0) {
            pairs++;
            product += p;
            square += s;
            productProduct += p * p;
            productSquare += p * s;
            squareSquare += s * s;
        }
    }

    /** @return NaN without dispersion */
    double value() {
        return square > 0 ? -product / square : Double.NaN;
    }

    /** @return NaN with fewer than two pairs of steps */
    double standardError() {
        double rho = value();
        double residual = productProduct + 2 * rho * productSquare + rho * rho * squareSquare;
        return pairs < 2 ? Double.NaN : Math.sqrt(Math.max(0, residual) * pairs / (pairs - 1)) / square;
    }
}
