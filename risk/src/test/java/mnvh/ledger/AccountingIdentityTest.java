package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import mnvh.config.FeeConfig;
import mnvh.units.DecimalText;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Each test damages a sound ledger behind its back and expects the identity to name what no longer holds. */
class AccountingIdentityTest {
    private static final long DAMAGE = 3;

    private final LedgerDesk desk = desk();
    private final Ledger ledger = desk.ledger;

    @Test
    void soundLedgerLeavesNoResidual() {
        assertEquals(0, desk.identity.checkTouched(0));
        assertEquals(0, desk.identity.checkAll());
        assertEquals(Breach.NONE, desk.identity.breach());
    }

    @Test
    void feePostedTwiceBreaksCash() {
        ledger.books().post(Account.FEES, Account.WALLET, 0, DAMAGE);
        expect(Breach.CASH, -DAMAGE);
    }

    @Test
    void feeAnnouncedTwiceBreaksCash() {
        ledger.components().onFee(0, -DAMAGE);
        expect(Breach.CASH, DAMAGE);
    }

    @Test
    void markToMarketOfAnotherQuantityBreaksPositions() {
        ledger.books().post(Account.POSITION_VALUE, Account.MARK_TO_MARKET, 0, DAMAGE);
        ledger.components().onMarkToMarket(0, DAMAGE);
        expect(Breach.POSITIONS, -DAMAGE);
    }

    @Test
    void valueWithoutAnnouncementBreaksPositions() {
        ledger.books().post(Account.POSITION_VALUE, Account.MARK_TO_MARKET, 0, DAMAGE);
        expect(Breach.POSITIONS, -DAMAGE);
    }

    @Test
    void incomeOnTheWrongAccountBreaksTheBooks() {
        ledger.books().post(Account.FUNDING, Account.EXECUTION_EDGE, 0, DAMAGE);
        expect(Breach.BOOKS, -DAMAGE);
    }

    @Test
    void oneSidedPostingBreaksTheBooks() {
        ledger.books().column(Account.CAPITAL).add(0, DAMAGE);
        expect(Breach.BOOKS, DAMAGE);
    }

    @Test
    void cashMovedBetweenInstrumentsIsSeenThoughTotalsAgree() {
        ledger.books().post(Account.WALLET, Account.FUNDING, 0, DAMAGE);
        ledger.books().post(Account.WALLET, Account.FUNDING, 1, -DAMAGE);
        expect(Breach.CASH, DAMAGE);
    }

    @Test
    void missingLotBreaksProfit() {
        ledger.lots(0).close(1_000_000);
        assertNotEquals(0, desk.identity.checkTouched(0));
        assertEquals(Breach.REALISED, desk.identity.breach());
    }

    @Test
    void realisedProfitLeftInFinancingIsSeen() {
        ledger.books().post(Account.WALLET, Account.FINANCING, 0, DAMAGE);
        expect(Breach.LOTS, -DAMAGE);
    }

    @Test
    void lotOfWrongSizeIsSeenByTheFullCheck() {
        ledger.lots(0).open(1_000_000, 0, 0, 9);
        assertEquals(0, desk.identity.checkTouched(0));
        assertEquals(-1_000_000, desk.identity.checkAll());
        assertEquals(Breach.LOTS, desk.identity.breach());
    }

    @Test
    void damageElsewhereIsSeenByTheFullCheckOnly() {
        ledger.books().post(Account.FUNDING, Account.EXECUTION_EDGE, 1, DAMAGE);
        assertEquals(0, desk.identity.checkTouched(0));
        assertEquals(-DAMAGE, desk.identity.checkAll());
        assertEquals(Breach.BOOKS, desk.identity.breach());
    }

    private void expect(Breach breach, long residual) {
        assertEquals(residual, desk.identity.checkTouched(0));
        assertEquals(breach, desk.identity.breach());
        assertEquals(residual, desk.identity.checkAll());
        assertEquals(breach, desk.identity.breach());
    }

    private static LedgerDesk desk() {
        FeeConfig fees = new FeeConfig(0, DecimalText.parseRate("0.001"), 0, 0);
        LedgerDesk desk = new LedgerDesk("10000", fees, 8, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT);
        desk.buy(0, "3", "100");
        desk.buy(1, "4", "20");
        desk.mark(0, "101");
        desk.sell(0, "1", "102");
        desk.funding(0, "0.0001", "101", 8);
        return desk;
    }
}
