package mnvh.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateHashTest {
    private final StateHash hash = new StateHash();

    @Test
    void valueIsTheSameOnEveryMachine() {
        hash.putLong(1);
        hash.putInt(-2);
        hash.putDouble(3.5);
        assertEquals(0x3E28_E000_3DC9_6E2BL, hash.value());
    }

    @Test
    void orderAndCountMatter() {
        assertNotEquals(of(1, 2), of(2, 1));
        assertNotEquals(of(0), of(0, 0));
        assertNotEquals(of(), of(0));
    }

    @Test
    void oneUnitAnywhereChangesIt() {
        Set<Long> seen = new HashSet<>();
        seen.add(of(5, 5, 5));
        for (int bit = 0; bit < 64; bit++) {
            seen.add(of(5 ^ 1L << bit, 5, 5));
            seen.add(of(5, 5 ^ 1L << bit, 5));
            seen.add(of(5, 5, 5 ^ 1L << bit));
        }
        assertEquals(1 + 3 * 64, seen.size());
    }

    @Test
    void doublesAreCanonical() {
        double otherNan = Double.longBitsToDouble(0x7FF8_0000_0000_1234L);
        assertEquals(of(Double.NaN), of(otherNan));
        assertEquals(of(0.0), of(-0.0));
        assertNotEquals(of(0.0), of(Double.MIN_VALUE));
    }

    private long of(long... values) {
        hash.clear();
        for (long value : values) {
            hash.putLong(value);
        }
        return hash.value();
    }

    private long of(double value) {
        hash.clear();
        hash.putDouble(value);
        return hash.value();
    }
}
