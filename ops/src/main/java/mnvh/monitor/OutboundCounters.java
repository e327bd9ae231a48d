package mnvh.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import mnvh.event.CloseObstacle;
import mnvh.event.DenialSection;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Int128;
import mnvh.units.Side;
import org.jspecify.annotations.Nullable;

/** Counters of the outbound stream, plain fields of the thread that reads it. */
final class OutboundCounters {
    private static final int COMPONENTS = Component.values().length;

    private final RunNames names;
    private final FrameReader reader = new FrameReader();
    private final StepSection step = new StepSection();
    private final FillSection fill = new FillSection();
    private final NewOrderSection order = new NewOrderSection();
    private final DenialSection denial = new DenialSection();
    private final NoticeSection notice = new NoticeSection();
    private final Int128[] components = new Int128[COMPONENTS];
    private final long[] outcomes;
    private final long[] denials;
    private long sequence;
    private String state = "";
    private @Nullable StepReading newestStep;
    private long steps;
    private long equity;
    private long buys;
    private long sells;
    private long cancels;
    private long filled;
    private double tradedNotional;
    private long largestResidual;
    private @Nullable NoticeReading newestNotice;
    private TreeMap<Integer, CloseObstacle> unclosed = new TreeMap<>();

    OutboundCounters(RunNames names) {
        this.names = names;
        this.outcomes = new long[StepOutcome.values().length];
        this.denials = new long[names.verdicts().size()];
        for (int i = 0; i < COMPONENTS; i++) {
            components[i] = new Int128();
        }
    }

    /** Reads one concluded frame. */
    void count(OutboundFrame frame, long newSequence) {
        sequence = newSequence;
        reader.wrap(frame.buffer(), 0);
        while (reader.next()) {
            int start = reader.start();
            switch (reader.kind()) {
                case SectionKind.STEP -> countStep(step.wrap(frame.buffer(), start));
                case SectionKind.COLUMN -> countColumn();
                case SectionKind.FILL -> countFill(fill.wrap(frame.buffer(), start));
                case SectionKind.NEW_ORDER -> countOrder(order.wrap(frame.buffer(), start));
                case SectionKind.CANCEL_ORDER -> cancels++;
                case SectionKind.DENIAL ->
                    increment(denials, denial.wrap(frame.buffer(), start).reason());
                case SectionKind.NOTICE -> countNotice(notice.wrap(frame.buffer(), start), frame.timestampNs());
                default -> {
                    // Order states and later kinds of section carry nothing that is counted here.
                }
            }
        }
    }

    private void countStep(StepSection s) {
        newestStep = StepReading.of(s);
        steps++;
        increment(outcomes, s.outcome());
        state = names.state(s.state());
        equity = s.equity();
        largestResidual = Math.max(largestResidual, Math.abs(s.residual()));
    }

    private void countColumn() {
        int id = reader.column();
        if (id >= 0 && id < COMPONENTS) {
            for (int i = 0; i < reader.count(); i++) {
                components[id].add(reader.value(i));
            }
        }
    }

    private void countFill(FillSection f) {
        filled++;
        equity = f.equity();
        tradedNotional += FixedPoint.toDouble(f.quantity()) * FixedPoint.toDouble(f.price());
    }

    private void countOrder(NewOrderSection o) {
        if (o.side() == Side.BUY) {
            buys++;
        } else {
            sells++;
        }
    }

    private void countNotice(NoticeSection n, long timestampNs) {
        state = names.state(n.stateAfter());
        countUnclosed(n);
        newestNotice = new NoticeReading(Notice.of(n.code()), timestampNs, n.instrument(), n.value(), n.limit(), state);
    }

    /** A reading keeps the map it was given, so that each change makes a new one; they are few. */
    private void countUnclosed(NoticeSection n) {
        Notice code = Notice.of(n.code());
        if (code == Notice.CLOSING_BLOCKED) {
            unclosed = new TreeMap<>(unclosed);
            CloseObstacle obstacle = CloseObstacle.of((int) n.value());
            if (obstacle == CloseObstacle.NONE) {
                unclosed.remove(n.instrument());
            } else {
                unclosed.put(n.instrument(), obstacle);
            }
        } else if (code == Notice.RESUMED || n.stateAfter() == NoticeSection.HALTED) {
            unclosed = new TreeMap<>();
        }
    }

    private static void increment(long[] counts, int ordinal) {
        if (ordinal >= 0 && ordinal < counts.length) {
            counts[ordinal]++;
        }
    }

    private static List<Long> list(long[] counts) {
        List<Long> list = new ArrayList<>(counts.length);
        for (long count : counts) {
            list.add(count);
        }
        return List.copyOf(list);
    }

    /** @return the counters now; the counting thread only */
    OutboundReading reading() {
        return new OutboundReading(
                sequence,
                state,
                newestStep,
                steps,
                list(outcomes),
                equity,
                new ComponentTotals(components),
                buys,
                sells,
                cancels,
                filled,
                tradedNotional,
                list(denials),
                largestResidual,
                newestNotice,
                Collections.unmodifiableSortedMap(unclosed));
    }
}
