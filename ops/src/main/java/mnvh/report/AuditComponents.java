package mnvh.report;

import java.nio.ByteBuffer;
import java.util.Arrays;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.units.Component;

/**
 * The components that frames announce, added up by row without bounds, held against the auditor's.
 *
 * <p>A row that neither a record nor a frame touched has not changed on either side; a step compares all of them
 * nevertheless. One thread.
 */
final class AuditComponents {
    private static final int WIDTH = Component.count();

    private final AuditRows rows;
    private final AuditReadings readings;
    private final FrameReader reader = new FrameReader();
    /** {@code announced[row * WIDTH + component]} at 10^-8. */
    private final Exact[] announced;

    AuditComponents(AuditRows rows, AuditReadings readings) {
        this.rows = rows;
        this.readings = readings;
        this.announced = new Exact[rows.size() * WIDTH];
        Arrays.fill(announced, Exact.ZERO);
    }

    /** Adds up the frame's component columns and touches their rows. */
    void add(ByteBuffer frame, int at) {
        reader.wrap(frame, at);
        while (reader.next()) {
            if (isComponent()) {
                int k = reader.column();
                for (int n = 0; n < reader.count(); n++) {
                    int row = rows.ofEntry(reader.instrument(n));
                    rows.touch(row);
                    int place = row * WIDTH + k;
                    announced[place] = announced[place].add(Exact.of(reader.value(n)));
                }
            }
        }
    }

    private boolean isComponent() {
        return reader.kind() == SectionKind.COLUMN && reader.column() >= 0 && reader.column() < WIDTH;
    }

    /** Compares every component of the touched rows; the frame is the one added last. */
    void checkTouched(ByteBuffer frame, int at) {
        for (int n = 0; n < rows.touched(); n++) {
            check(rows.touched(n), frame, at);
        }
    }

    /** Compares every component of every row; the frame is the one added last. */
    void checkAll(ByteBuffer frame, int at) {
        for (int row = 0; row < rows.size(); row++) {
            check(row, frame, at);
        }
    }

    private void check(int row, ByteBuffer frame, int at) {
        boolean instrument = rows.isInstrument(row);
        int currency = rows.currency(row);
        for (int k = 0; k < WIDTH; k++) {
            Component component = Component.of(k);
            Exact total =
                    instrument ? readings.component(component, row) : readings.generalComponent(component, currency);
            if (!total.equals(announced[row * WIDTH + k])) {
                Exact change = change(row, k, frame, at);
                throw new AuditMismatch(
                        SessionReport.name(component),
                        rows.name(row),
                        AuditMismatch.text(change),
                        AuditMismatch.text(change.add(total).subtract(announced[row * WIDTH + k])));
            }
        }
    }

    /** @return what the frame says that the component of the row changed by */
    private Exact change(int row, int component, ByteBuffer frame, int at) {
        Exact sum = Exact.ZERO;
        reader.wrap(frame, at);
        while (reader.next()) {
            if (reader.kind() == SectionKind.COLUMN && reader.column() == component) {
                for (int n = 0; n < reader.count(); n++) {
                    if (rows.ofEntry(reader.instrument(n)) == row) {
                        sum = sum.add(Exact.of(reader.value(n)));
                    }
                }
            }
        }
        return sum;
    }
}
