package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.DecimalText;
import mnvh.units.FeeKind;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    /** Corrections of price, size and side; the last goes through zero wherever it stands. */
    private static final List<Trade> CORRECTED = List.of(
            new Trade(6, Side.BUY, "3", "101.01", "0.4"),
            new Trade(6, Side.SELL, "2", "99.5", "-0.1"),
            new Trade(6, Side.BUY, "0.01", "100", "0"),
            new Trade(6, Side.SELL, "9", "103.33", "1.23"));

    @Test
    void priceIsCorrectedInOneTransaction() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.mark(0, "100");
        desk.fillWithCommission(0, Side.BUY, "2", "101", "0.5");
        desk.recorder.take();
        assertTrue(desk.correct(1, 0, Side.BUY, "2", "102", "0.6"));
        assertEquals(List.of("fee 0 0.5", "fee 0 -0.6", "edge 0 -2"), desk.recorder.take());
        assertEquals(List.of("2@204/0.6"), desk.lots(0));
        assertEquals(List.of("2 at 1"), desk.lotOrigins(0), "its name changes, its time stays");
        assertEquals("999.4", text(desk.ledger.wallet()));
        assertEquals("995.4", text(desk.ledger.equity()));
    }

    @Test
    void quantityIsCorrectedAtTheMark() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.SPOT);
        desk.buy(0, "2", "100");
        desk.mark(0, "110");
        desk.recorder.take();
        assertTrue(desk.correct(1, 0, Side.BUY, "3", "100", "0"));
        assertEquals(List.of("cashflow 0 110", "edge 0 10"), desk.recorder.take());
        assertEquals("700", text(desk.ledger.wallet()));
        assertEquals("1030", text(desk.ledger.equity()));
    }

    @Test
    void scheduleChargesTheCorrectedFill() {
        LedgerDesk desk =
                new LedgerDesk("1000", new FeeConfig(0, DecimalText.parseRate("0.001"), 0, 0), 4, InstrumentKind.SPOT);
        desk.buy(0, "2", "100");
        Execution fill = new Execution().of(2, 0, Side.BUY, LedgerDesk.number("1"), LedgerDesk.number("50"));
        assertTrue(desk.ledger.correct(1, fill));
        desk.check(0);
        assertEquals("0.05", desk.total(Account.TRADING_FEES, "USD"));
        assertEquals(List.of("1@50/0.05"), desk.lots(0));
    }

    @Test
    void booksAreThoseOfALedgerThatBookedTheCorrectedFillThere() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            for (LotMethod method : LotMethod.values()) {
                for (int at = 0; at < Trade.TAPE.size(); at++) {
                    for (Trade corrected : CORRECTED) {
                        compare(kind, method, at, corrected);
                    }
                }
            }
        }
    }

    private static void compare(InstrumentKind kind, LotMethod method, int at, Trade corrected) {
        Trade old = Trade.TAPE.get(at);
        LedgerDesk desk = Trade.booked(kind, method, 2, Trade.TAPE);
        LedgerDesk other = Trade.booked(kind, method, 2, Trade.with(Trade.TAPE, at, corrected.inPlaceOf(old)));
        desk.mark(0, "93.75");
        other.mark(0, "93.75");
        assertTrue(desk.lateFee(0, old.id(), FeeKind.REGULATORY, "USD", "0.09"));
        assertTrue(desk.lateFee(0, old.id(), FeeKind.REGULATORY, "BTC", "0.08"));
        assertTrue(
                desk.correct(old.id(), 0, corrected.side(), corrected.quantity(), corrected.price(), corrected.fee()));
        Likeness.assertAlike(other.ledger, desk.ledger);

        // The new name is the one that counts from here on.
        assertFalse(desk.bust(0, old.id()));
        assertTrue(desk.bust(0, corrected.id()));
        LedgerDesk never = Trade.booked(kind, method, 2, Trade.without(Trade.TAPE, at));
        never.mark(0, "93.75");
        Likeness.assertAlike(never.ledger, desk.ledger);
    }

    @Test
    void lateFeesOfTheFillThatIsReplacedAreKeptNoLonger() {
        List<Long> never = historyAfter(0);
        assertEquals(never, historyAfter(3));
    }

    /** @return what the history holds once a fill that was charged late so often is corrected */
    private static List<Long> historyAfter(int lateFees) {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "2", "100");
        for (int n = 0; n < lateFees; n++) {
            assertTrue(desk.lateFee(0, 1, FeeKind.TAX, "USD", "0.5"));
        }
        assertTrue(desk.correct(1, 0, Side.BUY, "3", "100", "0"));
        RecordedState history = new RecordedState();
        desk.ledger.writeHistoryTo(history);
        return history.take();
    }

    @Test
    void onlyFillGivesBackWhatItsCorrectionWasCharged() {
        for (String fee : List.of("0.25", "-0.25")) {
            for (String currency : List.of("USD", "EUR")) {
                LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
                desk.fillWithCommission(0, Side.BUY, "2", "100", "0.5");
                assertTrue(desk.correct(1, 0, Side.BUY, "2", "100", currency, fee));
                assertTrue(desk.bust(0, 2));
                for (Account account : List.of(Account.TRADING_FEES, Account.REBATES)) {
                    assertEquals("0", desk.total(account, "USD"));
                    assertEquals("0", desk.total(account, "EUR"));
                }
                assertEquals("1000", text(desk.ledger.wallet()));
            }
        }
    }

    @Test
    void feeMayChangeItsCurrency() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.fillWithCommission(0, Side.BUY, "2", "100", "0.5");
        assertTrue(desk.correct(1, 0, Side.BUY, "2", "100", "EUR", "-0.25"));
        assertEquals("1000", desk.total(Account.WALLET, "USD"));
        assertEquals("0", desk.total(Account.TRADING_FEES, "USD"));
        assertEquals("0.25", desk.total(Account.WALLET, "EUR"));
        assertEquals("-0.25", desk.total(Account.REBATES, "EUR"));
        assertEquals(List.of("2@200/0"), desk.lots(0));
    }

    @Test
    void whatIsUnknownOrTooOldIsRefused() {
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 4, 1);
        LedgerDesk desk = new LedgerDesk("1000", FREE, lots, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "1", "100");
        desk.buy(0, "2", "100");
        desk.recorder.take();
        long before = desk.hash();
        assertFalse(desk.correct(1, 0, Side.BUY, "1", "90", "0"));
        assertFalse(desk.correct(77, 0, Side.BUY, "1", "90", "0"));
        assertThrows(IllegalArgumentException.class, () -> desk.correct(2, 0, Side.BUY, "0", "90", "0"));
        assertThrows(IllegalArgumentException.class, () -> desk.correct(2, 0, Side.BUY, "1", "0", "0"));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
        assertEquals(2, desk.ledger.fills());
    }
}
