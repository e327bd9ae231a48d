package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Each test damages a sound ledger behind its back and expects the identity to name what no longer holds. */
class AccountingIdentityTest {
    private static final long DAMAGE = 3;
    private static final int USD = 0;
    private static final int BTC = 1;
    private static final LotsConfig LOTS = new LotsConfig(LotMethod.FIFO, 8, 8);

    private final LedgerDesk desk = desk();
    private final Ledger ledger = desk.ledger;
    private final Rows rows = ledger.books().rows();

    @Test
    void soundLedgerLeavesNoResidual() {
        for (int i = 0; i < 3; i++) {
            assertEquals(0, desk.identity.checkTouched(i));
        }
        for (int c = 0; c < rows.currencies(); c++) {
            assertEquals(0, desk.identity.checkCurrency(c));
        }
        assertEquals(0, desk.identity.checkAll());
        assertEquals(Breach.NONE, desk.identity.breach());
    }

    @Test
    void feePostedTwiceBreaksTheBooks() {
        move(Account.TRADING_FEES, Account.WALLET, 0, DAMAGE);
        expect(Breach.BOOKS, DAMAGE);
    }

    @Test
    void feeAnnouncedTwiceBreaksTheBooks() {
        announce(Component.FEE, 0, -DAMAGE);
        expect(Breach.BOOKS, -DAMAGE);
    }

    @Test
    void everyIncomeAccountIsHeldAgainstItsComponent() {
        for (Account account : Account.values()) {
            if (account.component() != null) {
                for (int row : new int[] {0, rows.general(USD), rows.general(BTC)}) {
                    move(account, Account.WALLET, row, DAMAGE);
                    assertEquals(DAMAGE, desk.identity.checkAll(), account + " in row " + row);
                    assertEquals(Breach.BOOKS, desk.identity.breach());
                    move(account, Account.WALLET, row, -DAMAGE);
                    assertEquals(0, desk.identity.checkAll());
                }
            }
        }
    }

    @Test
    void markToMarketOfAnotherQuantityBreaksPositions() {
        move(Account.POSITION_VALUE, Account.MARK_TO_MARKET, 0, DAMAGE);
        announce(Component.MTM, 0, DAMAGE);
        expect(Breach.POSITIONS, -DAMAGE);
    }

    @Test
    void valueWithoutAnnouncementBreaksPositions() {
        move(Account.POSITION_VALUE, Account.FINANCING, 0, DAMAGE);
        expect(Breach.POSITIONS, -DAMAGE);
    }

    @Test
    void tradingCashflowAnnouncedTwiceBreaksPositions() {
        announce(Component.TRADING_CASHFLOW, 0, DAMAGE);
        expect(Breach.POSITIONS, -DAMAGE);
    }

    @Test
    void positionValueOfNoInstrumentBreaksPositions() {
        move(Account.POSITION_VALUE, Account.WALLET, rows.general(BTC), DAMAGE);
        assertEquals(0, desk.identity.checkTouched(0), "another currency");
        expectInCurrency(BTC, Breach.POSITIONS, DAMAGE);
        assertEquals(DAMAGE, desk.identity.checkTouched(2));
    }

    @Test
    void incomeOnTheWrongAccountBreaksTheBooks() {
        move(Account.FUNDING, Account.EXECUTION_EDGE, 0, DAMAGE);
        expect(Breach.BOOKS, -DAMAGE);
    }

    @Test
    void oneSidedPostingBreaksTheBooks() {
        single(Account.CAPITAL, 0, DAMAGE);
        single(Account.WALLET, 0, -DAMAGE);
        assertEquals(0, desk.identity.checkTouched(0), "two sides are none too many");
        single(Account.CAPITAL, 0, DAMAGE);
        expect(Breach.CASH, DAMAGE);
    }

    @Test
    void incomeAnnouncedAndReceivedByNobodyBreaksCash() {
        single(Account.FUNDING, 0, DAMAGE);
        announce(Component.FUNDING, 0, -DAMAGE);
        expect(Breach.CASH, DAMAGE);
    }

    @Test
    void componentThatHasNoAccountBreaksTheBooks() {
        single(Account.WALLET, 0, DAMAGE);
        announce(Component.ROUNDING, 0, DAMAGE);
        expect(Breach.BOOKS, DAMAGE);
    }

    @Test
    void cashFromNowhereBreaksCashInEveryRow() {
        single(Account.WALLET, rows.general(USD), DAMAGE);
        expectInCurrency(USD, Breach.CASH, DAMAGE);
        assertEquals(DAMAGE, desk.identity.checkTouched(0));
        assertEquals(0, desk.identity.checkTouched(2), "another currency");
    }

    @Test
    void cashOfAnotherInstrumentIsSeenByItsOwnCheckAndTheFullOne() {
        single(Account.WALLET, 1, DAMAGE);
        assertEquals(0, desk.identity.checkTouched(0));
        assertEquals(DAMAGE, desk.identity.checkTouched(1));
        assertEquals(Breach.CASH, desk.identity.breach());
        assertEquals(DAMAGE, desk.identity.checkAll());
    }

    @Test
    void cashMovedBetweenInstrumentsIsSeenThoughTotalsAgree() {
        single(Account.WALLET, 0, DAMAGE);
        single(Account.WALLET, 1, -DAMAGE);
        expect(Breach.CASH, DAMAGE);
        assertEquals(0, desk.identity.checkCurrency(USD));
    }

    @Test
    void incomeMovedBetweenRowsIsSeenThoughTotalsAgree() {
        move(Account.INTEREST, Account.WALLET, rows.general(USD), DAMAGE);
        move(Account.INTEREST, Account.WALLET, 0, -DAMAGE);
        expect(Breach.BOOKS, -DAMAGE);
        expectInCurrency(USD, Breach.BOOKS, DAMAGE, -DAMAGE);
    }

    @Test
    void positionWithoutValueBreaksPositions() {
        move(Account.POSITION_VALUE, Account.WALLET, 0, -number("101"));
        announce(Component.TRADING_CASHFLOW, 0, -number("101"));
        expect(Breach.POSITIONS, number("101"));
    }

    @Test
    void missingLotBreaksProfit() {
        ledger.lots(0).close(number("0.01"));
        expect(Breach.REALISED, number("1"));
    }

    @Test
    void edgeThatNoLotKnowsBreaksProfit() {
        move(Account.WALLET, Account.EXECUTION_EDGE, 0, DAMAGE);
        announce(Component.EDGE, 0, DAMAGE);
        expect(Breach.REALISED, -DAMAGE);
    }

    @Test
    void realisedProfitLeftInFinancingIsSeen() {
        move(Account.WALLET, Account.FINANCING, 0, DAMAGE);
        expect(Breach.LOTS, -DAMAGE);
    }

    @Test
    void financingOfACashAssetIsSeen() {
        move(Account.WALLET, Account.FINANCING, 1, DAMAGE);
        assertEquals(-DAMAGE, desk.identity.checkTouched(1));
        assertEquals(Breach.LOTS, desk.identity.breach());
        expectOfAll(Breach.LOTS, -DAMAGE);
    }

    @Test
    void lotOfWrongSizeIsSeenByTheFullCheck() {
        ledger.lots(0).open(9, number("0.01"), 0, 0, 9);
        assertEquals(0, desk.identity.checkTouched(0));
        expectOfAll(Breach.LOTS, -number("0.01"));
    }

    @Test
    void lotCostThatIsNotTheSumIsSeenByTheFullCheck() {
        long[] words = new long[Lots.HEADER + Lots.wordsOf(LOTS)];
        Lots damaged = new Lots(LOTS, words, 0, Lots.HEADER);
        damaged.copy(ledger.lots(1));
        words[Lots.HEADER + 1] -= DAMAGE;
        ledger.lots(1).copy(damaged);
        assertEquals(0, desk.identity.checkTouched(1));
        expectOfAll(Breach.LOTS, DAMAGE);
    }

    @Test
    void capitalThatNobodyBroughtBreaksEquity() {
        move(Account.WALLET, Account.CAPITAL, rows.general(USD), DAMAGE);
        assertEquals(0, desk.identity.checkCurrency(USD));
        assertEquals(DAMAGE, desk.identity.checkAll());
        assertEquals(Breach.EQUITY, desk.identity.breach());
    }

    @Test
    void capitalOfAnInstrumentBreaksEquity() {
        move(Account.WALLET, Account.CAPITAL, 0, DAMAGE);
        assertEquals(0, desk.identity.checkTouched(0));
        assertEquals(DAMAGE, desk.identity.checkAll());
        assertEquals(Breach.EQUITY, desk.identity.breach());
    }

    @Test
    void capitalOfAnotherCurrencyIsSeen() {
        move(Account.WALLET, Account.CAPITAL, rows.general(BTC), number("1"));
        ledger.closeStep(20);
        assertEquals(number("1"), desk.identity.checkAll(), "rounding must not hide a whole coin");
    }

    @Test
    void damageElsewhereIsSeenByTheFullCheckOnly() {
        move(Account.FUNDING, Account.EXECUTION_EDGE, 1, DAMAGE);
        move(Account.FUNDING, Account.EXECUTION_EDGE, rows.general(USD), -DAMAGE);
        assertEquals(0, desk.identity.checkTouched(2));
        assertEquals(-DAMAGE, desk.identity.checkAll());
        assertEquals(Breach.BOOKS, desk.identity.breach());
    }

    @Test
    void damageInAnotherCurrencyIsSeenByItsOwnCheckAndTheFullOne() {
        single(Account.WALLET, 2, DAMAGE);
        assertEquals(0, desk.identity.checkTouched(0));
        assertEquals(0, desk.identity.checkCurrency(USD));
        assertEquals(0, desk.identity.checkCurrency(BTC));
        assertEquals(DAMAGE, desk.identity.checkTouched(2));
        assertEquals(DAMAGE, desk.identity.checkAll());
        assertEquals(Breach.CASH, desk.identity.breach());
    }

    private static long number(String text) {
        return LedgerDesk.number(text);
    }

    private void move(Account debited, Account credited, int row, long amount) {
        Posting posting = new Posting(2);
        posting.debit(debited, row, amount);
        posting.credit(credited, row, amount);
        ledger.books().commit(posting);
    }

    private void single(Account account, int row, long amount) {
        Posting posting = new Posting(1);
        posting.debit(account, row, amount);
        ledger.books().commit(posting);
    }

    private void announce(Component component, int row, long amount) {
        ledger.components().add(component, row, amount);
    }

    private void expect(Breach breach, long residual) {
        assertEquals(residual, desk.identity.checkTouched(0));
        assertEquals(breach, desk.identity.breach());
        expectOfAll(breach, residual);
    }

    /** The full check names what it finds first, whatever else is broken further on. */
    private void expectOfAll(Breach breach, long residual) {
        for (long further : new long[] {0, 7}) {
            move(Account.WALLET, Account.CAPITAL, rows.general(USD), further);
            assertEquals(residual, desk.identity.checkAll());
            assertEquals(breach, desk.identity.breach());
            move(Account.WALLET, Account.CAPITAL, rows.general(USD), -further);
        }
    }

    private void expectInCurrency(int currency, Breach breach, long residual) {
        expectInCurrency(currency, breach, residual, residual);
    }

    private void expectInCurrency(int currency, Breach breach, long residual, long residualOfAll) {
        assertEquals(residual, desk.identity.checkCurrency(currency));
        assertEquals(breach, desk.identity.breach());
        expectOfAll(breach, residualOfAll);
    }

    private static LedgerDesk desk() {
        FeeConfig fees = new FeeConfig(0, DecimalText.parseRate("0.001"), 0, 0);
        LedgerDesk desk = new LedgerDesk(
                "10000", fees, 8, InstrumentKind.LINEAR_PERP, InstrumentKind.SPOT, InstrumentKind.INVERSE_PERP);
        desk.buy(0, "3", "100");
        desk.buy(1, "4", "20");
        desk.mark(0, "101");
        desk.sell(0, "1", "102");
        desk.funding(0, "0.0001", "101", 8);
        desk.buy(2, "500", "20000");
        desk.mark(2, "21000");
        desk.indexPrice("BTC", "21000", 9);
        desk.closeStep(10);
        return desk;
    }
}
