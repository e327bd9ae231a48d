package mnvh.risk;

import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import mnvh.config.Config;
import mnvh.config.FinancingMode;
import org.junit.jupiter.api.Test;

/**
 * Lists to the last unit, without the stages around. Amounts are units of 10^-8; marks are 1, so that a trade's
 * notional is its quantity.
 */
class SelfFinancingListTest {
    private static final long ONE = 1_000_000_000_000L;

    private final RiskFixture desk = new RiskFixture().asset("1").asset("1");
    private SelfFinancing financing = new SelfFinancing(desk.load().selfFinancing(), book());
    private Book book = book();
    private Clips clips = new Clips(desk.limits(), book.size);
    private long[] x = {};
    private long[] correction = {};
    private boolean keepBeta;

    @Test
    void nothingToTradeNeedsNoCash() {
        for (FinancingMode mode : FinancingMode.values()) {
            budget(mode, 0);
            assertEquals(Verdict.ADMITTED, apply(0, 0));
            assertWhole(0, 0);
        }
    }

    @Test
    void balancedListStaysAsItIs() {
        for (FinancingMode mode : FinancingMode.values()) {
            budget(mode, 0);
            assertEquals(Verdict.ADMITTED, apply(700, -700), mode.name());
            assertWhole(700, -700);
        }
    }

    @Test
    void listThatTakesTheWholeBudgetIsNotScaled() {
        budget(FinancingMode.FUNDED, 50);
        assertEquals(Verdict.ADMITTED, apply(100, -50));
        assertWhole(100, -50);
        assertEquals(50, financing.demandBefore());
    }

    @Test
    void fundedSpendsTheBudgetToTheUnit() {
        budget(FinancingMode.FUNDED, 50);
        assertEquals(Verdict.ADMITTED, apply(100, 0));
        assertList(50, 0);
        assertEquals(rate("0.5"), financing.scale());
        assertTrue(financing.uniform());
    }

    @Test
    void fundedBuysTheOneUnitThereIsCashFor() {
        budget(FinancingMode.FUNDED, 1);
        assertEquals(Verdict.ADMITTED, apply(100, 0));
        assertList(1, 0);
        budget(FinancingMode.FUNDED, 0);
        assertEquals(Verdict.DENIED_FINANCING, apply(100, 0));
        assertWhole(100, 0);
    }

    @Test
    void fundedLeavesRoomForTheIncrementsOfItsSells() {
        // Increments worth 20, and one sell: each quarter of the room is 5. S(k) = 200k - 40k is to stay below.
        desk.instruments.clear();
        desk.marks.clear();
        desk.asset("1", "0.0000002")
                .asset("1", "0.0000002")
                .asset("1", "0.0000002")
                .asset("1", "0.0000002");
        budget(FinancingMode.FUNDED, 80);
        for (int quarters : new int[] {0, 1, 2, 4}) {
            assertEquals(Verdict.ADMITTED, apply(quarters, 200, 0, -40, 0));
            long most = 80L - 5L * quarters;
            assertEquals(most * ONE / 160, financing.scale(), 2 * ONE / 160, quarters + " quarters");
        }
    }

    @Test
    void fundedFindsTheOneFactorThatFits() {
        // Notionals of a million: one step of the factor is worth 10 units. Fees are 20 % and a minimum; of S(K) =
        // -10 K + max(m, 20 K) + max(m, 18 K), K at 1e-12, the smallest is at m = 20 K and comes to 30 K.
        desk.initialCash = 1_000 * ONE;
        desk.feeRate = rate("0.2");
        for (long lowest = 500_000_000_000L; lowest < 500_000_000_027L; lowest++) {
            desk.feeMinimum = 20 * lowest;
            budget(FinancingMode.FUNDED, 30 * lowest);
            assertEquals(Verdict.ADMITTED, apply(90 * ONE, -100 * ONE), "lowest at " + lowest);
            assertEquals(lowest, financing.scale());
            assertList(90 * lowest, -100 * lowest);
            budget(FinancingMode.FUNDED, 30 * lowest - 1);
            assertEquals(Verdict.DENIED_FINANCING, apply(90 * ONE, -100 * ONE));
        }
    }

    @Test
    void fundedFindsADipFarFromTheMiddle() {
        // S(k) = -1500k + max(800, 1000k) + max(800, 850k) falls to 329.4 at k = 16/17 and is 350k from there on.
        desk.feeRate = rate("0.1");
        desk.feeMinimum = 800;
        budget(FinancingMode.FUNDED, 340);
        assertEquals(Verdict.ADMITTED, apply(-10_000, 8_500));
        assertEquals(340 * ONE / 350, financing.scale(), ONE / 100);
        assertTrue(demand() <= 340, "S = " + demand());
    }

    @Test
    void scalarNeedsMoreThanRoundingsAtItsStart() {
        // Two minimum fees of 2 are as much as the roundings of two orders may be; of 3 they are more: -200k + 6.
        desk.feeMinimum = 2;
        budget(FinancingMode.SCALAR, 0);
        assertEquals(Verdict.NO_SCALAR_ROOT, apply(-100, -100));
        assertWhole(-100, -100);
        desk.feeMinimum = 3;
        budget(FinancingMode.SCALAR, 0);
        assertEquals(Verdict.ADMITTED, apply(-100, -100));
        assertEquals(rate("0.03"), financing.scale());
        assertList(-3, -3);
    }

    @Test
    void excessBuysShrinkToWhatTheSellsBring() {
        budget(FinancingMode.EXCESS_SIDE, 0);
        assertEquals(Verdict.ADMITTED, apply(100, -50));
        assertList(50, -50);
        assertEquals(rate("0.5"), financing.scale());
        assertFalse(financing.uniform());
        assertEquals(Verdict.ADMITTED, apply(100, -1));
        assertList(1, -1);
        assertEquals(Verdict.NO_ONE_SIDED_ROOT, apply(100, 0));
        assertWhole(100, 0);
    }

    @Test
    void excessSellsShrinkToWhatTheBuysTake() {
        budget(FinancingMode.EXCESS_SIDE, 0);
        assertEquals(Verdict.ADMITTED, apply(5, -100));
        assertList(5, -5);
        assertEquals(rate("0.05"), financing.scale());
        // Four units of demand are what the roundings of two orders may be.
        assertEquals(Verdict.NO_ONE_SIDED_ROOT, apply(4, -100));
        assertWhole(4, -100);
    }

    @Test
    void correctionsShrinkWithTheirTrades() {
        desk.asset("1");
        budget(FinancingMode.EXCESS_SIDE, 0);
        x = new long[] {100, -50, 0};
        correction = new long[] {10, 7, 8};
        assertEquals(Verdict.ADMITTED, financing.apply(book, clips, x, correction, false, 0));
        assertList(50, -50, 0);
        assertArrayEquals(new long[] {5, 7, 8}, correction, "only what is bought is scaled");
    }

    @Test
    void projectionMovesEveryTradeAlike() {
        // Fees of 6 at first: both fall by (600 + 6) / 2. Fees are then 2, which is 4 off and within the roundings.
        desk.feeRate = rate("0.01");
        budget(FinancingMode.PROJECTION, 0);
        assertEquals(Verdict.ADMITTED, apply(300, 300));
        assertList(-3, -3);
        assertArrayEquals(new long[] {-303, -303}, correction);
        // Fees of 10 at first, then 2 and 2.
        assertEquals(Verdict.ADMITTED, apply(500, 500));
        assertList(-1, -1);
        assertArrayEquals(new long[] {-501, -501}, correction);
        assertTrue(financing.uniform());
    }

    @Test
    void projectionFollowsFallingFeesSoFarAndNoFurther() {
        // Fees of a half: both trades become minus half the fees, and so the fees halve, 32 times at most.
        desk.feeRate = rate("0.5");
        budget(FinancingMode.PROJECTION, 0);
        assertEquals(Verdict.ADMITTED, apply(1L << 34, 1L << 34));
        assertList(-4, -4);
        assertEquals(Verdict.NO_PROJECTION, apply(1L << 35, 1L << 35));
        assertWhole(1L << 35, 1L << 35);
    }

    @Test
    void projectionEndsWhereFeesComeAndGo() {
        // Fees of 20 leave nothing to buy, which costs 10; fees of 10 leave 5 to buy, which costs 20.
        desk.feeMinimum = 10;
        budget(FinancingMode.PROJECTION, 0);
        assertEquals(Verdict.NO_PROJECTION, apply(120, 100));
        assertWhole(120, 100);
    }

    @Test
    void projectionThatMustKeepTheBetaNeedsBetasThatDiffer() {
        budget(FinancingMode.PROJECTION, 0);
        keepBeta = true;
        assertEquals(Verdict.NO_PROJECTION, apply(300, 100));
        assertWhole(300, 100);
    }

    private Book book() {
        return new Book(desk.universe, desk.ledger, desk.fees, desk.working);
    }

    /** Opens with so much cash above the floor. */
    private void budget(FinancingMode mode, long cash) {
        desk.financing = mode;
        desk.cashFloor = desk.initialCash - cash;
        Config config = desk.load();
        book = book();
        book.load(desk.inputs);
        clips = new Clips(new Limits(config.risk()), book.size);
        Arrays.fill(clips.lower, -1_000 * ONE);
        Arrays.fill(clips.upper, 1_000 * ONE);
        financing = new SelfFinancing(config.selfFinancing(), book);
    }

    private Verdict apply(long first, long second) {
        return apply(0, first, second);
    }

    private Verdict apply(int tight, long... list) {
        x = list.clone();
        correction = new long[list.length];
        return financing.apply(book, clips, x, correction, keepBeta, tight);
    }

    private void assertList(long... expected) {
        assertArrayEquals(expected, x);
    }

    private void assertWhole(long... expected) {
        assertList(expected);
        assertEquals(ONE, financing.scale());
        assertTrue(financing.uniform());
    }

    /** @return S of the list as it is now, by hand */
    private long demand() {
        long demand = 0;
        for (int i = 0; i < x.length; i++) {
            demand += x[i] + book.feeOfNotional(i, Math.abs(x[i]));
        }
        return demand;
    }
}
