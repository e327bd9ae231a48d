package mnvh.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RefreshCadenceTest {
    private final RefreshCadence cadence = new RefreshCadence(3);

    @Test
    void isDueAtEachStepUntilReadyAndThenEverySoManySteps() {
        for (int k = 0; k < 5; k++) {
            assertTrue(cadence.onStep());
            cadence.computed(false);
        }
        assertTrue(cadence.onStep());
        cadence.computed(true);
        for (int k = 0; k < 2; k++) {
            assertFalse(cadence.onStep());
            assertFalse(cadence.onStep());
            assertTrue(cadence.onStep());
            cadence.computed(true);
        }
    }

    @Test
    void staysDueWhereWhatWasDueCouldNotBeComputed() {
        cadence.onStep();
        cadence.computed(true);
        assertFalse(cadence.onStep());
        assertFalse(cadence.onStep());
        assertTrue(cadence.onStep());
        assertTrue(cadence.onStep());
    }

    @Test
    void noStepsAreRefused() {
        String told = assertThrows(IllegalArgumentException.class, () -> new RefreshCadence(0))
                .getMessage();
        assertEquals("refresh_steps must be at least 1, got 0", told);
    }
}
