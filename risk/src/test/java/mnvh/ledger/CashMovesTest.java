package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class CashMovesTest {
    private static final Set<Account> EXPLAINING = EnumSet.of(
            Account.TRADING_FEES,
            Account.CLEARING_FEES,
            Account.REGULATORY_FEES,
            Account.TAXES,
            Account.OTHER_FEES,
            Account.REBATES,
            Account.FUNDING,
            Account.BORROW,
            Account.INTEREST,
            Account.EXTERNAL);

    private final LedgerDesk desk = new LedgerDesk("1000", FREE, 4, InstrumentKind.INVERSE_PERP);
    private final int euro = desk.currency("EUR");

    @Test
    void cashFromOutsideIsToldApart() {
        desk.external("USD", "200");
        desk.external("USD", "-50");
        desk.external("EUR", "7");
        assertEquals(List.of("external c0 200", "external c0 -50", "external c" + euro + " 7"), desk.recorder.take());
        assertEquals("1150", text(desk.ledger.wallet()));
        assertEquals("-150", desk.total(Account.EXTERNAL, "USD"));
        assertEquals("-7", desk.total(Account.EXTERNAL, "EUR"));
        assertEquals("-1000", desk.total(Account.CAPITAL, "USD"));
    }

    @Test
    void differenceIsSuspendedAndThenExplained() {
        desk.suspend("USD", "-3");
        assertEquals("997", text(desk.ledger.wallet()));
        assertEquals("3", desk.total(Account.SUSPENSE, "USD"));
        desk.recorder.take();
        desk.resolve("USD", Account.TAXES, "-2");
        desk.resolve("USD", Account.FUNDING, "-1");
        assertEquals("997", text(desk.ledger.wallet()));
        assertEquals("0", desk.total(Account.SUSPENSE, "USD"));
        assertEquals("2", desk.total(Account.TAXES, "USD"));
        assertEquals("1", desk.total(Account.FUNDING, "USD"));
        assertEquals(List.of("suspense c0 2", "tax c0 -2", "suspense c0 1", "funding c0 -1"), desk.recorder.take());
    }

    @Test
    void onlyCashIncomeExplainsADifference() {
        desk.suspend("EUR", "5");
        for (Account account : Account.values()) {
            long before = desk.hash();
            if (EXPLAINING.contains(account)) {
                desk.resolve("EUR", account, "1");
                assertEquals("-1", desk.total(account, "EUR"), account.name());
                desk.resolve("EUR", account, "-1");
            } else {
                assertThrows(IllegalArgumentException.class, () -> desk.resolve("EUR", account, "1"), account.name());
                assertEquals(before, desk.hash());
            }
        }
        assertEquals("-5", desk.total(Account.SUSPENSE, "EUR"));
    }

    @Test
    void conversionMovesBothWallets() {
        assertTrue(desk.indexPrice("EUR", "1.1", 100));
        assertTrue(desk.convert("USD", "110", "EUR", "99", 110));
        assertEquals("890", desk.total(Account.WALLET, "USD"));
        assertEquals("110", desk.total(Account.CONVERSION, "USD"));
        assertEquals("99", desk.total(Account.WALLET, "EUR"));
        assertEquals("-99", desk.total(Account.CONVERSION, "EUR"));
        assertEquals(List.of("fx c0 -110", "fx c" + euro + " 99"), desk.recorder.take());
        desk.closeStep(110);
        // 99 euros are 108.9 dollars: the conversion cost 1.1.
        assertEquals("998.9", text(desk.ledger.equity()));
        assertTrue(desk.convert("EUR", "99", "USD", "108.9", 110));
        assertEquals("998.9", text(desk.ledger.wallet()));
        assertEquals("0", desk.total(Account.WALLET, "EUR"));
    }

    @Test
    void conversionNeedsFreshIndexPricesOfBoth() {
        desk.external("BTC", "1");
        desk.external("EUR", "10");
        desk.recorder.take();
        denied("USD", "EUR", 100);
        denied("EUR", "USD", 100);
        desk.indexPrice("EUR", "1.1", 100);
        denied("EUR", "BTC", 100);
        denied("BTC", "EUR", 100);
        desk.indexPrice("BTC", "20000", 130);
        assertTrue(desk.convert("EUR", "1", "BTC", "0.0001", 100 + LedgerDesk.MAX_AGE_NS));
        desk.recorder.take();
        denied("EUR", "BTC", 101 + LedgerDesk.MAX_AGE_NS);
        denied("BTC", "EUR", 101 + LedgerDesk.MAX_AGE_NS);
        assertTrue(desk.convert("USD", "1", "BTC", "0.0001", 101 + LedgerDesk.MAX_AGE_NS));
    }

    @Test
    void nonsenseIsNotConverted() {
        desk.indexPrice("EUR", "1.1", 100);
        long before = desk.hash();
        assertThrows(IllegalArgumentException.class, () -> desk.convert("USD", "0", "EUR", "1", 100));
        assertThrows(IllegalArgumentException.class, () -> desk.convert("USD", "1", "EUR", "0", 100));
        assertThrows(IllegalArgumentException.class, () -> desk.convert("USD", "-1", "EUR", "1", 100));
        assertThrows(IllegalArgumentException.class, () -> desk.convert("EUR", "1", "EUR", "1", 100));
        assertEquals(before, desk.hash());
    }

    @Test
    void whatDoesNotFitIsRefusedWhole() {
        desk.external("EUR", "90000000000");
        desk.indexPrice("EUR", "0.01", 100);
        desk.recorder.take();
        long before = desk.hash();
        assertThrows(ArithmeticException.class, () -> desk.convert("USD", "1", "EUR", "90000000000", 100));
        assertThrows(ArithmeticException.class, () -> desk.external("EUR", "90000000000"));
        assertThrows(ArithmeticException.class, () -> desk.suspend("EUR", "90000000000"));
        assertThrows(ArithmeticException.class, () -> desk.ledger.resolve(euro, Account.FUNDING, Long.MIN_VALUE));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
    }

    private void denied(String from, String to, long nowNs) {
        long before = desk.hash();
        assertFalse(desk.convert(from, "1", to, "1", nowNs));
        assertEquals(before, desk.hash());
        assertEquals(List.of(), desk.recorder.take());
    }
}
