package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.state.StateHash;
import mnvh.units.FixedPoint;
import mnvh.universe.Currencies;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final long HALF = Long.MAX_VALUE / 2 + 1;
    /** What can be admitted to books with nothing in them. */
    private static final long ALL = 1L << 57;

    private final Universe universe = new Universe(List.of(
            LedgerDesk.instrument(0, InstrumentKind.SPOT, FixedPoint.SCALE),
            LedgerDesk.instrument(1, InstrumentKind.INVERSE_PERP, FixedPoint.SCALE),
            LedgerDesk.instrument(2, InstrumentKind.LINEAR_PERP, FixedPoint.SCALE)));
    private final Rows rows = new Rows(universe, Currencies.of(universe, "USD", List.of("EUR")));
    private final OpenBooks open = new OpenBooks(rows, 1_000);
    private final Books books = open.books;
    private final Posting posting = new Posting(8);

    @Test
    void rowsStandApart() {
        assertEquals(3, rows.instruments());
        assertEquals(3, rows.currencies());
        assertEquals(6, rows.count());
        boolean[] seen = new boolean[rows.count()];
        for (int i = 0; i < rows.instruments(); i++) {
            seen[i] = true;
            assertEquals(i, rows.instrument(i));
            assertEquals(i == 1 ? 1 : 0, rows.currency(i));
        }
        for (int c = 0; c < rows.currencies(); c++) {
            int row = rows.general(c);
            assertTrue(!seen[row], "row " + row + " is taken");
            seen[row] = true;
            assertEquals(-1, rows.instrument(row));
            assertEquals(c, rows.currency(row));
        }
        assertEquals(0, rows.ofFee(0, 0));
        assertEquals(rows.general(1), rows.ofFee(0, 1));
        assertEquals(1, rows.ofFee(1, 1));
        assertEquals(rows.general(0), rows.ofFee(1, 0));
    }

    @Test
    void initialCashIsCapitalOfTheReportingCurrency() {
        assertEquals(1_000, books.balance(Account.WALLET, rows.general(0)));
        assertEquals(-1_000, books.balance(Account.CAPITAL, rows.general(0)));
        assertEquals(1_000, books.total(Account.WALLET, 0));
        assertEquals(1_000, books.equity(0));
        assertEquals(0, books.equity(1));
    }

    @Test
    void everyLegCountsInItsRowAndItsTotal() {
        posting.debit(Account.WALLET, 0, 5);
        posting.credit(Account.FUNDING, 0, 7);
        posting.debit(Account.WALLET, 2, -1);
        posting.debit(Account.WALLET, 1, 30);
        posting.credit(Account.FINANCING, 1, 10);
        posting.debit(Account.TAXES, rows.general(2), 2);
        posting.debit(Account.TAXES, rows.general(2), 0);
        assertEquals(6, posting.legs(), "nothing is no leg");
        books.commit(posting);
        assertEquals(5, books.balance(Account.WALLET, 0));
        assertEquals(-1, books.balance(Account.WALLET, 2));
        assertEquals(1_004, books.total(Account.WALLET, 0));
        assertEquals(-7, books.total(Account.FUNDING, 0));
        assertEquals(20, books.cash(1));
        assertEquals(2, books.total(Account.TAXES, 2));
        posting.clear();
        assertEquals(0, posting.legs());
    }

    @Test
    void overflowOfAnyLegUndoesAll() {
        for (int last = 0; last < 4; last++) {
            fill(Account.EXTERNAL, 0, HALF);
            fill(Account.EXTERNAL, 1, -HALF);
            long before = hash();
            posting.clear();
            for (int leg = 0; leg < 4; leg++) {
                posting.debit(Account.of(leg), leg % 3, 10 + leg);
                if (leg == last) {
                    posting.debit(Account.EXTERNAL, 0, HALF);
                    posting.credit(Account.EXTERNAL, 1, HALF);
                }
            }
            refused(before);
            fill(Account.EXTERNAL, 0, -HALF);
            fill(Account.EXTERNAL, 1, HALF);
        }
    }

    @Test
    void overflowOfATotalIsSeenThoughEveryRowFits() {
        fill(Account.TAXES, 0, HALF);
        long before = hash();
        posting.clear();
        posting.debit(Account.WALLET, 0, 1);
        posting.debit(Account.TAXES, 2, HALF);
        refused(before);
    }

    @Test
    void cashAndEquityMustFitTogether() {
        fill(Account.WALLET, 1, HALF);
        long before = hash();
        posting.clear();
        posting.debit(Account.FINANCING, 1, HALF);
        refused(before);
        posting.clear();
        posting.debit(Account.POSITION_VALUE, 1, HALF);
        refused(before);
        fill(Account.FINANCING, 1, -HALF);
        fill(Account.POSITION_VALUE, 1, HALF);
        assertEquals(0, books.cash(1));
        assertEquals(HALF, books.equity(1));
    }

    @Test
    void sumOfManyPostingsIsRefusedWhereItLeavesSixtyFourBits() {
        long part = 1L << 55;
        long booked = 0;
        posting.clear();
        posting.debit(Account.POSITION_VALUE, 2, part);
        posting.credit(Account.MARK_TO_MARKET, 2, part);
        for (int n = 0; n < 255; n++) {
            books.commit(posting);
            booked += part;
            assertEquals(booked, books.balance(Account.POSITION_VALUE, 2));
            assertEquals(booked, books.total(Account.POSITION_VALUE, 0));
            assertEquals(-booked, books.total(Account.MARK_TO_MARKET, 0));
        }
        refused(hash());
        posting.clear();
        posting.debit(Account.TAXES, 2, 1);
        posting.credit(Account.MARK_TO_MARKET, 0, part);
        refused(hash());
    }

    @Test
    void whatHasNoMagnitudeIsNotAdmitted() {
        long before = hash();
        assertTrue(!books.admits(-1));
        assertTrue(!books.admits(Long.MIN_VALUE));
        assertTrue(books.admits(0));
        assertTrue(!books.admits(Long.MAX_VALUE));
        assertEquals(before, hash());
    }

    @Test
    void tradesAreAdmittedWhileNoBalanceComesNearTheEnd() {
        long part = 1L << 54;
        int admitted = 0;
        while (admitted < 100 && books.admits(part)) {
            open.trade(2, part, part, 0, true, 0);
            admitted++;
        }
        assertEquals(7, admitted);
        assertEquals(7 * part, books.balance(Account.POSITION_VALUE, 2));
        assertEquals(-7 * part, books.total(Account.FINANCING, 0));
    }

    @Test
    void emptyBooksHaveAllTheirRoomAndMeasureItAnew() {
        Books empty = new OpenBooks(rows, 0).books;
        assertTrue(empty.admits(ALL), "a posting of nothing takes nothing");
        assertTrue(empty.admits(1), "nothing was posted, and that is seen");
        assertTrue(empty.admits(ALL), "and to the last unit");
        assertFalse(empty.admits(ALL + 1));
    }

    @Test
    void postingOfAllTheRoomIsAdmitted() {
        Books empty = new OpenBooks(rows, 0).books;
        posting.debit(Account.WALLET, 0, ALL - 1);
        empty.commit(posting);
        assertTrue(empty.admits(1));
        assertFalse(empty.admits(2));
    }

    @Test
    void everyLegTakesAUnitMoreThanItsAmount() {
        Books empty = new OpenBooks(rows, 0).books;
        posting.debit(Account.WALLET, 0, 5);
        posting.debit(Account.WALLET, 2, 2);
        empty.commit(posting);
        // 9 are taken; measured it is 7 for the total of the two.
        assertFalse(empty.admits(ALL - 6));
        Books other = new OpenBooks(rows, 0).books;
        other.commit(posting);
        assertTrue(other.admits(ALL - 7));
    }

    @Test
    void whatAPostingHasLeftIsAdmittedWithoutALook() {
        OpenBooks open = new OpenBooks(rows, 0);
        posting.debit(Account.WALLET, 0, 5);
        posting.debit(Account.WALLET, 2, 2);
        open.books.commit(posting);
        open.trade(2, ALL, ALL, ALL, true, 0);
        assertTrue(open.books.admits(ALL - 9));
        assertFalse(open.books.admits(1), "measured there is none");
        assertTrue(open.books.admits(0), "nothing needs no room");
    }

    @Test
    void whatHasRoomIsAdmittedWithoutALook() {
        OpenBooks emptyOpen = new OpenBooks(rows, 0);
        Books empty = emptyOpen.books;
        assertTrue(empty.admits(ALL / 2));
        emptyOpen.trade(2, ALL, ALL, ALL, true, 0);
        assertEquals(-2 * ALL, empty.total(Account.FINANCING, 0), "four times what was admitted, as is allowed");
        assertTrue(empty.admits(ALL / 2), "the rest of the room");
        assertFalse(empty.admits(1), "measured there is none");
    }

    @Test
    void measuredRoomIsTakenToo() {
        OpenBooks emptyOpen = new OpenBooks(rows, 0);
        Books empty = emptyOpen.books;
        posting.debit(Account.WALLET, 0, ALL / 2);
        empty.commit(posting);
        assertTrue(empty.admits(ALL / 2), "one more than is left, and so it is measured");
        posting.clear();
        emptyOpen.trade(0, 0, -ALL / 2, 0, false, 0);
        assertEquals(ALL, empty.total(Account.WALLET, 0));
        assertFalse(empty.admits(ALL / 2));
    }

    @Test
    void largeBalancesAreSeenThoughTheirTotalIsNone() {
        OpenBooks emptyOpen = new OpenBooks(rows, 0);
        Books empty = emptyOpen.books;
        assertTrue(empty.admits(ALL));
        emptyOpen.trade(0, 0, ALL, 0, false, 0);
        emptyOpen.trade(2, 0, -ALL, 0, false, 0);
        assertEquals(0, empty.total(Account.WALLET, 0));
        assertFalse(empty.admits(1));
    }

    @Test
    void largeTotalIsSeenThoughEveryBalanceIsSmaller() {
        for (Account account : List.of(Account.WALLET, Account.TRADING_FEES)) {
            OpenBooks emptyOpen = new OpenBooks(rows, 0);
            Books empty = emptyOpen.books;
            assertTrue(empty.admits(ALL));
            long fee = account == Account.WALLET ? 0 : ALL / 2;
            for (int row = 0; row <= 2; row += 2) {
                emptyOpen.trade(row, 0, -ALL / 2, 0, false, fee);
            }
            assertEquals(account == Account.WALLET ? ALL : 0, empty.total(Account.WALLET, 0));
            assertEquals(2 * fee, empty.total(Account.TRADING_FEES, 0));
            assertFalse(empty.admits(1));
        }
    }

    @Test
    void booksThatAreFullAreMeasuredAgainAfterAsManyPostingsAsTheyHaveBalances() {
        OpenBooks fullOpen = new OpenBooks(rows, 0);
        Books full = fullOpen.books;
        assertTrue(full.admits(ALL));
        fullOpen.trade(0, 0, ALL, 0, false, 0);
        assertFalse(full.admits(1));
        fullOpen.trade(0, 0, -ALL, 0, false, 0);
        for (int n = 0; n < rows.count() * Account.count(); n++) {
            assertFalse(full.admits(1), "not looked at");
        }
        assertTrue(full.admits(1));
    }

    @Test
    void smallestNumberIsNotCredited() {
        assertThrows(ArithmeticException.class, () -> posting.credit(Account.TAXES, 0, Long.MIN_VALUE));
        assertEquals(0, posting.legs());
    }

    private void fill(Account account, int row, long amount) {
        posting.clear();
        posting.debit(account, row, amount);
        books.commit(posting);
    }

    private void refused(long before) {
        assertThrows(ArithmeticException.class, () -> books.commit(posting));
        assertEquals(before, hash());
    }

    private long hash() {
        StateHash hash = new StateHash();
        books.writeTo(hash);
        return hash.value();
    }
}
