package mnvh.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A step of 1,000 simulated ns that opens at 5,000, on a wall clock that stands at 70,000. */
class StepPaceTest {
    @Test
    void speedAloneRulesInRealTime() {
        StepPace pace = new StepPace(1_000, 1, 100);
        pace.start(5_000, 70_000);
        assertEquals(1_000, pace.stepWallNs());
        assertFalse(pace.quietAt(70_000));
        assertEquals(70_500, pace.wallOf(5_500));
        assertEquals(5_500, pace.simulatedAt(70_500));
        assertEquals(71_000, pace.wallOf(9_999), "a hole in the data takes no longer than a step");
        pace.next(6_000, 71_010);
        assertEquals(71_500, pace.wallOf(6_500), "ten late are caught up with");
        pace.next(7_000, 75_000);
        assertEquals(75_500, pace.wallOf(7_500), "more than a step is not");
    }

    @Test
    void fasterThanTheWallAStepStartsQuietAndTakesItsTime() {
        StepPace pace = new StepPace(1_000, 2, 100);
        pace.start(5_000, 70_000);
        assertEquals(500, pace.stepWallNs());
        assertTrue(pace.quietAt(70_049));
        assertFalse(pace.quietAt(70_050));
        assertEquals(70_050, pace.wallOf(5_000));
        assertEquals(70_500, pace.wallOf(6_000));
    }

    @Test
    void minimumLeavesTheFirstHalfQuiet() {
        StepPace pace = new StepPace(1_000, 1e9, 200);
        pace.start(5_000, 70_000);
        assertEquals(200, pace.stepWallNs());
        assertTrue(pace.quietAt(70_099));
        assertEquals(5_000, pace.simulatedAt(70_099));
        assertFalse(pace.quietAt(70_100));
        assertEquals(70_100, pace.wallOf(5_000));
        assertEquals(70_150, pace.wallOf(5_500));
        assertEquals(5_500, pace.simulatedAt(70_150));
        pace.next(6_000, 70_205);
        assertEquals(70_305, pace.wallOf(6_000), "the quiet time is never shortened");
    }

    @Test
    void withoutAMinimumNothingWaits() {
        StepPace pace = new StepPace(1_000, 1e18, 0);
        pace.start(5_000, 70_000);
        assertEquals(70_000, pace.wallOf(6_000));
        assertEquals(6_000, pace.simulatedAt(70_000));
    }
}
