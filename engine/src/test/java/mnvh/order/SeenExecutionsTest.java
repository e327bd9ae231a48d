package mnvh.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import mnvh.order.SeenExecutions.Sighting;
import org.junit.jupiter.api.Test;

class SeenExecutionsTest {
    @Test
    void sameExecutionTwiceIsRepeatedAndWithOtherContentConflicting() {
        SeenExecutions seen = new SeenExecutions(4);
        assertEquals(Sighting.FIRST, seen.see(1, 99, 1, 5, 10));
        assertEquals(Sighting.REPEATED, seen.see(1, 99, 1, 5, 10));
        assertEquals(Sighting.CONFLICTING, seen.see(1, 99, 1, 5, 11));
        assertEquals(Sighting.CONFLICTING, seen.see(1, 99, -1, 5, 10));
        assertEquals(Sighting.REPEATED, seen.see(1, 99, 1, 5, 10));
        assertEquals(Sighting.FIRST, seen.see(2, 99, 1, 5, 10));
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
                assertEquals(expected, seen.see(0, id, 1, quantity, 1), "capacity " + capacity + ", report " + n);
            }
        }
    }
}
