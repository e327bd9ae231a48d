package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.FeeKind;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class BustTest {
    @Test
    void openingFillIsTradedBackAtTheMark() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.mark(0, "100");
        desk.fillWithCommission(0, Side.BUY, "2", "101", "0.5");
        desk.mark(0, "103");
        desk.recorder.take();
        assertTrue(desk.bust(0, 1));
        assertEquals(List.of("cashflow 0 -206", "fee 0 0.5", "edge 0 -4"), desk.recorder.take());
        assertEquals("0", text(desk.ledger.position(0)));
        assertEquals("1000", text(desk.ledger.wallet()));
        assertEquals("1000", text(desk.ledger.equity()));
        assertEquals(List.of(), desk.lots(0));
        assertEquals("103", text(desk.ledger.markPrice(0)), "prices stay");
    }

    @Test
    void timeOfAFillIsToldWhileItCanBeTakenBack() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.SPOT);
        desk.ledger.fill(new Execution().of(1, 0, Side.BUY, 100, 100).at(7));
        desk.ledger.fill(new Execution().of(2, 0, Side.BUY, 100, 100).at(9));
        assertEquals(7, desk.ledger.filledNs(0, 1));
        assertEquals(9, desk.ledger.filledNs(0, 2));
        assertEquals(Long.MAX_VALUE, desk.ledger.filledNs(0, 3));
        assertTrue(desk.bust(0, 1));
        assertEquals(Long.MAX_VALUE, desk.ledger.filledNs(0, 1));
    }

    @Test
    void closingFillGivesItsProfitBack() {
        for (InstrumentKind kind : List.of(InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT)) {
            LedgerDesk desk = new LedgerDesk("1000", FREE, 4, kind);
            desk.buy(0, "2", "100");
            desk.sell(0, "1", "110");
            desk.mark(0, "120");
            assertTrue(desk.bust(0, 2));
            assertEquals("-10", text(desk.ledger.lastRealised()));
            assertEquals("0", text(desk.ledger.realised(0)));
            assertEquals(List.of("2@200/0"), desk.lots(0));
            assertEquals("1040", text(desk.ledger.equity()));
            assertEquals(kind.margined() ? "1000" : "800", text(desk.ledger.wallet()));
        }
    }

    @Test
    void openingFillUnderAClosingOneTurnsThePositionRound() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "2", "100");
        desk.sell(0, "2", "110");
        assertTrue(desk.bust(0, 1));
        assertEquals("-2", text(desk.ledger.position(0)));
        assertEquals(List.of("2@-220/0"), desk.lots(0));
        assertEquals(List.of("2 at 2"), desk.lotOrigins(0));
        assertEquals("0", text(desk.ledger.realised(0)));
        assertEquals("1000", text(desk.ledger.wallet()));
    }

    @Test
    void onlyFillGivesBackWhatItsAccountGot() {
        for (String fee : List.of("0.5", "-0.5")) {
            for (String currency : List.of("USD", "EUR")) {
                LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
                desk.fillWithCommission(0, Side.BUY, "2", "100", currency, fee);
                assertTrue(desk.bust(0, 1));
                for (Account account : List.of(Account.TRADING_FEES, Account.REBATES)) {
                    assertEquals("0", desk.total(account, currency));
                }
                assertEquals("1000", text(desk.ledger.wallet()));
                assertEquals("0", desk.total(Account.WALLET, "EUR"));
            }
        }
    }

    @Test
    void booksAreThoseOfALedgerThatNeverBookedIt() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            for (LotMethod method : LotMethod.values()) {
                for (int maxLots = 1; maxLots <= 3; maxLots++) {
                    for (int at = 0; at < Trade.TAPE.size(); at++) {
                        LedgerDesk desk = Trade.booked(kind, method, maxLots, Trade.TAPE);
                        LedgerDesk never = Trade.booked(kind, method, maxLots, Trade.without(Trade.TAPE, at));
                        desk.mark(0, "107.5");
                        never.mark(0, "107.5");
                        assertTrue(desk.bust(0, Trade.TAPE.get(at).id()));
                        Likeness.assertAlike(never.ledger, desk.ledger);
                    }
                }
            }
        }
    }

    @Test
    void everyPairOfFillsCanBeBustedInEitherOrder() {
        for (LotMethod method : LotMethod.values()) {
            for (int one = 0; one < Trade.TAPE.size(); one++) {
                for (int two = 0; two < Trade.TAPE.size(); two++) {
                    if (one != two) {
                        LedgerDesk desk = Trade.booked(InstrumentKind.LINEAR_PERP, method, 2, Trade.TAPE);
                        List<Trade> rest =
                                Trade.without(Trade.without(Trade.TAPE, Math.max(one, two)), Math.min(one, two));
                        LedgerDesk never = Trade.booked(InstrumentKind.LINEAR_PERP, method, 2, rest);
                        assertTrue(desk.bust(0, Trade.TAPE.get(one).id()));
                        desk.mark(0, "90");
                        assertTrue(desk.bust(0, Trade.TAPE.get(two).id()));
                        never.mark(0, "90");
                        Likeness.assertAlike(never.ledger, desk.ledger);
                    }
                }
            }
        }
    }

    @Test
    void lateFeesComeBackToo() {
        LedgerDesk desk = Trade.booked(InstrumentKind.LINEAR_PERP, LotMethod.FIFO, 4, Trade.TAPE);
        LedgerDesk never = Trade.booked(InstrumentKind.LINEAR_PERP, LotMethod.FIFO, 4, Trade.without(Trade.TAPE, 1));
        for (FeeKind kind : FeeKind.values()) {
            assertTrue(desk.lateFee(0, 2, kind, "USD", "0.37"));
            assertTrue(desk.lateFee(0, 3, kind, "USD", "0.05"));
            assertTrue(never.lateFee(0, 3, kind, "USD", "0.05"));
        }
        assertTrue(desk.lateFee(0, 2, FeeKind.TAX, "EUR", "0.11"));
        assertTrue(desk.lateFee(0, 2, FeeKind.OTHER, "BTC", "0.11"));
        assertTrue(desk.lateFee(0, 2, FeeKind.TAX, "USD", "-0.02"));
        assertTrue(desk.bust(0, 2));
        Likeness.assertAlike(never.ledger, desk.ledger);
    }

    @Test
    void lateFeesOfABustedFillAreForgotten() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "1", "100");
        desk.lateFee(0, 1, FeeKind.TAX, "USD", "1");
        desk.bust(0, 1);
        desk.fillAs(1, 1, 0, Side.BUY, "1", "100", "0");
        desk.bust(0, 1);
        assertEquals("1000", text(desk.ledger.wallet()));
    }

    @Test
    void whatIsUnknownBustedOrTooOldIsRefused() {
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 4, 2);
        LedgerDesk desk = new LedgerDesk("1000", FREE, lots, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        desk.buy(0, "1", "100");
        desk.buy(0, "2", "100");
        desk.buy(0, "3", "100");
        assertTrue(desk.bust(0, 3));
        desk.recorder.take();
        long before = desk.hash();
        assertFalse(desk.bust(0, 3), "busted already");
        assertFalse(desk.bust(0, 1), "has left the history, and does not come back");
        assertFalse(desk.bust(0, 77), "unknown");
        assertFalse(desk.bust(1, 2), "another instrument's");
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
        assertTrue(desk.bust(0, 2));
        assertEquals("1", text(desk.ledger.position(0)));
        assertEquals(3, desk.ledger.fills(), "bookings are counted, busts are not");
    }
}
