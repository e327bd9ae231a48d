package mnvh.report;

import mnvh.event.Column;
import mnvh.units.DecimalText;
import mnvh.universe.Universe;
import org.jspecify.annotations.Nullable;

/** From signal to order, one line for each instrument: what each stage left of its trade. */
final class StageTable {
    private static final int[] STAGES = {
        Column.AFTER_BAND, Column.AFTER_CLIPS, Column.AFTER_NEUTRALITY, Column.AFTER_FINANCING, Column.AFTER_RISK
    };

    private StageTable() {}

    static ExactTable table() {
        return new ExactTable("stages")
                .columns(ExactTable.Kind.TEXT, "symbol")
                .columns(
                        ExactTable.Kind.NUMBER,
                        "mark",
                        "step_return",
                        "weight",
                        "market_beta",
                        "position",
                        "proposed",
                        "after_band",
                        "after_clips",
                        "after_neutrality",
                        "after_financing",
                        "after_risk",
                        "quantity");
    }

    /** Adds every instrument that has a proposal, an order or a position. */
    static void writeAll(ExactTable table, StepFrame frame, Universe universe) {
        for (int i = 0; i < universe.size(); i++) {
            if (frame.value(Column.PROPOSED, i) != null
                    || frame.value(Column.QUANTITY, i) != null
                    || frame.value(Column.POSITION, i) != null) {
                write(table, frame, universe, i);
            }
        }
    }

    /** Adds one instrument. */
    static void write(ExactTable table, StepFrame frame, Universe universe, int i) {
        table.text(universe.get(i).symbol());
        table.text(decimal(frame.value(Column.MARK, i)));
        table.text(real(frame.value(Column.STEP_RETURN, i)));
        table.text(real(frame.value(Column.WEIGHT, i)));
        table.text(real(frame.value(Column.MARKET_BETA, i)));
        table.text(decimal(frame.value(Column.POSITION, i)));
        long left = frame.valueOr(Column.PROPOSED, i, 0);
        table.text(DecimalText.format(left));
        for (int stage : STAGES) {
            left = frame.valueOr(stage, i, left);
            table.text(DecimalText.format(left));
        }
        table.text(DecimalText.format(frame.valueOr(Column.QUANTITY, i, 0)));
        table.end();
    }

    private static String decimal(@Nullable Long value) {
        return value == null ? "" : DecimalText.format(value);
    }

    private static String real(@Nullable Long bits) {
        return bits == null ? "" : Double.toString(Double.longBitsToDouble(bits));
    }
}
