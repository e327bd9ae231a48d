package mnvh.report;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Int128;
import mnvh.universe.Universe;

/**
 * The books of a session, rebuilt from its outbound frames.
 *
 * <p>Equity is carried from frame to frame by the components alone and held against every equity that the session
 * wrote; the largest difference counts as residual. A step owns what happens from its close until the next. One thread.
 */
final class SessionBooks {
    private static final int COMPONENTS = Component.values().length;

    private final Universe universe;
    private final FrameReader reader = new FrameReader();
    private final StepSection step = new StepSection();
    private final FillSection fill = new FillSection();
    private final List<StepRow> rows = new ArrayList<>();
    private final Int128[] totals = zeros(COMPONENTS);
    private final Int128[][] perInstrument;
    private long initialEquity;
    private long equity;
    private long residual;
    private final Int128 feeDifference = new Int128();
    private long feeDifferences;
    private long fills;
    private long orders;
    private long denied;
    private long frames;

    SessionBooks(Universe universe) {
        this.universe = universe;
        this.perInstrument = new Int128[universe.size()][];
        for (int i = 0; i < perInstrument.length; i++) {
            perInstrument[i] = zeros(COMPONENTS);
        }
    }

    /** Books one concluded frame. */
    void add(ByteBuffer buffer, int offset) {
        frames++;
        startStep(buffer, offset);
        long change = 0;
        boolean stepped = false;
        long stated = 0;
        boolean states = false;
        reader.wrap(buffer, offset);
        while (reader.next()) {
            switch (reader.kind()) {
                case SectionKind.COLUMN -> change = Math.addExact(change, addColumn());
                case SectionKind.STEP -> {
                    stated = step.wrap(buffer, reader.start()).equity();
                    states = true;
                    stepped = true;
                    residual = Math.max(residual, Math.abs(step.residual()));
                }
                case SectionKind.FILL -> {
                    stated = fill.wrap(buffer, reader.start()).equity();
                    states = true;
                    addFill();
                }
                case SectionKind.NEW_ORDER -> orders++;
                case SectionKind.DENIAL -> denied++;
                default -> {
                    // Cancels, order states and notices move no money.
                }
            }
        }
        if (stepped && rows.size() == 1) {
            // Nothing is held before the first step, so its equity is the initial cash.
            initialEquity = Math.subtractExact(stated, change);
            equity = initialEquity;
        }
        equity = Math.addExact(equity, change);
        if (states && !rows.isEmpty()) {
            residual = Math.max(residual, Math.abs(Math.subtractExact(stated, equity)));
            equity = stated;
        }
        if (!rows.isEmpty()) {
            rows.get(rows.size() - 1).equityAfter(equity);
        }
    }

    /** Opens the frame's step, if it has one, before its columns are booked to it. */
    private void startStep(ByteBuffer buffer, int offset) {
        reader.wrap(buffer, offset);
        while (reader.next()) {
            if (reader.kind() == SectionKind.STEP) {
                rows.add(new StepRow(buffer, reader.start()));
                return;
            }
        }
    }

    /** @return by how much the column changes equity */
    private long addColumn() {
        int id = reader.column();
        if (id < 0 || id >= COMPONENTS) {
            return 0;
        }
        long sum = 0;
        for (int i = 0; i < reader.count(); i++) {
            long amount = reader.value(i);
            sum = Math.addExact(sum, amount);
            totals[id].add(amount);
            int instrument = reader.instrument(i);
            if (instrument >= 0 && instrument < perInstrument.length) {
                perInstrument[instrument][id].add(amount);
            }
        }
        if (!rows.isEmpty()) {
            rows.get(rows.size() - 1).add(id, sum);
        }
        // The trading cashflow moves value between cash and position.
        return id == Component.TRADING_CASHFLOW.ordinal() ? 0 : sum;
    }

    private void addFill() {
        fills++;
        feeDifference.add(fill.feeDifference());
        feeDifferences += fill.feeDifference() != 0 ? 1 : 0;
        if (!rows.isEmpty()) {
            long notional = universe.get(fill.instrument()).notional(fill.quantity(), fill.markPrice());
            rows.get(rows.size() - 1).addFill(Math.abs(notional));
        }
    }

    private static Int128[] zeros(int count) {
        Int128[] zeros = new Int128[count];
        for (int i = 0; i < count; i++) {
            zeros[i] = new Int128();
        }
        return zeros;
    }

    List<StepRow> rows() {
        return rows;
    }

    /** @return the component's change over the session at 1e-8 */
    Int128 total(Component component) {
        return totals[component.ordinal()];
    }

    /** @return one instrument's part of it */
    Int128 total(Component component, int instrument) {
        return perInstrument[instrument][component.ordinal()];
    }

    /** @return equity before the first step, at 1e-8; 0 without steps */
    long initialEquity() {
        return initialEquity;
    }

    /** @return newest equity at 1e-8 */
    long equity() {
        return equity;
    }

    /** @return largest difference found anywhere, at 1e-8; 0 on sound books */
    long residual() {
        return residual;
    }

    /** @return commissions that venues reported less the schedule's fees, in the reporting currency at 1e-8 */
    Int128 feeDifference() {
        return feeDifference;
    }

    /** @return fills whose reported commission is not the schedule's fee */
    long feeDifferences() {
        return feeDifferences;
    }

    long fills() {
        return fills;
    }

    long orders() {
        return orders;
    }

    long denied() {
        return denied;
    }

    long frames() {
        return frames;
    }

    /** @return equity E_0, E_1, ... in units of the reporting currency, flows from outside taken out */
    double[] curve() {
        double[] curve = new double[rows.size()];
        long external = 0;
        for (int k = 0; k < curve.length; k++) {
            StepRow row = rows.get(k);
            external = Math.addExact(external, row.component(Component.EXTERNAL.ordinal()));
            curve[k] = FixedPoint.toDouble(k == 0 ? initialEquity : row.equityAfter() - external);
        }
        return curve;
    }
}
