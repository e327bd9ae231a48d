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

class LateFeeTest {
    @Test
    void everyKindHasItsAccountAndComponent() {
        List<Account> accounts = List.of(
                Account.TRADING_FEES,
                Account.CLEARING_FEES,
                Account.REGULATORY_FEES,
                Account.TAXES,
                Account.OTHER_FEES);
        for (FeeKind kind : FeeKind.values()) {
            LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.SPOT);
            desk.buy(0, "2", "100");
            assertTrue(desk.lateFee(0, 1, kind, "USD", "0.3"));
            assertTrue(desk.lateFee(0, 1, kind, "USD", "-0.1"));
            assertEquals("0.3", desk.total(accounts.get(kind.ordinal()), "USD"), kind.name());
            assertEquals("-0.3", desk.component(kind.component(), "USD"));
            assertEquals("-0.1", desk.total(Account.REBATES, "USD"));
            assertEquals("799.8", text(desk.ledger.wallet()));
            assertEquals(List.of("2@200/0.2"), desk.lots(0));
        }
    }

    @Test
    void lotIsAsIfTheFillHadAlwaysHadIt() {
        for (InstrumentKind kind : InstrumentKind.values()) {
            for (LotMethod method : LotMethod.values()) {
                for (int at = 0; at < Trade.TAPE.size(); at++) {
                    Trade trade = Trade.TAPE.get(at);
                    Trade dearer = new Trade(trade.id(), trade.side(), trade.quantity(), trade.price(), "1.23");
                    LedgerDesk desk = Trade.booked(kind, method, 2, Trade.TAPE);
                    LedgerDesk other = Trade.booked(kind, method, 2, Trade.with(Trade.TAPE, at, dearer));
                    String code = kind.inverse() ? "BTC" : "USD";
                    long realised = desk.ledger.realised(0);
                    long late = LedgerDesk.number("1.23") - LedgerDesk.number(trade.fee());
                    assertTrue(desk.lateFee(0, trade.id(), FeeKind.TAX, code, text(late)));
                    assertEquals(realised, desk.ledger.realised(0));
                    Likeness.assertHeldAlike(other.ledger, desk.ledger, 0);
                }
            }
        }
    }

    @Test
    void foreignFeeLeavesTheLotAlone() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.SPOT);
        desk.fillWithCommission(0, Side.BUY, "2", "100", "0.5");
        desk.recorder.take();
        assertTrue(desk.lateFee(0, 1, FeeKind.CLEARING, "EUR", "0.3"));
        assertEquals(List.of("2@200/0.5"), desk.lots(0));
        assertEquals("-0.3", desk.total(Account.WALLET, "EUR"));
        assertEquals(List.of("clearing_fee c" + desk.currency("EUR") + " -0.3"), desk.recorder.take());
    }

    @Test
    void feeOfAClosingFillIsChargedWithoutALot() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "2", "100");
        desk.sell(0, "1", "110");
        desk.recorder.take();
        assertTrue(desk.lateFee(0, 2, FeeKind.TRADING, "USD", "0.3"));
        assertEquals(List.of("1@100/0"), desk.lots(0));
        assertEquals("1009.7", text(desk.ledger.wallet()));
        assertEquals(List.of("fee 0 -0.3"), desk.recorder.take());
    }

    @Test
    void feeOfAnUnknownOrOldFillIsRefused() {
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 4, 1);
        LedgerDesk desk = new LedgerDesk("1000", FREE, lots, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        desk.buy(0, "1", "100");
        desk.buy(0, "2", "100");
        desk.recorder.take();
        long before = desk.hash();
        assertFalse(desk.lateFee(0, 1, FeeKind.TAX, "USD", "0.3"));
        assertFalse(desk.lateFee(0, 77, FeeKind.TAX, "USD", "0.3"));
        assertFalse(desk.lateFee(1, 2, FeeKind.TAX, "USD", "0.3"));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
    }

    @Test
    void feesOfFillsThatLeftTheHistoryMakeRoom() {
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 4, 2);
        LedgerDesk desk = new LedgerDesk("1000", FREE, lots, InstrumentKind.SPOT);
        for (int n = 1; n <= 20; n++) {
            desk.buy(0, "1", "10");
            assertTrue(desk.lateFee(0, n, FeeKind.TAX, "USD", "0.01"), "fee of fill " + n);
        }
        assertEquals("0.2", desk.total(Account.TAXES, "USD"));
        assertTrue(desk.bust(0, 20));
        assertTrue(desk.bust(0, 19));
        assertEquals("0.18", desk.total(Account.TAXES, "USD"));
    }

    @Test
    void fillIsChargedLateEightTimesAndNoMore() {
        LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.fillAs(1, 1, 0, Side.BUY, "1", "100", "0");
        desk.fillAs(2, 2, 0, Side.BUY, "1", "100", "0");
        for (int k = 0; k < LotsConfig.LATE_FEES; k++) {
            assertTrue(desk.lateFee(0, 1, FeeKind.TAX, "USD", "1"));
        }
        assertFalse(desk.lateFee(0, 1, FeeKind.TAX, "USD", "1"));
        assertTrue(desk.lateFee(0, 2, FeeKind.TAX, "USD", "1"), "another fill has its own");
        assertEquals("991", text(desk.ledger.wallet()));
    }
}
