package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of fills through short histories, taken back, corrected and charged at random: after every event lots,
 * position and profit are those of a rebuild from all fills that are left, however far the store has moved on.
 */
class FillHistoryTest {
    private static final int EVENTS = 600;

    @Test
    void everyHistoryAgreesWithAFreshRebuild() {
        int[] windows = {1, 2, 3, 5, 16};
        for (int window : windows) {
            for (LotMethod method : LotMethod.values()) {
                for (InstrumentKind kind : List.of(InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT)) {
                    LotsConfig lots = new LotsConfig(method, 1 + window % 4, window);
                    new Run(0xF111 + window, kind, lots, false).events();
                    new Run(0x5717 + window, kind, lots, true).events();
                }
            }
        }
    }

    @Test
    void windowCountsWhatIsLeftAndEvictedFillsStayOut() {
        LedgerDesk desk = new LedgerDesk("0", FREE, new LotsConfig(LotMethod.FIFO, 4, 3), InstrumentKind.SPOT);
        for (int n = 1; n <= 4; n++) {
            desk.buy(0, "1", "10");
        }
        desk.bust(0, 4);
        desk.bust(0, 3);
        desk.buy(0, "1", "10");
        desk.buy(0, "1", "10");
        // 2, 5 and 6 fill the window; 1 was evicted by 4, which is gone.
        assertEquals(false, desk.bust(0, 1));
        assertEquals(true, desk.bust(0, 2));
        desk.buy(0, "1", "10");
        assertEquals(true, desk.bust(0, 5));
        assertEquals(List.of("1 at 1", "6 at 6", "7 at 7"), desk.lotOrigins(0));
    }

    @Test
    void reachesBackToTheNewestFillThatIsNotInTheWindow() {
        SplittableRandom random = new SplittableRandom(0xBAC);
        LotMove move = new LotMove();
        for (int window = 1; window <= 4; window++) {
            for (int late = 1; late <= 9; late += 4) {
                LotsConfig config = new LotsConfig(LotMethod.FIFO, 2, window);
                long[] memory = new long[FillRing.HEADER + FillHistory.wordsOf(config)];
                FillHistory history = new FillHistory(config, memory, 0, FillRing.HEADER, 0);
                Lots lots = new Lots(config);
                List<Long> times = new ArrayList<>();
                long newestOut = Long.MIN_VALUE;
                for (long id = 1; id <= 150; id++) {
                    // In order, or up to 8 late.
                    long time = id - random.nextInt(late);
                    lots.fill(move, id, 1, 2, 0, time);
                    history.add(id, 1, 2, 0, time, 0, 0, lots);
                    times.add(time);
                    if (times.size() > window) {
                        newestOut = Math.max(newestOut, times.remove(0));
                    }
                    if (random.nextInt(5) == 0) {
                        history.remove(history.find(id));
                        history.rebuild(lots);
                        times.remove(times.size() - 1);
                    }
                    for (long instant = id - 15; instant <= id; instant++) {
                        long from = instant;
                        assertEquals(newestOut <= instant, history.reaches(instant));
                        assertEquals(times.stream().filter(t -> t > from).count(), history.quantityAfter(instant));
                    }
                }
            }
        }
    }

    @Test
    void placeOfTheLotsThatAreKeptIsWritten() {
        // A window of one: with the eighth fill lots are kept.
        LotsConfig config = new LotsConfig(LotMethod.FIFO, 2, 1);
        long[] scratch = new long[1 + Lots.wordsOf(config)];
        for (int fills = 7; fills <= 8; fills++) {
            long[] memory = new long[FillRing.HEADER + FillHistory.wordsOf(config)];
            FillHistory history = new FillHistory(config, memory, 0, FillRing.HEADER, 0);
            Lots lots = new Lots(config);
            for (int id = 1; id <= fills; id++) {
                history.add(id, 1, 2, 0, id, 0, 0, lots);
            }
            RecordedState state = new RecordedState();
            history.writeTo(state, scratch);
            List<Long> written = state.take();
            List<Long> expected = fills == 7 ? List.of(6L, Long.MIN_VALUE) : List.of(7L, 8L, Long.MIN_VALUE);
            assertEquals(expected, written.subList(4 * fills, written.size()));
        }
    }

    /** A fill that is left. */
    private record Entry(long id, long timeNs, long signed, long price, long fee, long late) {}

    /** One ledger beside the list of its fills. */
    private static final class Run {
        private final SplittableRandom random;
        private final InstrumentKind kind;
        private final LotsConfig lots;
        /** Fees follow the schedule, and until half of the events nothing but a bust is unusual. */
        private final boolean plain;

        private final LedgerDesk desk;
        private final Execution execution = new Execution();
        private final List<Entry> entries = new ArrayList<>();
        /** Names of the fills that can be taken back, and how many late fees each has. */
        private final List<Long> window = new ArrayList<>();

        private final List<Long> lateFees = new ArrayList<>();
        /** What no event can change any more: the fills that left the window. */
        private final LotOracle beforeWindow;

        private long lastId;

        Run(long seed, InstrumentKind kind, LotsConfig lots, boolean plain) {
            System.out.println("FillHistoryTest seed " + seed);
            this.random = new SplittableRandom(seed);
            this.kind = kind;
            this.lots = lots;
            this.plain = plain;
            this.desk = new LedgerDesk("0", FREE, lots, kind);
            this.beforeWindow = new LotOracle(lots.method(), lots.maxPerInstrument());
            desk.ledger.mark(0, 500);
        }

        void events() {
            int plainUntil = plain ? EVENTS / 2 : 0;
            for (int n = 0; n < EVENTS; n++) {
                if (n == plainUntil) {
                    // A wallet this far below zero has no room for a fee of the largest number.
                    desk.external("USD", "-50000000000");
                }
                if (n < plainUntil) {
                    plainEvent();
                } else {
                    event();
                }
                desk.check(0);
                LotOracle oracle = beforeWindow.copy();
                entries.subList(entries.size() - window.size(), entries.size()).forEach(entry -> tell(oracle, entry));
                oracle.assertHolds(desk.ledger, 0);
                if (n % 50 == 49) {
                    Likeness.assertHeldAlike(fresh(), desk.ledger, 0);
                }
            }
        }

        private void tell(LotOracle oracle, Entry entry) {
            long paid = desk.universe.get(0).value(entry.signed, entry.price);
            oracle.fill(entry.id, entry.timeNs, entry.signed, paid, entry.fee + entry.late);
        }

        private void plainEvent() {
            int choice = random.nextInt(40);
            if (choice < 36 || entries.isEmpty()) {
                fill();
            } else if (choice < 38) {
                bust();
            } else {
                desk.ledger.mark(0, random.nextLong(1, 1_000));
            }
        }

        private void event() {
            int choice = random.nextInt(12);
            if (choice < 5 || entries.isEmpty()) {
                fill();
            } else if (choice < 7) {
                bust();
            } else if (choice < 8) {
                correct();
            } else if (choice < 9) {
                lateFee();
            } else if (choice < 11) {
                refused();
            } else {
                desk.ledger.mark(0, random.nextLong(1, 1_000));
            }
        }

        private void fill() {
            Entry entry = next();
            desk.ledger.fill(execution(entry));
            entries.add(entry);
            window.add(entry.id);
            if (window.size() > lots.history()) {
                lateFees.removeIf(window.remove(0)::equals);
                tell(beforeWindow, entries.get(entries.size() - window.size() - 1));
            }
        }

        private void bust() {
            long id = someId();
            boolean expected = window.remove(id);
            assertEquals(expected, desk.ledger.bust(0, id), "bust of " + id);
            if (expected) {
                entries.remove(at(id));
                lateFees.removeIf(charged -> charged == id);
            }
        }

        private void correct() {
            long id = someId();
            Entry entry = next();
            boolean expected = window.contains(id);
            assertEquals(expected, desk.ledger.correct(id, execution(entry)), "correction of " + id);
            if (expected) {
                long time = entries.get(at(id)).timeNs;
                entries.set(at(id), new Entry(entry.id, time, entry.signed, entry.price, entry.fee, 0));
                window.set(window.indexOf(id), entry.id);
                lateFees.removeIf(charged -> charged == id);
            }
        }

        private void lateFee() {
            long id = someId();
            long fee = random.nextLong(-50, 500);
            boolean expected = window.contains(id);
            if (!expected || lateFees.size() < lots.history()) {
                assertEquals(expected, desk.ledger.lateFee(0, id, FeeKind.CLEARING, 0, fee), "late fee of " + id);
                if (expected) {
                    Entry entry = entries.get(at(id));
                    entries.set(
                            at(id),
                            new Entry(id, entry.timeNs, entry.signed, entry.price, entry.fee, entry.late + fee));
                    lateFees.add(id);
                }
            }
        }

        /** What overflows late must leave no trace, in the history either. */
        private void refused() {
            if (!window.isEmpty() && lateFees.size() < lots.history()) {
                long id = window.get(random.nextInt(window.size()));
                long before = desk.hash();
                assertThrows(
                        ArithmeticException.class,
                        () -> desk.ledger.lateFee(0, id, FeeKind.TAX, 0, Long.MAX_VALUE - 1_000_000));
                assertThrows(
                        ArithmeticException.class,
                        () -> desk.ledger.correct(id, execution(next()).commission(0, Long.MAX_VALUE - 1_000_000)));
                assertEquals(before, desk.hash());
            }
        }

        private Entry next() {
            long quantity = 1_000_000 * random.nextLong(1, 30);
            return new Entry(
                    ++lastId,
                    lastId,
                    random.nextBoolean() ? quantity : -quantity,
                    random.nextLong(1, 1_000),
                    plain ? 0 : random.nextLong(-100, 1_000),
                    0);
        }

        private Execution execution(Entry entry) {
            Side side = Side.ofSigned(entry.signed);
            execution.of(entry.id, 0, side, Math.abs(entry.signed), entry.price).at(entry.timeNs);
            return plain && entry.fee == 0 ? execution : execution.commission(0, entry.fee);
        }

        /** Mostly a fill of the window; else one that was there before, or never. */
        private long someId() {
            return window.isEmpty() || random.nextInt(4) == 0
                    ? Math.max(1, lastId + 1 - random.nextInt(3 * lots.history()))
                    : window.get(random.nextInt(window.size()));
        }

        private int at(long id) {
            for (int at = 0; at < entries.size(); at++) {
                if (entries.get(at).id == id) {
                    return at;
                }
            }
            throw new AssertionError("fill " + id + " is not there");
        }

        /** A ledger that booked only what is left, each fill with all its fees. */
        private Ledger fresh() {
            LedgerDesk other = new LedgerDesk("0", FREE, lots, kind);
            other.ledger.mark(0, 1 + FixedPoint.SCALE);
            for (Entry entry : entries) {
                other.ledger.fill(execution(entry).commission(0, entry.fee + entry.late));
            }
            other.mark(0, LedgerDesk.text(desk.ledger.markPrice(0)));
            return other.ledger;
        }
    }
}
