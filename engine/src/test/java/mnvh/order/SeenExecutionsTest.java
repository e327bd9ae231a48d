package mnvh.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import mnvh.order.SeenExecutions.Sighting;
import org.junit.jupiter.api.Test;

class SeenExecutionsTest {
    private static Sighting see(SeenExecutions seen, int owner, long id, long side, long quantity, long price) {
        Sighting sighting =
                seen.look(0, owner, id).with(side).with(quantity).with(price).sighting();
        if (sighting == Sighting.FIRST) {
            seen.remember();
        }
        return sighting;
    }

    @Test
    void sameExecutionTwiceIsRepeatedAndWithOtherContentConflicting() {
        SeenExecutions seen = new SeenExecutions(4);
        assertEquals(Sighting.FIRST, see(seen, 1, 99, 1, 5, 10));
        assertEquals(Sighting.REPEATED, see(seen, 1, 99, 1, 5, 10));
        assertEquals(Sighting.CONFLICTING, see(seen, 1, 99, 1, 5, 11));
        assertEquals(Sighting.CONFLICTING, see(seen, 1, 99, -1, 5, 10));
        assertEquals(Sighting.CONFLICTING, see(seen, 1, 99, 1, 10, 5), "the same numbers in another order");
        assertEquals(Sighting.REPEATED, see(seen, 1, 99, 1, 5, 10));
        assertEquals(Sighting.FIRST, see(seen, 2, 99, 1, 5, 10));
    }

    @Test
    void whatWasOnlyLookedAtIsNotSeen() {
        SeenExecutions seen = new SeenExecutions(1);
        seen.look(0, 1, 98).with(5).remember();
        assertEquals(Sighting.FIRST, seen.look(0, 1, 99).with(5).sighting());
        assertEquals(Sighting.FIRST, seen.look(0, 1, 99).with(5).sighting());
        assertEquals(Sighting.REPEATED, seen.look(0, 1, 98).with(5).sighting(), "nor has it displaced another");
        assertEquals(Sighting.FIRST, seen.look(1, 1, 98).with(5).sighting(), "of another class");
    }

    @Test
    void whatIsRememberedIsNotRememberedAgain() {
        SeenExecutions seen = new SeenExecutions(4);
        seen.look(0, 1, 99).with(5).remember();
        assertThrows(
                IllegalStateException.class, () -> seen.look(0, 1, 99).with(5).remember());
    }

    @Test
    void newestAreRememberedAndNoOthersAsByAMapAndAQueue() {
        for (int capacity : new int[] {1, 3, 7, 64}) {
            SeenExecutions seen = new SeenExecutions(capacity);
            Map<Integer, Integer> contents = new HashMap<>();
            ArrayDeque<Integer> order = new ArrayDeque<>();
            SplittableRandom random = new SplittableRandom(capacity);
            for (int n = 0; n < 50_000; n++) {
                int id = random.nextInt(2 * capacity + 1);
                int quantity = random.nextInt(1, 3);
                Integer known = contents.get(id);
                Sighting expected =
                        known == null ? Sighting.FIRST : known == quantity ? Sighting.REPEATED : Sighting.CONFLICTING;
                if (known == null) {
                    if (order.size() == capacity) {
                        contents.remove(order.removeFirst());
                    }
                    contents.put(id, quantity);
                    order.addLast(id);
                }
                assertEquals(expected, see(seen, 0, id, 1, quantity, 1), "capacity " + capacity + ", report " + n);
            }
        }
    }
}
