package mnvh.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mnvh.event.Column;
import mnvh.units.Component;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of column holds: one value per instrument that has any.
 *
 * @param id number in the column section
 * @param name in snake case
 * @param type DECIMAL or F64
 * @param note what it is and its sign
 */
public record ColumnLayout(int id, String name, FieldType type, String note) {
    /** All columns, components first. */
    public static final List<ColumnLayout> ALL = all();

    private static List<ColumnLayout> all() {
        List<ColumnLayout> columns = new ArrayList<>();
        for (Component component : Component.values()) {
            columns.add(new ColumnLayout(
                    component.ordinal(),
                    component.name().toLowerCase(Locale.ROOT),
                    FieldType.DECIMAL,
                    "component of the change of the books"));
        }
        columns.add(new ColumnLayout(Column.MARK, "mark", FieldType.DECIMAL, "mark of the step"));
        columns.add(new ColumnLayout(Column.STEP_RETURN, "step_return", FieldType.F64, "simple return of the step"));
        columns.add(new ColumnLayout(Column.WEIGHT, "weight", FieldType.F64, "target weight among the present"));
        columns.add(new ColumnLayout(Column.MARKET_BETA, "market_beta", FieldType.F64, "regression beta"));
        columns.add(new ColumnLayout(Column.POSITION, "position", FieldType.DECIMAL, "position, signed"));
        columns.add(new ColumnLayout(
                Column.LIQUIDATION_DISTANCE,
                "liquidation_distance",
                FieldType.DECIMAL,
                "move of the mark down to maintenance margin, a ratio below 1"));
        columns.add(proposal(Column.PROPOSED, "proposed", "proposed trade, before any stage"));
        columns.add(proposal(Column.AFTER_BAND, "after_band", "after the no-trade band"));
        columns.add(proposal(Column.AFTER_CLIPS, "after_clips", "after the clips"));
        columns.add(proposal(Column.AFTER_NEUTRALITY, "after_neutrality", "after neutrality"));
        columns.add(proposal(Column.AFTER_FINANCING, "after_financing", "after financing"));
        columns.add(proposal(Column.AFTER_RISK, "after_risk", "after the risk scale"));
        columns.add(new ColumnLayout(Column.QUANTITY, "quantity", FieldType.DECIMAL, "rounded quantity, signed"));
        return List.copyOf(columns);
    }

    private static ColumnLayout proposal(int id, String name, String note) {
        return new ColumnLayout(id, name, FieldType.DECIMAL, note + ", signed notional");
    }

    /** @return the column's layout, null for an unknown one */
    public static @Nullable ColumnLayout of(int id) {
        for (ColumnLayout column : ALL) {
            if (column.id == id) {
                return column;
            }
        }
        return null;
    }
}
