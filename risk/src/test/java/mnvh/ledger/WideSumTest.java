package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WideSumTest {
    private static final long[] NUMBERS = {
        0, 1, -1, 0xFFFF_FFFFL, -0xFFFF_FFFFL, 1L << 32, -(1L << 32), Long.MAX_VALUE, Long.MIN_VALUE
    };

    private final WideSum sum = new WideSum();

    @Test
    void everyNumberStandsForItself() {
        for (long number : NUMBERS) {
            assertEquals(number, sum.start(number).toLong());
            assertEquals(number, sum.start(0).add(number).toLong());
            assertEquals(number == 0, sum.start(number).isZero(), "zero: " + number);
            assertTrue(sum.start(number).subtract(number).isZero(), "less itself: " + number);
        }
    }

    @Test
    void subtractionIsTheOtherWayRound() {
        assertEquals(-3, sum.start(4).subtract(7).toLong());
        assertEquals(Long.MIN_VALUE, sum.start(-1).subtract(Long.MAX_VALUE).toLong());
        assertEquals(-(1L << 40), sum.start(0).subtract(1L << 40).toLong());
    }

    @Test
    void halvesCarry() {
        assertEquals(1L << 32, sum.start(0xFFFF_FFFFL).add(1).toLong());
        assertFalse(sum.start(1L << 32).isZero());
        assertTrue(sum.start(0xFFFF_FFFFL).add(1).subtract(1L << 32).isZero());
    }

    @Test
    void sumBeyond64BitsComesBack() {
        sum.start(Long.MAX_VALUE).add(Long.MAX_VALUE).add(2);
        assertFalse(sum.isZero(), "2^64 is not nothing");
        assertTrue(sum.subtract(Long.MAX_VALUE)
                .subtract(Long.MAX_VALUE)
                .subtract(2)
                .isZero());
    }

    @Test
    void whatLeaves64BitsReadsAsTheNearestNumber() {
        assertEquals(Long.MAX_VALUE, sum.start(Long.MAX_VALUE).add(1).toLong());
        assertEquals(Long.MIN_VALUE, sum.start(Long.MIN_VALUE).subtract(1).toLong());
        assertEquals(
                Long.MAX_VALUE,
                sum.start(Long.MAX_VALUE).subtract(Long.MIN_VALUE).toLong());
    }
}
