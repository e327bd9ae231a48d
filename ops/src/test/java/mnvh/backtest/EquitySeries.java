package mnvh.backtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mnvh.event.EventKind;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.units.FixedPoint;

/** Equity after each step's fills, and the fees of each step, read from a session's outbound stream. */
record EquitySeries(double[] equity, double[] fees) {
    static EquitySeries of(Path session) {
        List<Double> equity = new ArrayList<>();
        List<Double> fees = new ArrayList<>();
        StepSection step = new StepSection();
        FillSection fill = new FillSection();
        FrameReader reader = new FrameReader();
        try (SessionFolder folder = SessionFolder.open(session);
                JournalReader journal = new JournalReader(folder.outbound())) {
            while (journal.next()) {
                if (journal.kind() != EventKind.FRAME) {
                    continue;
                }
                for (reader.wrap(journal.buffer(), journal.offset()); reader.next(); ) {
                    if (reader.kind() == SectionKind.STEP) {
                        step.wrap(journal.buffer(), reader.start());
                        equity.add(FixedPoint.toDouble(step.equity()));
                        fees.add(0.0);
                    } else if (reader.kind() == SectionKind.FILL) {
                        fill.wrap(journal.buffer(), reader.start());
                        int last = equity.size() - 1;
                        equity.set(last, FixedPoint.toDouble(fill.equity()));
                        fees.set(last, fees.get(last) + FixedPoint.toDouble(fill.fee()));
                    }
                }
            }
        }
        return new EquitySeries(
                equity.stream().mapToDouble(Double::doubleValue).toArray(),
                fees.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
