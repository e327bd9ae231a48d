package mnvh.report;

import java.util.Locale;
import mnvh.event.EventHeader;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.journal.JournalReader;
import mnvh.units.DecimalText;
import mnvh.universe.Universe;

/** One row per fill, in booking order, all numbers exact decimals. */
final class FillTable {
    private FillTable() {}

    static void write(JournalReader outbound, Universe universe, CsvWriter csv) {
        csv.row(
                "sequence",
                "time",
                "step",
                "cl_ord_id",
                "symbol",
                "side",
                "liquidity",
                "quantity",
                "price",
                "mark",
                "fee",
                "scheduled_fee",
                "fee_difference",
                "realised",
                "position",
                "cash",
                "equity");
        FrameReader reader = new FrameReader();
        FillSection fill = new FillSection();
        StepSection step = new StepSection();
        String current = "";
        while (outbound.next()) {
            reader.wrap(outbound.buffer(), outbound.offset());
            while (reader.next()) {
                if (reader.kind() == SectionKind.STEP) {
                    current = Long.toString(
                            step.wrap(outbound.buffer(), reader.start()).step());
                } else if (reader.kind() == SectionKind.FILL) {
                    fill.wrap(outbound.buffer(), reader.start());
                    csv.cell(EventHeader.sequence(outbound.buffer(), outbound.offset()))
                            .cell(SessionReport.time(EventHeader.timestampNs(outbound.buffer(), outbound.offset())))
                            .cell(current);
                    row(fill, universe, csv);
                }
            }
        }
    }

    private static void row(FillSection f, Universe universe, CsvWriter csv) {
        csv.cell(f.clOrdId())
                .cell(universe.get(f.instrument()).symbol())
                .cell(f.side().name().toLowerCase(Locale.ROOT))
                .cell(f.liquidity().name().toLowerCase(Locale.ROOT));
        for (long value : new long[] {
            f.quantity(),
            f.price(),
            f.markPrice(),
            f.fee(),
            f.scheduledFee(),
            f.feeDifference(),
            f.realised(),
            f.position(),
            f.cash(),
            f.equity()
        }) {
            csv.cell(DecimalText.format(value));
        }
        csv.endRow();
    }
}
