package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.number;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.units.FeeKind;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class FeeCurrencyTest {
    private final LedgerDesk desk =
            new LedgerDesk("1000", FREE, 4, InstrumentKind.LINEAR_PERP, InstrumentKind.INVERSE_PERP);
    private final Rows rows = desk.ledger.books().rows();
    private final int euro = desk.currency("EUR");

    @Test
    void foreignFeeIsPaidFromItsOwnWalletAndNoPartOfTheLot() {
        assertEquals("0.25", desk.fillWithCommission(0, Side.BUY, "2", "100", "EUR", "0.25"));
        assertEquals("-0.25", desk.total(Account.WALLET, "EUR"));
        assertEquals("0.25", desk.total(Account.TRADING_FEES, "EUR"));
        assertEquals("1000", desk.total(Account.WALLET, "USD"));
        assertEquals("0", desk.total(Account.TRADING_FEES, "USD"));
        assertEquals("0.25", text(desk.ledger.books().balance(Account.TRADING_FEES, rows.general(euro))));
        assertEquals(List.of("2@200/0"), desk.lots(0));
        assertEquals(List.of("cashflow 0 200", "fee c" + euro + " -0.25"), desk.recorder.take());
    }

    @Test
    void foreignRebateIsReceivedThere() {
        assertEquals("-0.25", desk.fillWithCommission(0, Side.SELL, "2", "100", "EUR", "-0.25"));
        assertEquals("0.25", desk.total(Account.WALLET, "EUR"));
        assertEquals("-0.25", desk.total(Account.REBATES, "EUR"));
        assertEquals(List.of("cashflow 0 -200", "rebate c" + euro + " 0.25"), desk.recorder.take());
    }

    @Test
    void settlementCurrencyIsTheInstrumentsOwn() {
        desk.fillWithCommission(1, Side.BUY, "100", "20000", "BTC", "0.001");
        desk.fillWithCommission(1, Side.BUY, "100", "20000", "USD", "3");
        assertEquals("0.001", text(desk.ledger.books().balance(Account.TRADING_FEES, 1)));
        assertEquals("3", text(desk.ledger.books().balance(Account.TRADING_FEES, rows.general(0))));
        assertEquals(List.of("100@-0.005/0.001", "100@-0.005/0"), desk.lots(1));
        assertEquals("997", desk.total(Account.WALLET, "USD"));
    }

    @Test
    void foreignFeesComeBackWithTheBust() {
        desk.mark(0, "100");
        desk.fillWithCommission(0, Side.BUY, "1", "100", "0.5");
        long id = desk.lastId();
        desk.fillWithCommission(0, Side.BUY, "2", "101", "EUR", "0.25");
        assertTrue(desk.lateFee(0, desk.lastId(), FeeKind.TAX, "BTC", "0.001"));
        assertTrue(desk.lateFee(0, desk.lastId(), FeeKind.CLEARING, "EUR", "-0.1"));
        assertTrue(desk.bust(0, desk.lastId()));
        assertEquals("0", desk.total(Account.WALLET, "EUR"));
        assertEquals("0", desk.total(Account.WALLET, "BTC"));
        assertEquals("0", desk.total(Account.TAXES, "BTC"));
        assertEquals("0", desk.total(Account.REBATES, "EUR"));
        assertEquals("0", desk.total(Account.TRADING_FEES, "EUR"));
        assertEquals("999.5", desk.total(Account.WALLET, "USD"));
        assertEquals(List.of(id + " at " + id), desk.lotOrigins(0));
    }

    @Test
    void currencyThatIsNotOfThisRunIsRefused() {
        Execution fill = new Execution();
        long before = desk.hash();
        for (int currency :
                new int[] {Currencies.UNKNOWN, desk.ledger.currencies().size()}) {
            fill.of(1, 0, Side.BUY, number("1"), number("100")).commission(currency, number("1"));
            assertThrows(RuntimeException.class, () -> desk.ledger.fill(fill), "fee in currency " + currency);
            assertThrows(RuntimeException.class, () -> desk.ledger.external(currency, 1), "cash of " + currency);
            assertEquals(before, desk.hash());
        }
    }
}
