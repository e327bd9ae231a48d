package mnvh.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mnvh.event.StepSection;
import mnvh.units.Component;

/**
 * One step of a session: its record, and what happened until the next step closed.
 *
 * <p>One thread while it is filled; read-only after.
 */
final class StepRow {
    private static final int COMPONENTS = Component.values().length;

    private final StepSection section = new StepSection();
    private final long[] components = new long[COMPONENTS];
    private long equityAfter;
    private long traded;
    private int fills;

    /** Copies the section that starts at {@code start}. */
    StepRow(ByteBuffer source, int start) {
        ByteBuffer copy = ByteBuffer.allocate(StepSection.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        copy.put(0, source, start, StepSection.LENGTH);
        section.wrap(copy, 0);
        equityAfter = section.equity();
    }

    /** @return the step's record */
    StepSection section() {
        return section;
    }

    /** Adds a component's change at 1e-8. */
    void add(int component, long amount) {
        components[component] = Math.addExact(components[component], amount);
    }

    /** Adds a fill's absolute notional at the mark, at 1e-8. */
    void addFill(long notional) {
        traded = Math.addExact(traded, notional);
        fills++;
    }

    /** Sets the newest equity before the next step closes, at 1e-8. */
    void equityAfter(long value) {
        equityAfter = value;
    }

    /** @return last equity known before the next step closed, at 1e-8 */
    long equityAfter() {
        return equityAfter;
    }

    /** @return absolute notional of the fills at their marks, at 1e-8 */
    long traded() {
        return traded;
    }

    /** @return fills until the next step closed */
    int fills() {
        return fills;
    }

    /** @return the component's change from this step's close until the next, at 1e-8 */
    long component(int ordinal) {
        return components[ordinal];
    }

    /** @return traded notional over the equity before the trades; NaN where that is not positive */
    double turnover() {
        return section.equity() > 0 ? traded / (double) section.equity() : Double.NaN;
    }
}
