package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void placesLieSideBySideWhereOneArrayHoldsThemAll() {
        Memory memory = new Memory(3, 5, 15);
        assertSame(memory.words(0), memory.words(2));
        assertEquals(15, memory.words(0).length);
        assertEquals(0, memory.from(0));
        assertEquals(5, memory.from(1));
        assertEquals(10, memory.from(2));
    }

    @Test
    void everyPlaceHasItsOwnArrayAboveThat() {
        Memory memory = new Memory(3, 5, 14);
        assertNotSame(memory.words(0), memory.words(2));
        for (int i = 0; i < 3; i++) {
            assertEquals(5, memory.words(i).length);
            assertEquals(0, memory.from(i));
        }
    }

    @Test
    void instrumentsByTheThousandLieSideBySide() {
        Memory memory = new Memory(3_000, 1_000);
        assertSame(memory.words(0), memory.words(2_999));
        assertEquals(2_999_000, memory.from(2_999));
    }
}
