package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.FeeKind;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** What is kept of late fees: for which fills, how many, and what a bust finds of them. */
class ChargesTest {
    @Test
    void placeIsAccountAndRow() {
        for (Account account : Account.values()) {
            for (int row : new int[] {0, 1, 255, 256, 100_000}) {
                long place = Charges.place(account, row);
                assertEquals(account, Charges.account(place));
                assertEquals(row, Charges.row(place));
            }
        }
    }

    @Test
    void everyLateFeeOfAFillComesBackAndNoOther() {
        LedgerDesk desk = desk(4);
        buy(desk, 3);
        fee(desk, 1, "1");
        fee(desk, 2, "20");
        fee(desk, 3, "300");
        fee(desk, 2, "4000");
        fee(desk, 1, "50000");
        assertTrue(desk.bust(0, 2));
        assertEquals("50301", desk.total(Account.TAXES, "USD"));
        assertTrue(desk.bust(0, 3));
        assertEquals("50001", desk.total(Account.TAXES, "USD"));
        assertTrue(desk.bust(0, 1));
        assertEquals("0", desk.total(Account.TAXES, "USD"));
    }

    @Test
    void feesOfFillsInTheHistoryAreKeptWhenTheOthersMakeRoom() {
        LedgerDesk desk = desk(2);
        buy(desk, 2);
        for (int k = 0; k < LotsConfig.LATE_FEES; k++) {
            fee(desk, 1, "1");
            fee(desk, 2, "10");
        }
        buy(desk, 1);
        fee(desk, 3, "1000");
        assertFalse(desk.lateFee(0, 2, FeeKind.TAX, "USD", "1"), "fill 2 has had its eight");
        assertEquals("1088", desk.total(Account.TAXES, "USD"));
        assertTrue(desk.bust(0, 2));
        assertEquals("1008", desk.total(Account.TAXES, "USD"));
        assertTrue(desk.bust(0, 3));
        assertEquals("8", desk.total(Account.TAXES, "USD"), "what fill 1 was charged stays charged");
    }

    @Test
    void ninthFeeIsRefusedThoughThereIsNoRoomToLookBeyond() {
        LedgerDesk desk = desk(1);
        buy(desk, 1);
        for (int k = 0; k < LotsConfig.LATE_FEES; k++) {
            fee(desk, 1, "1");
        }
        assertFalse(desk.lateFee(0, 1, FeeKind.TAX, "USD", "1"));
        assertEquals("8", desk.total(Account.TAXES, "USD"));
    }

    @Test
    void whatABustWouldFindIsWritten() {
        Charges charges = new Charges(2);
        RecordedState state = new RecordedState();
        charges.add(11, Charges.place(Account.TAXES, 3), 500);
        charges.add(12, Charges.place(Account.OTHER_FEES, 0), -70);
        charges.writeTo(state);
        assertEquals(
                List.of(11L, 12L, Charges.place(Account.TAXES, 3), Charges.place(Account.OTHER_FEES, 0), 500L, -70L),
                state.take());
        charges.drop(11);
        charges.writeTo(state);
        assertEquals(List.of(12L, Charges.place(Account.OTHER_FEES, 0), -70L), state.take());
    }

    private static LedgerDesk desk(int history) {
        return new LedgerDesk("100000", FREE, new LotsConfig(LotMethod.FIFO, 4, history), InstrumentKind.SPOT);
    }

    private static void buy(LedgerDesk desk, int fills) {
        for (int n = 0; n < fills; n++) {
            desk.buy(0, "1", "10");
        }
    }

    private static void fee(LedgerDesk desk, long id, String fee) {
        assertTrue(desk.lateFee(0, id, FeeKind.TAX, "USD", fee), "fee of fill " + id);
    }
}
