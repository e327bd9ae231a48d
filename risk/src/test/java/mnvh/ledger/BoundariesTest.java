package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import mnvh.state.StateHash;
import org.junit.jupiter.api.Test;

class BoundariesTest {
    private static final int REMEMBERED = 32;

    private final Boundaries boundaries = new Boundaries(2);

    @Test
    void bookedOnesAreRepeatedAndThoseBetweenOutOfOrder() {
        assertEquals(CarryOutcome.BOOKED, boundaries.look(0, -5));
        boundaries.book(0, -5);
        boundaries.book(0, 8);
        assertEquals(CarryOutcome.REPEATED, boundaries.look(0, -5));
        assertEquals(CarryOutcome.REPEATED, boundaries.look(0, 8));
        assertEquals(CarryOutcome.OUT_OF_ORDER, boundaries.look(0, 7));
        assertEquals(CarryOutcome.BOOKED, boundaries.look(0, 9));
        assertEquals(CarryOutcome.BOOKED, boundaries.look(1, 7), "another owner's are its own");
    }

    @Test
    void latestAreRememberedAndOlderOnesAreNotKnownAnyMore() {
        for (int at = 1; at <= REMEMBERED + 1; at++) {
            boundaries.book(1, at);
        }
        assertEquals(CarryOutcome.OUT_OF_ORDER, boundaries.look(1, 1));
        for (int at = 2; at <= REMEMBERED + 1; at++) {
            assertEquals(CarryOutcome.REPEATED, boundaries.look(1, at));
        }
        assertEquals(CarryOutcome.OUT_OF_ORDER, boundaries.look(0, Long.MIN_VALUE), "before every boundary");
    }

    @Test
    void lookingChangesNothing() {
        boundaries.book(0, 8);
        long before = hash();
        boundaries.look(0, 9);
        boundaries.look(0, 7);
        assertEquals(before, hash());
        boundaries.book(0, 9);
        assertNotEquals(before, hash());
    }

    private long hash() {
        StateHash hash = new StateHash();
        boundaries.writeTo(hash);
        return hash.value();
    }
}
