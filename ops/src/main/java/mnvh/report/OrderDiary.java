package mnvh.report;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import mnvh.event.EventHeader;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.OrderStateSection;
import mnvh.event.SectionKind;
import mnvh.units.DecimalText;

/** What became of one order: its states and fills, in order. One thread. */
final class OrderDiary {
    private record Line(
            String time, String what, String cause, String quantity, String price, String fee, String leaves) {}

    private final long clOrdId;
    private final RecordNames names;
    private final FrameReader reader = new FrameReader();
    private final OrderStateSection state = new OrderStateSection();
    private final FillSection fill = new FillSection();
    private final List<Line> lines = new ArrayList<>();

    OrderDiary(long clOrdId, RecordNames names) {
        this.clOrdId = clOrdId;
        this.names = names;
    }

    /** Takes a frame. */
    void take(ByteBuffer buffer, int start) {
        String time = null;
        for (reader.wrap(buffer, start); reader.next(); ) {
            boolean ours = reader.kind() == SectionKind.ORDER_STATE
                    ? state.wrap(buffer, reader.start()).clOrdId() == clOrdId
                    : reader.kind() == SectionKind.FILL
                            && fill.wrap(buffer, reader.start()).clOrdId() == clOrdId;
            if (ours) {
                time = time == null ? SessionReport.time(EventHeader.timestampNs(buffer, start)) : time;
                lines.add(reader.kind() == SectionKind.FILL ? ofFill(time) : ofState(time));
            }
        }
    }

    private Line ofState(String time) {
        return new Line(
                time,
                RecordNames.word(names.orderStates(), state.to()),
                RecordNames.word(names.orderCauses(), state.cause()),
                DecimalText.format(state.cumQuantity()),
                "",
                "",
                DecimalText.format(state.leavesQuantity()));
    }

    private Line ofFill(String time) {
        return new Line(
                time,
                "fill",
                "",
                DecimalText.format(fill.quantity()),
                DecimalText.format(fill.price()),
                DecimalText.format(fill.fee()),
                "");
    }

    ExactTable table() {
        ExactTable table = new ExactTable("life")
                .columns(ExactTable.Kind.TEXT, "time", "what", "cause")
                .columns(ExactTable.Kind.NUMBER, "quantity", "price", "fee", "leaves");
        for (Line line : lines) {
            table.text(line.time).text(line.what).text(line.cause).text(line.quantity);
            table.text(line.price).text(line.fee).text(line.leaves).end();
        }
        return table;
    }
}
