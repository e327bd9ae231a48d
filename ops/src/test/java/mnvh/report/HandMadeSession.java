package mnvh.report;

import java.nio.file.Path;
import java.util.List;
import mnvh.event.EventKind;
import mnvh.event.EventSlot;
import mnvh.event.FillSection;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.event.TimerEvent;
import mnvh.journal.JournalWriter;
import mnvh.journal.SessionFolder;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import mnvh.universe.UniverseText;

/** Writes a session whose every number stands in the test: no engine, real journal. */
final class HandMadeSession implements AutoCloseable {
    static final Universe UNIVERSE = new Universe(List.of(instrument(0, "A"), instrument(1, "B")));
    static final String CONFIG = "version: 1\n";
    /** 2026-01-05T00:00:00Z, a Monday. */
    static final long START_NS = 1_767_571_200_000_000_000L;

    static final long DAY_NS = 86_400_000_000_000L;

    private final SessionFolder session;
    private final JournalWriter inbound;
    private final JournalWriter outbound;
    private final OutboundFrame frame = new OutboundFrame(OutboundFrame.capacityFor(2, 100));
    private final EventSlot slot = new EventSlot();
    private long events = 2;
    private long frames;
    private long steps;

    HandMadeSession(Path journalDir) {
        session = SessionFolder.create(journalDir, "hand-made");
        inbound = new JournalWriter(session.inbound());
        outbound = new JournalWriter(session.outbound());
        inbound.appendText(EventKind.CONFIG, 1, START_NS, CONFIG);
        inbound.appendText(EventKind.UNIVERSE, 2, START_NS, UniverseText.write(UNIVERSE));
    }

    Path path() {
        return session.path();
    }

    /** Opens a step a day after the last one; end it with {@link #write}. */
    HandMadeSession step(String equity) {
        begin();
        new StepSection()
                .wrap(frame.buffer(), frame.section(SectionKind.STEP, StepSection.LENGTH))
                .step(steps)
                .closeNs(START_NS + steps * DAY_NS)
                .outcome((steps == 0 ? StepOutcome.FIRST : StepOutcome.TRADED).ordinal())
                .equity(DecimalText.parse(equity))
                .rho(Double.NaN)
                .stateHash(0xABCDL + steps);
        steps++;
        return this;
    }

    /** Opens a frame with a fill; end it with {@link #write}. */
    HandMadeSession fill(int instrument, Side side, String quantity, String price, String mark, String equity) {
        begin();
        new FillSection()
                .wrap(frame.buffer(), frame.section(SectionKind.FILL, FillSection.LENGTH))
                .clOrdId(frames + 1)
                .instrument(instrument)
                .side(side)
                .liquidity(Liquidity.TAKER)
                .quantity(DecimalText.parse(quantity))
                .price(DecimalText.parse(price))
                .markPrice(DecimalText.parse(mark))
                .equity(DecimalText.parse(equity));
        return this;
    }

    /** Opens a frame without a section of its own; end it with {@link #write}. */
    HandMadeSession cause() {
        begin();
        return this;
    }

    HandMadeSession with(Component component, int instrument, String amount) {
        frame.component(component, instrument, 0, DecimalText.parse(amount));
        return this;
    }

    void write() {
        frame.conclude();
        frames++;
        outbound.onFrame(frame, frames, true);
    }

    private void begin() {
        events++;
        long timestampNs = START_NS + steps * DAY_NS;
        new TimerEvent().begin(slot, timestampNs).closeNs(timestampNs);
        slot.sequence(events);
        inbound.onEvent(slot, events, true);
        frame.begin(events, timestampNs);
    }

    @Override
    public void close() {
        inbound.close();
        outbound.close();
        session.close();
    }

    /** Initial cash 10000; buy 10 A, sell 20 B, marks move, funding, sell 4 A; equity 9986.4971. */
    static Path traded(Path journalDir) {
        try (HandMadeSession s = new HandMadeSession(journalDir)) {
            s.step("10000").write();
            s.step("10000").write();
            s.fill(0, Side.BUY, "10", "100.05", "100", "9998.4995")
                    .with(Component.TRADING_CASHFLOW, 0, "1000")
                    .with(Component.EDGE, 0, "-0.5")
                    .with(Component.FEE, 0, "-1.0005")
                    .write();
            s.fill(1, Side.SELL, "20", "49.98", "50", "9997.0999")
                    .with(Component.TRADING_CASHFLOW, 1, "-1000")
                    .with(Component.EDGE, 1, "-0.4")
                    .with(Component.FEE, 1, "-0.9996")
                    .write();
            s.step("9987.0999")
                    .with(Component.MTM, 0, "10")
                    .with(Component.MTM, 1, "-20")
                    .write();
            s.cause()
                    .with(Component.FUNDING, 0, "-0.101")
                    .with(Component.FUNDING, 1, "0.102")
                    .write();
            s.fill(0, Side.SELL, "4", "100.95", "101", "9986.4971")
                    .with(Component.TRADING_CASHFLOW, 0, "-404")
                    .with(Component.EDGE, 0, "-0.2")
                    .with(Component.FEE, 0, "-0.4038")
                    .write();
            return s.path();
        }
    }

    private static Instrument instrument(int index, String symbol) {
        long one = DecimalText.parse("1");
        return new Instrument(
                index,
                symbol,
                InstrumentKind.values()[0],
                "USD",
                one / 100,
                one,
                one,
                one,
                one * 1000,
                0,
                DecimalText.parseRate("1"));
    }
}
