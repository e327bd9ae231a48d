package mnvh.audit;

import static mnvh.audit.AuditDesk.instrument;
import static mnvh.audit.AuditDesk.number;
import static mnvh.audit.AuditDesk.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class AuditPropertyTest {
    private static final long SEED = 20;
    private static final FeeConfig FEES = new FeeConfig(rate("-0.00013"), rate("0.00047"), number("0.0003"), 7);
    private static final Liquidity[] LIQUIDITY = Liquidity.values();
    private static final FeeKind[] KINDS = FeeKind.values();
    private static final int INSTRUMENTS = 3;

    @Test
    void identitiesHoldUnderAnyEvents() {
        System.out.println("AuditPropertyTest seed " + SEED);
        for (LotMethod method : LotMethod.values()) {
            SplittableRandom random = new SplittableRandom(SEED);
            AuditDesk desk = desk(new LotsConfig(method, 3, 5));
            int changed = 0;
            for (int n = 1; n <= 20_000; n++) {
                changed += event(desk.books, random, n) ? 1 : 0;
                if (random.nextInt(10) == 0) {
                    desk.close(n);
                }
            }
            assertTrue(changed > 400, "only " + changed + " changes of the past");
        }
    }

    /** One book has a fill that is taken back or put right later; the other never had it, or had it right. */
    @Test
    void theBooksForgetWhatTheVenueTakesBack() {
        System.out.println("AuditPropertyTest seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 3_000; round++) {
            LotMethod method = LotMethod.values()[round % 3];
            LotsConfig lots = new LotsConfig(method, 1 + random.nextInt(4), 6);
            AuditDesk wrong = desk(lots);
            AuditDesk right = desk(lots);
            int i = random.nextInt(INSTRUMENTS);
            boolean corrected = random.nextBoolean();
            int mistake = random.nextInt(10);
            int noticed = mistake + random.nextInt(6);
            long mistakeSeed = 0;
            wrong.mark(i, "11");
            right.mark(i, "11");
            for (int n = 0; n < 14; n++) {
                long seed = random.nextLong();
                if (n == mistake) {
                    mistakeSeed = seed;
                    fill(wrong.books, i, n, new SplittableRandom(random.nextLong()), n);
                    assertTrue(wrong.lateFee(i, n, FeeKind.TAX, AuditDesk.BTC, "0.5"));
                    assertTrue(wrong.lateFee(i, n, FeeKind.TAX, AuditDesk.USD, "0.5"));
                    if (corrected) {
                        fill(right.books, i, 100, new SplittableRandom(seed), n);
                    }
                } else {
                    fill(wrong.books, i, n, new SplittableRandom(seed), n);
                    fill(right.books, i, n, new SplittableRandom(seed), n);
                }
                if (n == noticed) {
                    assertTrue(
                            corrected ? correct(wrong.books, i, mistake, mistakeSeed) : wrong.books.bust(i, mistake));
                }
                if (n >= noticed) {
                    assertSame(right, wrong, i);
                }
            }
        }
    }

    /** Books with only the fills that are left say the same, however many are taken back and whenever. */
    @Test
    void anyOfTheLatestFillsCanGo() {
        System.out.println("AuditPropertyTest seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        int history = 70;
        AuditDesk desk = desk(new LotsConfig(LotMethod.FIFO, 4, history));
        desk.mark(0, "11");
        List<Long> left = new ArrayList<>();
        ArrayDeque<Long> window = new ArrayDeque<>();
        for (int n = 1; n <= 4_000; n++) {
            long id = n;
            fill(desk.books, 0, id, new SplittableRandom(id), id);
            left.add(id);
            window.addLast(id);
            if (window.size() > history) {
                window.removeFirst();
            }
            // Now and then so many go that whole stretches of the past are empty.
            int busts = random.nextInt(n / 300 % 3 == 2 ? 4 : 2);
            for (int k = 0; k < busts; k++) {
                Long bust = id - random.nextInt(100);
                boolean latest = window.remove(bust);
                assertEquals(latest, desk.books.bust(0, bust), "bust of " + bust + " after " + n);
                if (latest) {
                    left.remove(bust);
                }
            }
            if (n % 40 == 0) {
                AuditDesk other = desk(new LotsConfig(LotMethod.FIFO, 4, 0));
                other.mark(0, "11");
                left.forEach(each -> fill(other.books, 0, each, new SplittableRandom(each), each));
                assertSame(other, desk, 0);
            }
        }
    }

    @Test
    void brokenBooksAreNoticed() {
        AuditDesk desk = desk(AuditDesk.FIFO);
        desk.buy(0, "1", "10");
        desk.close(1);
        // Cash from nowhere, in a currency with a rate and in one without.
        for (int i : new int[] {0, 2}) {
            desk.readings.row(i).receive(Exact.of(2));
            AuditException broken = assertThrows(AuditException.class, () -> desk.books.closeStep(2));
            assertEquals(Exact.of(2), broken.found().subtract(broken.expected()), broken.toString());
            desk.readings.row(i).receive(Exact.of(2).negate());
            desk.close(3);
        }
        // Cash in the wrong row: the totals hold, the instrument does not, as soon as it is touched.
        desk.readings.row(0).receive(Exact.of(2));
        desk.readings.row(1).receive(Exact.of(2).negate());
        desk.books.closeStep(4);
        AuditException untouched = assertThrows(AuditException.class, desk.books::checkAll);
        assertTrue(untouched.toString().contains("I0: cash is "), untouched::toString);
        desk.mark(1, "10");
        AuditException touched = assertThrows(AuditException.class, () -> desk.books.closeStep(5));
        assertTrue(touched.toString().contains("I1: cash is "), touched::toString);
    }

    private static void assertSame(AuditDesk right, AuditDesk wrong, int i) {
        AuditReadings expected = right.readings;
        AuditReadings found = wrong.readings;
        assertEquals(expected.lots(i), found.lots(i));
        assertEquals(expected.position(i), found.position(i));
        assertEquals(expected.realised(i), found.realised(i));
        assertEquals(expected.value(i), found.value(i));
        for (int c = 0; c < 2; c++) {
            assertEquals(expected.wallet(c), found.wallet(c));
            assertEquals(expected.financing(c), found.financing(c));
            assertEquals(expected.equity(c), found.equity(c));
            for (Component component : Component.values()) {
                assertEquals(
                        expected.componentOfCurrency(component, c),
                        found.componentOfCurrency(component, c),
                        component.name());
            }
        }
    }

    private static AuditDesk desk(LotsConfig lots) {
        return new AuditDesk(
                "1000",
                FEES,
                lots,
                instrument(0, InstrumentKind.LINEAR_PERP, "USD", "0.5"),
                instrument(1, InstrumentKind.SPOT, "USD", "1"),
                instrument(2, InstrumentKind.INVERSE_PERP, "BTC", "100"));
    }

    /** @return true when it changed a fill of the past */
    private static boolean event(AuditBooks books, SplittableRandom random, long n) {
        int i = random.nextInt(INSTRUMENTS);
        long recent = n - random.nextInt(12);
        int c = random.nextInt(2);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3:
                fill(books, i, n, random, n);
                return false;
            case 4, 5:
                return books.bust(i, recent);
            case 6, 7:
                return correct(books, i, recent, random.nextLong());
            case 8, 9:
                return books.lateFee(i, recent, KINDS[random.nextInt(5)], c, random.nextLong(-9, 1_000_000));
            case 10:
                books.funding(i, random.nextLong(-1_000_000_000, 1_000_000_000), 1 + random.nextLong(1 << 30), n);
                return false;
            case 11:
                books.borrow(i, random.nextLong(1_000_000_000), n);
                return false;
            case 12:
                books.interest(c, random.nextLong(-1_000_000_000, 1_000_000_000), n);
                return false;
            case 13:
                books.rate(AuditDesk.BTC, 1 + random.nextLong(1L << 40), n);
                return false;
            case 14:
                books.convert(c, 1 + random.nextInt(1 << 20), 1 - c, 1 + random.nextInt(1 << 20), n);
                return false;
            default:
                books.mark(i, 1 + random.nextLong(1L << 35));
                return false;
        }
    }

    private static void fill(AuditBooks books, int i, long id, SplittableRandom random, long timestampNs) {
        Side side = Side.of(random.nextInt(2));
        long quantity = 1_000_000L * (1 + random.nextInt(5_000));
        long price = 1 + random.nextLong(1L << 35);
        Liquidity liquidity = LIQUIDITY[random.nextInt(2)];
        boolean reported = random.nextBoolean();
        long commission = random.nextLong(-1_000, 1_000_000);
        books.fill(id, i, side, quantity, price, liquidity, reported, random.nextInt(2), commission, timestampNs);
    }

    /** Corrects fill {@code id} to what {@link #fill} makes of that seed, with the id 100. */
    private static boolean correct(AuditBooks books, int i, long id, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Side side = Side.of(random.nextInt(2));
        long quantity = 1_000_000L * (1 + random.nextInt(5_000));
        long price = 1 + random.nextLong(1L << 35);
        Liquidity liquidity = LIQUIDITY[random.nextInt(2)];
        boolean reported = random.nextBoolean();
        long commission = random.nextLong(-1_000, 1_000_000);
        return books.correct(i, id, 100, side, quantity, price, liquidity, reported, random.nextInt(2), commission);
    }
}
