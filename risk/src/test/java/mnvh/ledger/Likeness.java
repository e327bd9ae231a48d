package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.units.Component;

/** Holds the books of one ledger against those of another that came to the same by another way. */
final class Likeness {
    private Likeness() {}

    /**
     * Every account, position, lot and profit agrees. Only how a profit is divided between price changes and edge may
     * differ, for a fill that is taken back is traded back at a later mark.
     */
    static void assertAlike(Ledger expected, Ledger actual) {
        Rows rows = expected.books().rows();
        for (int row = 0; row < rows.count(); row++) {
            for (int k = 0; k < Account.count(); k++) {
                Account account = Account.of(k);
                if (account != Account.MARK_TO_MARKET && account != Account.EXECUTION_EDGE) {
                    String where = account + " in row " + row;
                    assertEquals(
                            expected.books().balance(account, row),
                            actual.books().balance(account, row),
                            where);
                }
            }
            assertEquals(profit(expected, row), profit(actual, row), "mtm and edge of row " + row);
        }
        for (int i = 0; i < rows.instruments(); i++) {
            assertHeldAlike(expected, actual, i);
        }
        assertEquals(expected.cash(), actual.cash(), "cash");
        assertEquals(expected.equity(), actual.equity(), "equity");
    }

    /** Position, wallet, lots and profit of an instrument agree, wherever its fees were posted. */
    static void assertHeldAlike(Ledger expected, Ledger actual, int i) {
        assertEquals(expected.position(i), actual.position(i), "position");
        assertEquals(expected.positions()[i], actual.positions()[i], "position beside the others");
        assertEquals(expected.value(i), actual.value(i), "value");
        assertEquals(expected.financing(i), actual.financing(i), "financing");
        assertEquals(expected.realised(i), actual.realised(i), "realised");
        assertEquals(expected.unrealised(i), actual.unrealised(i), "unrealised");
        assertEquals(expected.books().balance(Account.WALLET, i), actual.books().balance(Account.WALLET, i), "wallet");
        assertEquals(profit(expected, i), profit(actual, i), "mtm and edge");
        Lots want = expected.lots(i);
        Lots have = actual.lots(i);
        assertEquals(want.count(), have.count(), "lots");
        assertEquals(want.cost(), have.cost(), "cost of all lots");
        for (int rank = 0; rank < want.count(); rank++) {
            assertEquals(want.quantity(rank), have.quantity(rank), "quantity of lot " + rank);
            assertEquals(want.cost(rank), have.cost(rank), "cost of lot " + rank);
            assertEquals(want.fees(rank), have.fees(rank), "fees of lot " + rank);
            assertEquals(want.openedNs(rank), have.openedNs(rank), "time of lot " + rank);
            assertEquals(want.id(rank), have.id(rank), "fill of lot " + rank);
        }
    }

    private static long profit(Ledger ledger, int row) {
        return ledger.components().inRow(Component.MTM, row)
                + ledger.components().inRow(Component.EDGE, row);
    }
}
