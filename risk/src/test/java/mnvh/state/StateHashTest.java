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
        assertEquals(0x2F27_54E1_1715_6EEAL, hash.value());
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

    @Test
    void manyAtOnceAreOneAfterTheOther() {
        hash.putLong(7);
        hash.putLongs(new long[] {1, -2, 3, 99}, 3);
        hash.putLong(8);
        long together = hash.value();
        assertEquals(of(7, 1, -2, 3, 8), together);
    }

    @Test
    void manyAtOnceCountAsOneAfterTheOther() {
        double[] doubles = {1.5, -0.0, Double.NaN, 2.5};
        hash.putDouble(-0.0);
        hash.putDouble(Double.NaN);
        hash.putLong(8);
        hash.putLong(9);
        long oneByOne = hash.value();
        hash.clear();
        hash.putDoubles(doubles, 1, 2);
        hash.putLongs(new long[] {7, 8, 9}, 1, 2);
        assertEquals(oneByOne, hash.value());
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
