package mnvh.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mnvh.event.BreakCause;
import mnvh.event.BreakSection;
import mnvh.event.CancelOrderSection;
import mnvh.event.CertificateSection;
import mnvh.event.Column;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OrderStateSection;
import mnvh.event.OutboundFrame;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.event.TermSection;
import mnvh.order.OrderCause;
import mnvh.order.OrderState;
import mnvh.risk.TradingState;
import mnvh.units.Component;
import mnvh.units.Side;
import mnvh.units.Term;

/** What one event caused, read out of its frame; empty when it caused nothing. */
final class FlowFrame {
    /** An order that left. */
    record Sent(long clOrdId, int instrument, Side side, long quantity, long price) {}

    /** A replacement that was asked for. */
    record Replacement(long clOrdId, long origClOrdId, int instrument, Side side, long quantity, long price) {}

    /** A fill as booked. */
    record Filled(long quantity, long price, long mark, long fee, long realised, long position, long cash) {}

    /** What a fill cost, beside the schedule. */
    record Cost(long fee, boolean reported, int currency, long scheduled, long difference) {}

    /** A notice with its numbers. */
    record Said(Notice notice, int instrument, long value, long limit, TradingState before, TradingState after) {}

    /** A change of an order. */
    record Turned(long clOrdId, OrderState from, OrderState to, OrderCause cause, long cumQuantity, long leaves) {}

    /** A difference to the venue, as the event leaves it. */
    record Broken(long id, BreakCause cause, int instrument, int currency, long amount, long firstNs) {}

    /** A limit, margin factor or fee that is another from now on. */
    record Changed(Term term, int instrument, long before, long after) {}

    /** The books of one currency at a step. */
    record Certified(
            long wallet,
            long financing,
            long positionValue,
            long debits,
            long credits,
            long residual,
            long translatedEquity,
            long booksHash) {}

    /** Everything that is owned at a step. */
    record Owned(List<Certified> currencies, Map<Integer, Long> positions, long equity) {
        long wallet(int currency) {
            return currencies.get(currency).wallet();
        }

        long financing() {
            return currencies.get(0).financing();
        }

        long positionValue() {
            return currencies.get(0).positionValue();
        }

        long position(int instrument) {
            return positions.getOrDefault(instrument, 0L);
        }
    }

    final List<Sent> orders = new ArrayList<>();
    final List<Filled> fills = new ArrayList<>();
    final List<Cost> costs = new ArrayList<>();
    final List<Said> notices = new ArrayList<>();
    final List<Turned> turns = new ArrayList<>();
    final List<Changed> changes = new ArrayList<>();
    final List<Broken> breaks = new ArrayList<>();
    final Map<Integer, Long> proposed = new TreeMap<>();
    final List<Long> cancels = new ArrayList<>();
    final List<Replacement> replacements = new ArrayList<>();
    int frames;
    private final Map<Component, Map<Integer, Long>> components = new TreeMap<>();
    private final List<Certified> certificates = new ArrayList<>();
    private final Map<Integer, Long> positions = new TreeMap<>();
    private long equity;
    private TradingState state = TradingState.ACTIVE;

    /** @return the row of a currency that belongs to no instrument */
    static int general(int currency) {
        return -1 - currency;
    }

    void read(OutboundFrame frame, FrameReader reader) {
        frames++;
        for (reader.wrap(frame.buffer(), 0); reader.next(); ) {
            switch (reader.kind()) {
                case SectionKind.NEW_ORDER:
                    NewOrderSection o = new NewOrderSection().wrap(frame.buffer(), reader.start());
                    orders.add(new Sent(o.clOrdId(), o.instrument(), o.side(), o.quantity(), o.price()));
                    break;
                case SectionKind.CANCEL_ORDER:
                    cancels.add(new CancelOrderSection()
                            .wrap(frame.buffer(), reader.start())
                            .clOrdId());
                    break;
                case SectionKind.REPLACE_ORDER:
                    ReplaceOrderSection r = new ReplaceOrderSection().wrap(frame.buffer(), reader.start());
                    replacements.add(new Replacement(
                            r.clOrdId(), r.origClOrdId(), r.instrument(), r.side(), r.quantity(), r.price()));
                    break;
                case SectionKind.FILL:
                    fill(new FillSection().wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.NOTICE:
                    notice(new NoticeSection().wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.BREAK:
                    difference(new BreakSection().wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.ORDER_STATE:
                    turn(new OrderStateSection().wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.CERTIFICATE:
                    certificate(new CertificateSection().wrap(frame.buffer(), reader.start()));
                    break;
                case SectionKind.STEP:
                    StepSection step = new StepSection().wrap(frame.buffer(), reader.start());
                    equity = step.equity();
                    state = TradingState.values()[step.state()];
                    break;
                case SectionKind.TERM:
                    TermSection t = new TermSection().wrap(frame.buffer(), reader.start());
                    changes.add(new Changed(Term.of(t.term()), t.instrument(), t.before(), t.after()));
                    break;
                case SectionKind.COLUMN:
                    column(reader);
                    break;
                default:
                    break;
            }
        }
    }

    private void fill(FillSection f) {
        fills.add(new Filled(f.quantity(), f.price(), f.markPrice(), f.fee(), f.realised(), f.position(), f.cash()));
        costs.add(new Cost(f.fee(), f.feeReported() == 1, f.feeCurrency(), f.scheduledFee(), f.feeDifference()));
    }

    private void notice(NoticeSection n) {
        TradingState[] states = TradingState.values();
        notices.add(new Said(
                Notice.of(n.code()),
                n.instrument(),
                n.value(),
                n.limit(),
                states[n.stateBefore()],
                states[n.stateAfter()]));
    }

    private void difference(BreakSection b) {
        breaks.add(new Broken(b.breakId(), b.cause(), b.instrument(), b.currency(), b.amount(), b.firstNs()));
    }

    private void turn(OrderStateSection s) {
        turns.add(new Turned(
                s.clOrdId(),
                OrderState.of(s.from()),
                OrderState.of(s.to()),
                OrderCause.values()[s.cause()],
                s.cumQuantity(),
                s.leavesQuantity()));
    }

    private void certificate(CertificateSection c) {
        certificates.add(new Certified(
                c.wallet(),
                c.financing(),
                c.positionValue(),
                c.debits(),
                c.credits(),
                c.residual(),
                c.translatedEquity(),
                c.booksHash()));
    }

    private void column(FrameReader reader) {
        for (int i = 0; i < reader.count(); i++) {
            if (reader.column() < Component.count()) {
                components
                        .computeIfAbsent(Component.of(reader.column()), any -> new TreeMap<>())
                        .merge(reader.instrument(i), reader.value(i), Long::sum);
            } else if (reader.column() == Column.POSITION) {
                positions.put(reader.instrument(i), reader.value(i));
            } else if (reader.column() == Column.PROPOSED) {
                proposed.put(reader.instrument(i), reader.value(i));
            }
        }
    }

    /** @return the books that a step certified */
    Owned owned() {
        return new Owned(certificates, positions, equity);
    }

    /** @return sum of a component's entries in a row: an instrument, or {@link #general} of a currency */
    long sum(Component component, int row) {
        return components.getOrDefault(component, Map.of()).getOrDefault(row, 0L);
    }

    /** @return the components that changed */
    Set<Component> components() {
        Set<Component> changed = EnumSet.noneOf(Component.class);
        changed.addAll(components.keySet());
        return changed;
    }

    /** @return true when nothing of the books changed */
    boolean booksNothing() {
        return components.isEmpty() && fills.isEmpty();
    }

    /** @return requests, changes and notices written */
    int sections() {
        return orders.size() + cancels.size() + replacements.size() + turns.size() + notices.size();
    }

    /** @return the notices without their numbers */
    List<Notice> said() {
        return notices.stream().map(Said::notice).toList();
    }

    /** @return state of the engine after a step */
    TradingState state() {
        return state;
    }

    /** @return the only fill booked */
    Filled fill() {
        if (fills.size() != 1) {
            throw new AssertionError("one fill expected, booked were " + fills);
        }
        return fills.get(0);
    }

    /** @return the only change of an order */
    Turned turn() {
        if (turns.size() != 1) {
            throw new AssertionError("one change expected, there were " + turns);
        }
        return turns.get(0);
    }
}
