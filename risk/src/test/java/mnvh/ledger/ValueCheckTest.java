package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.number;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Each line: kind, multiplier or face, quantity, price, value. */
class ValueCheckTest {
    private static final String LINEAR = "linear";
    private static final String INVERSE = "inverse";

    private final ValueCheck check = new ValueCheck();

    @Test
    void linearValueIsQuantityTimesMultiplierTimesPrice() {
        value(LINEAR, "1", "3", "101.5", "304.5");
        value(LINEAR, "10", "-3", "101.5", "-3045");
        value(LINEAR, "0.001", "2.5", "20000.2", "50.0005");
        value(LINEAR, "1", "1", "90000000000", "90000000000");
        value(LINEAR, "1", "0", "0", "0");
    }

    @Test
    void inverseValueIsMinusQuantityTimesFaceByPrice() {
        value(INVERSE, "1", "500", "20000", "-0.025");
        value(INVERSE, "100", "-5", "20000", "0.025");
        value(INVERSE, "1", "1", "3", "-0.33333333");
        value(INVERSE, "1", "2", "3", "-0.66666667");
        value(INVERSE, "1", "30000000000", "90000000000", "-0.33333333");
        value(INVERSE, "1", "90000000000", "1", "-90000000000");
        value(INVERSE, "1", "0", "0", "0");
    }

    @Test
    void halvesGoToEven() {
        // 1, 3, 5 and 7 units at one half are 0.5, 1.5, 2.5 and 3.5.
        value(LINEAR, "1", "0.00000001", "0.5", "0");
        value(LINEAR, "1", "0.00000003", "0.5", "0.00000002");
        value(LINEAR, "1", "-0.00000005", "0.5", "-0.00000002");
        value(LINEAR, "1", "0.00000007", "0.5", "0.00000004");
        value(INVERSE, "1", "0.00000001", "2", "0");
        value(INVERSE, "1", "0.00000003", "2", "-0.00000002");
        value(INVERSE, "1", "-0.00000005", "2", "0.00000002");
        value(INVERSE, "1", "0.00000007", "2", "-0.00000004");
    }

    @Test
    void moreThanHalfGoesUpAndLessDown() {
        value(LINEAR, "1", "0.00000001", "0.50000001", "0.00000001");
        value(LINEAR, "1", "0.00000001", "0.49999999", "0");
        value(INVERSE, "1", "0.00000001", "1.99999999", "-0.00000001");
        value(INVERSE, "1", "0.00000001", "2.00000001", "0");
    }

    @Test
    void valueBeyond64BitsIsRefused() {
        for (InstrumentKind kind : new InstrumentKind[] {InstrumentKind.SPOT, InstrumentKind.INVERSE_PERP}) {
            String price = kind.inverse() ? "0.01" : "100";
            assertThrows(ArithmeticException.class, () -> valueOf(kind, "1", "1000000000", price));
        }
    }

    private void value(String kind, String multiplier, String quantity, String price, String value) {
        for (InstrumentKind each : InstrumentKind.values()) {
            if (each.inverse() == kind.equals(INVERSE)) {
                assertEquals(value, text(valueOf(each, multiplier, quantity, price)), each + " " + quantity);
            }
        }
    }

    private long valueOf(InstrumentKind kind, String multiplier, String quantity, String price) {
        return check.valueOf(LedgerDesk.instrument(0, kind, number(multiplier)), number(quantity), number(price));
    }
}
