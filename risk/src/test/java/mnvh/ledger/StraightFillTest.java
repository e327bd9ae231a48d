package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.number;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.state.StateHash;
import mnvh.units.DecimalText;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/**
 * The same fills booked straight, and with care because their fee comes as a commission: every balance, component, lot
 * and entry of the history is the same after each of them, and so is what was announced.
 */
class StraightFillTest {
    private static final String MAKER = "0.0002";
    private static final String TAKER = "0.0007";
    private static final FeeConfig RATES =
            new FeeConfig(DecimalText.parseRate(MAKER), DecimalText.parseRate(TAKER), 0, 0);

    @Test
    void booksAreThoseOfTheCarefulWay() {
        long seed = 0x57A1;
        System.out.println("StraightFillTest seed " + seed);
        for (InstrumentKind kind : List.of(InstrumentKind.SPOT, InstrumentKind.LINEAR_PERP)) {
            for (LotMethod method : LotMethod.values()) {
                for (int maxLots = 1; maxLots <= 4; maxLots++) {
                    LotsConfig lots = new LotsConfig(method, maxLots, 3);
                    run(new SplittableRandom(seed + maxLots), lots, kind, InstrumentKind.INVERSE_PERP);
                }
            }
        }
    }

    private static void run(SplittableRandom random, LotsConfig lots, InstrumentKind... kinds) {
        LedgerDesk straight = new LedgerDesk("100", RATES, lots, kinds);
        LedgerDesk careful = new LedgerDesk("100", RATES, lots, kinds);
        FeeSchedule fees = new FeeSchedule(straight.universe, RATES);
        Execution fill = new Execution();
        for (int i = 0; i < kinds.length; i++) {
            straight.mark(i, "5");
            careful.mark(i, "5");
        }
        for (long id = 1; id <= 250; id++) {
            int i = random.nextInt(kinds.length);
            int choice = random.nextInt(8);
            if (choice == 0) {
                long price = random.nextLong(1, number("10"));
                straight.ledger.mark(i, price);
                careful.ledger.mark(i, price);
            } else if (choice == 1 && id > 2) {
                long busted = id - 1 - random.nextInt(2);
                assertEquals(careful.ledger.bust(i, busted), straight.ledger.bust(i, busted));
            } else {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                Liquidity liquidity = random.nextBoolean() ? Liquidity.MAKER : Liquidity.TAKER;
                long quantity = random.nextLong(1, 5) * number("0.01") + random.nextLong(3) - 1;
                long price = random.nextLong(1, number("10")) >>> random.nextInt(24) | 1;
                fill.of(id, i, side, quantity, price).liquidity(liquidity).at(2 * id);
                long fee = straight.ledger.fill(fill);
                long notional = Math.abs(straight.universe.get(i).value(quantity, price));
                assertEquals(fees.feeOf(i, liquidity, notional, quantity), fee);
                careful.ledger.fill(fill.commission(straight.ledger.currencies().ofInstrument(i), fee));
            }
            assertEquals(careful.recorder.take(), straight.recorder.take(), "announced");
            Likeness.assertAlike(careful.ledger, straight.ledger);
            assertEquals(careful.hash(), straight.hash(), "state");
            assertEquals(history(careful.ledger), history(straight.ledger), "history");
            straight.check(i);
        }
    }

    @Test
    void makerAndTakerPayTheirRate() {
        LedgerDesk desk = new LedgerDesk("1000", RATES, 4, InstrumentKind.SPOT);
        desk.mark(0, "100");
        assertEquals("0.02", desk.fill(0, Side.BUY, "1", "100", Liquidity.MAKER));
        assertEquals("0.14", desk.fill(0, Side.BUY, "2", "100", Liquidity.TAKER));
        assertEquals("0.0693", desk.fill(0, Side.SELL, "1", "99", Liquidity.TAKER));
        assertEquals("798.7707", text(desk.ledger.wallet()));
    }

    @Test
    void feeComesBackThoughThoseBeforeItWereNotUsual() {
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 4, 3);
        LedgerDesk desk = new LedgerDesk("1000", RATES, lots, InstrumentKind.SPOT);
        desk.mark(0, "100");
        desk.buy(0, "1", "100");
        desk.buy(0, "2", "100");
        assertTrue(desk.lateFee(0, 2, FeeKind.TAX, "USD", "0.5"));
        for (int n = 0; n < 40; n++) {
            String before = text(desk.ledger.wallet());
            desk.buy(0, "3", "100");
            desk.buy(0, "1", "100");
            assertTrue(desk.bust(0, desk.lastId() - 1));
            assertTrue(desk.bust(0, desk.lastId()));
            assertEquals(before, text(desk.ledger.wallet()));
            desk.buy(0, "0.01", "100");
        }
        assertEquals("0.238", desk.total(Account.TRADING_FEES, "USD"), "of 3.4 in all");
        assertTrue(desk.bust(0, desk.lastId()));
        assertEquals("0.2373", desk.total(Account.TRADING_FEES, "USD"));
    }

    @Test
    void everythingIsAnnouncedInTheCurrencyOfItsInstrument() {
        Universe universe = new Universe(List.of(
                LedgerDesk.instrument(0, InstrumentKind.SPOT, FixedPoint.SCALE),
                LedgerDesk.instrument(1, InstrumentKind.INVERSE_PERP, FixedPoint.SCALE)));
        List<String> told = new ArrayList<>();
        Ledger ledger = new Ledger(
                universe,
                Currencies.of(universe, "USD", List.of("EUR", "BTC")),
                new FeeSchedule(universe, RATES),
                new LotsConfig(LotMethod.FIFO, 4, 3),
                0,
                LedgerDesk.MAX_AGE_NS,
                (component, i, currency, amount) -> told.add(component + " of " + i + " in " + currency));
        for (int i = 0; i < 2; i++) {
            ledger.mark(i, number("5"));
            ledger.fill(new Execution().of(1 + i, i, Side.BUY, number("100"), number("4")));
        }
        int coin = ledger.currencies().indexOf("BTC");
        assertEquals(
                List.of(
                        "TRADING_CASHFLOW of 0 in 0",
                        "EDGE of 0 in 0",
                        "FEE of 0 in 0",
                        "TRADING_CASHFLOW of 1 in " + coin,
                        "EDGE of 1 in " + coin,
                        "FEE of 1 in " + coin),
                told);
    }

    @Test
    void smallestQuantityAndPriceAreBookedAndNothingBelow() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.SPOT);
        desk.mark(0, "1");
        desk.buy(0, "0.00000001", "0.00000001");
        assertEquals("0.00000001", text(desk.ledger.position(0)));
        long before = desk.hash();
        for (String none : List.of("0", "-1")) {
            assertThrows(IllegalArgumentException.class, () -> desk.buy(0, none, "1"));
            assertThrows(IllegalArgumentException.class, () -> desk.buy(0, "1", none));
        }
        assertEquals(before, desk.hash());
    }

    @Test
    void fillThatIsLargeInOneNumberOnlyIsRefusedWhereItsSumsDoNotFit() {
        FeeConfig dear = new FeeConfig(0, DecimalText.parseRate("0.011"), 0, 0);
        LedgerDesk desk = new LedgerDesk("0", dear, 4, InstrumentKind.SPOT);
        desk.mark(0, "0.00000001");
        long before = desk.hash();
        // 92,000 million and a fee of 1,012 million: each is a number, what leaves the wallet is none.
        assertThrows(ArithmeticException.class, () -> desk.buy(0, "1", "92000000000"));
        assertEquals(before, desk.hash());
        assertEquals("990000000", desk.buy(0, "1", "90000000000"));
        assertEquals("-90990000000", text(desk.ledger.wallet()));
    }

    private static long history(Ledger ledger) {
        StateHash hash = new StateHash();
        ledger.writeHistoryTo(hash);
        return hash.value();
    }
}
