package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.FeeKind;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** What does not fit 64 bits while fills are taken back leaves no trace, in the history neither. */
class RefusalTest {
    private static final String MOST = "90000000000";

    @Test
    void bustWhoseFeesDoNotFit() {
        LedgerDesk desk = rebated();
        refused(desk, () -> desk.ledger.bust(0, 2));
        desk.external("USD", "50000000000");
        assertTrue(desk.bust(0, 2));
        assertEquals("-90000000000", text(desk.ledger.wallet()));
        assertEquals(List.of("1@100/0"), desk.lots(0));
    }

    @Test
    void bustWhosePositionDoesNotFit() {
        LedgerDesk desk = desk();
        trade(desk, Side.SELL);
        trade(desk, Side.BUY);
        trade(desk, Side.BUY);
        refused(desk, () -> desk.ledger.bust(0, 1));
        assertTrue(desk.bust(0, 3));
        assertTrue(desk.bust(0, 1));
        assertEquals(List.of("2 at 2"), desk.lotOrigins(0));
    }

    @Test
    void bustWhosePositionDoesNotFitInBetween() {
        LedgerDesk desk = desk();
        trade(desk, Side.SELL);
        trade(desk, Side.BUY);
        trade(desk, Side.BUY);
        trade(desk, Side.SELL);
        refused(desk, () -> desk.ledger.bust(0, 1));
        assertTrue(desk.bust(0, 3));
        assertEquals("-90000000000", text(desk.ledger.position(0)));
        assertTrue(desk.bust(0, 4));
        assertTrue(desk.bust(0, 1));
        assertEquals(List.of("2 at 2"), desk.lotOrigins(0));
    }

    @Test
    void bustWhoseProfitDoesNotFit() {
        LedgerDesk desk = desk();
        desk.buy(0, "1", MOST);
        desk.mark(0, "0.00000001");
        desk.sell(0, "1", "0.00000001");
        desk.external("USD", MOST);
        desk.fillWithCommission(1, Side.BUY, "1", "100", "-50000000000");
        refused(desk, () -> desk.ledger.bust(0, 1));
        assertTrue(desk.bust(1, 3));
        assertTrue(desk.bust(0, 1));
        assertEquals(MOST, text(desk.ledger.wallet()));
        assertEquals("0", text(desk.ledger.realised(0)));
    }

    @Test
    void correctionWhoseFeeDoesNotFit() {
        LedgerDesk desk = rebated();
        refused(desk, () -> desk.ledger.correct(2, one().commission(0, Long.MAX_VALUE)));
        refused(desk, () -> desk.ledger.correct(2, one().commission(0, Long.MIN_VALUE)));
        refused(desk, () -> desk.ledger.correct(2, one().commission(0, 0)));
        assertTrue(desk.correct(1, 0, Side.BUY, "2", "100", "0"));
        assertEquals(List.of("2@200/0", "1@100/-50000000000"), desk.lots(0));
    }

    @Test
    void correctionWhosePositionOrValueDoesNotFit() {
        LedgerDesk desk = desk();
        trade(desk, Side.BUY);
        desk.sell(0, "1", "0.00000001");
        Execution fill = new Execution();
        refused(desk, () -> desk.ledger.correct(2, fill.of(9, 0, Side.BUY, LedgerDesk.number(MOST), 1)));
        refused(desk, () -> desk.ledger.correct(2, fill.of(9, 0, Side.SELL, LedgerDesk.number(MOST), Long.MAX_VALUE)));
        assertTrue(desk.correct(2, 0, Side.SELL, MOST, "0.00000001", "0"));
        assertEquals(List.of(), desk.lots(0));
    }

    @Test
    void lateFeeThatDoesNotFit() {
        LedgerDesk desk = rebated();
        refused(desk, () -> desk.ledger.lateFee(0, 1, FeeKind.TAX, 0, Long.MAX_VALUE));
        refused(desk, () -> desk.ledger.lateFee(0, 2, FeeKind.TAX, 0, Long.MIN_VALUE));
        refused(desk, () -> desk.ledger.lateFee(0, 2, FeeKind.TAX, 0, -Long.MAX_VALUE));
        desk.external("USD", "40000000000");
        refused(desk, () -> desk.ledger.lateFee(0, 2, FeeKind.TAX, 0, -Long.MAX_VALUE));
        assertTrue(desk.lateFee(0, 1, FeeKind.TAX, "USD", "0.5"));
        assertEquals(List.of("1@100/0.5", "1@100/-50000000000"), desk.lots(0));
        assertTrue(desk.bust(0, 1));
        assertEquals("-50000000000", text(desk.ledger.wallet()), "a fee that was refused does not come back");
    }

    @Test
    void purchaseOfAllCashIsBookedThoughCashAndValueDoNotFitTogether() {
        LedgerDesk desk = new LedgerDesk(MOST, FREE, 4, InstrumentKind.SPOT);
        desk.buy(0, MOST, "1");
        assertEquals("0", text(desk.ledger.wallet()));
        assertEquals(MOST, text(desk.ledger.equity()));
        assertTrue(desk.bust(0, 1));
        assertEquals(MOST, text(desk.ledger.wallet()));
    }

    @Test
    void lotsAreTurnedRoundThoughCostBeforeAndAfterDoNotFitTogether() {
        LedgerDesk desk = new LedgerDesk("0", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "1", "50000000000");
        desk.sell(0, "1.5", "50000000000");
        assertEquals(List.of("0.5@-25000000000/0"), desk.lots(0));
        assertEquals("0", text(desk.ledger.wallet()));
    }

    @Test
    void feesOfMergedLotsAreThoseOfTheTwoThatMerge() {
        LedgerDesk desk = new LedgerDesk("0", FREE, 1, InstrumentKind.LINEAR_PERP);
        desk.fillWithCommission(0, Side.BUY, "1", "1", "50000000000");
        desk.fillWithCommission(0, Side.BUY, "1", "1", "0");
        assertEquals(List.of("2@2/50000000000"), desk.lots(0));
    }

    @Test
    void feesOfMergedLotsMustFitTogetherThoughTheyStandInTwoAccounts() {
        for (int maxLots = 1; maxLots <= 2; maxLots++) {
            LedgerDesk desk = new LedgerDesk("0", FREE, maxLots, InstrumentKind.LINEAR_PERP);
            desk.buy(0, "1", "1");
            desk.sell(0, "1", "50000000001");
            desk.fillWithCommission(0, Side.BUY, "1", "1", "50000000000");
            desk.lateFee(0, desk.lastId(), FeeKind.TAX, "USD", "40000000000");
            Execution last = one().commission(0, maxLots == 1 ? LedgerDesk.number("10000000000") : 0);
            if (maxLots == 2) {
                desk.fillWithCommission(0, Side.BUY, "1", "1", "10000000000");
            }
            refused(desk, () -> desk.ledger.fill(last));
            assertEquals("90000000000", text(desk.ledger.lots(0).fees(0)));
        }
    }

    @Test
    void costOfAllLotsMustFitThoughNoAccountHoldsIt() {
        LedgerDesk desk = new LedgerDesk("0", FREE, 4, InstrumentKind.SPOT);
        // A profit of as much leaves room for both in the wallet.
        desk.mark(0, "0.00000001");
        desk.buy(0, "1", "0.00000001");
        desk.sell(0, "1", MOST);
        desk.mark(0, MOST);
        desk.buy(0, "1", MOST);
        desk.mark(0, "0.00000001");
        long price = LedgerDesk.number(MOST);
        refused(desk, () -> desk.ledger.fill(new Execution().of(9, 0, Side.BUY, LedgerDesk.number("1"), price)));
        desk.buy(0, "0.01", MOST);
        assertEquals(List.of("1@90000000000/0", "0.01@900000000/0"), desk.lots(0));
    }

    @Test
    void identitiesHoldThoughCashflowsSumToMoreThanFits() {
        LedgerDesk desk = new LedgerDesk("0", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.mark(0, MOST);
        desk.buy(0, "1", MOST);
        desk.mark(0, "0.00000001");
        desk.sell(0, "1", "0.00000001");
        desk.external("USD", MOST);
        desk.mark(0, MOST);
        // Bought twice at 90 billion, sold for nothing: position and loss fit, the trading cashflow of both does not.
        long before = desk.hash();
        try {
            desk.ledger.fill(new Execution().of(9, 0, Side.BUY, LedgerDesk.number("1"), LedgerDesk.number(MOST)));
        } catch (ArithmeticException refused) {
            assertEquals(before, desk.hash(), refused::toString);
        }
        desk.check(0);
    }

    @Test
    void lotsThatTheHistoryMovesOnToAreThoseBeforeTheRefusal() {
        List<Change> changes = List.of(
                (ledger, id, fill) -> ledger.bust(0, id),
                (ledger, id, fill) -> ledger.correct(id, fill),
                (ledger, id, fill) -> ledger.lateFee(0, id, FeeKind.TAX, 0, LedgerDesk.number("10000000000")));
        for (Change change : changes) {
            // Wherever the fills stand in the store: before, at and after the place of the lots that are kept.
            for (int before = 0; before < 40; before++) {
                LotsConfig lots = new LotsConfig(LotMethod.FIFO, 64, 2);
                LedgerDesk desk =
                        new LedgerDesk("0", FREE, lots, InstrumentKind.LINEAR_PERP, InstrumentKind.LINEAR_PERP);
                List<String> expected = new ArrayList<>();
                for (int n = 0; n < before; n++) {
                    desk.fillWithCommission(0, Side.BUY, "1", "100", "0");
                    expected.add("1@100/0");
                }
                desk.fillWithCommission(0, Side.BUY, "2", "100", "-50000000000");
                long id = desk.lastId();
                desk.fillWithCommission(0, Side.BUY, "3", "100", "0");
                desk.fillWithCommission(1, Side.BUY, "1", "100", "50000000000");
                desk.external("USD", "-90000000000");
                refused(desk, () -> change.change(desk.ledger, id, one().commission(0, 0)));
                desk.buy(0, "4", "100");
                desk.buy(0, "5", "100");
                assertTrue(desk.bust(0, desk.lastId()));
                expected.addAll(List.of("2@200/-50000000000", "3@300/0", "4@400/0"));
                assertEquals(expected, desk.lots(0));
            }
        }
    }

    /** What may happen to a fill of instrument 0. */
    private interface Change {
        boolean change(Ledger ledger, long id, Execution corrected);
    }

    /** The wallet stands at -90 billion, and fill 2 brought a rebate of 50 billion. */
    private static LedgerDesk rebated() {
        LedgerDesk desk = desk();
        desk.fillWithCommission(0, Side.BUY, "1", "100", "0");
        desk.fillWithCommission(0, Side.BUY, "1", "100", "-50000000000");
        desk.fillWithCommission(1, Side.BUY, "1", "100", "50000000000");
        desk.external("USD", "-90000000000");
        return desk;
    }

    private static LedgerDesk desk() {
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 4, 16);
        return new LedgerDesk("0", FREE, lots, InstrumentKind.LINEAR_PERP, InstrumentKind.LINEAR_PERP);
    }

    /** Ninety billion contracts at the smallest price; twice that is no number. */
    private static void trade(LedgerDesk desk, Side side) {
        desk.fillWithCommission(0, side, MOST, "0.00000001", "0");
    }

    private static Execution one() {
        return new Execution().of(9, 0, Side.BUY, LedgerDesk.number("1"), LedgerDesk.number("100"));
    }

    private static void refused(LedgerDesk desk, Runnable event) {
        desk.recorder.take();
        long before = desk.hash();
        List<Long> historyBefore = history(desk);
        assertThrows(ArithmeticException.class, event::run);
        assertEquals(before, desk.hash());
        assertEquals(historyBefore, history(desk));
        assertEquals(List.of(), desk.recorder.take());
        desk.check(0);
    }

    private static List<Long> history(LedgerDesk desk) {
        RecordedState state = new RecordedState();
        desk.ledger.writeHistoryTo(state);
        return state.take();
    }
}
