package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.audit.Exact;
import org.junit.jupiter.api.Test;

/** What the auditor lets an explanation move, whatever the journal says of it. */
class AuditBreaksTest {
    private static final int USD = 0;
    private static final int EUR = 1;
    private static final int NONE = -1;

    private final AuditBreaks breaks = new AuditBreaks();

    private void raise(long sequence, int currency, long amount) {
        breaks.raise(sequence, currency, Exact.of(amount));
    }

    @Test
    void onlyAPartOfAnOpenDifferenceIsExplained() {
        raise(9, EUR, -100);
        assertEquals(EUR, breaks.currencyOf(9, -100));
        assertEquals(EUR, breaks.currencyOf(9, -1));
        assertEquals(NONE, breaks.currencyOf(9, -101));
        assertEquals(NONE, breaks.currencyOf(9, 1));
        assertEquals(NONE, breaks.currencyOf(9, 0));
        assertEquals(NONE, breaks.currencyOf(10, -1));
    }

    @Test
    void explainedPartIsNotOpenAnyMore() {
        raise(9, USD, 100);
        breaks.explain(9, 40);
        assertEquals(NONE, breaks.currencyOf(9, 61));
        assertEquals(USD, breaks.currencyOf(9, 60));
        breaks.explain(9, 60);
        assertEquals(NONE, breaks.currencyOf(9, 1));
    }

    @Test
    void venueTakesBackWhatIsLeftOfACurrencyAndNothingElse() {
        raise(9, USD, 100);
        raise(10, USD, -30);
        raise(11, EUR, 5);
        breaks.explain(9, 50);
        assertFalse(breaks.takesBack(USD, Exact.of(-70)));
        assertFalse(breaks.takesBack(USD, Exact.ZERO));
        assertTrue(breaks.takesBack(USD, Exact.of(-20)));
        assertEquals(NONE, breaks.currencyOf(9, 1));
        assertEquals(NONE, breaks.currencyOf(10, -1));
        assertEquals(EUR, breaks.currencyOf(11, 5));
        assertFalse(breaks.takesBack(USD, Exact.of(-20)), "nothing is open");
    }

    @Test
    void sameNameCountsOnceAndNoNameNever() {
        assertTrue(breaks.isNew("K1"));
        assertFalse(breaks.isNew("K1"));
        assertTrue(breaks.isNew("K2"));
        assertFalse(breaks.isNew(""));
    }

    @Test
    void noDifferenceIsNoBreak() {
        raise(9, USD, 0);
        assertEquals(NONE, breaks.currencyOf(9, 0));
    }
}
