package mnvh.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.config.ThrottleConfig;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final double EXACT = 1e-12;

    private static Throttle throttle(double warmup) {
        RiskFixture desk = new RiskFixture();
        desk.maxDrawdown = RiskFixture.rate("0.1");
        return new Throttle(
                new ThrottleConfig(true, true, true, true, 1, 0.02, 5, 1.0, 1.5, Double.NaN, 2.0, warmup),
                desk.limits());
    }

    @Test
    void reversionCountsLessOneStandardError() {
        Throttle throttle = throttle(0);
        throttle.update(0.015, 0.005, 1, 0, 1, 0);
        assertEquals(0.5, throttle.rho(), EXACT);
        throttle.update(0.5, 0.005, 1, 0, 1, 0);
        assertEquals(1.0, throttle.rho(), EXACT);
        throttle.update(-0.03, 0.005, 1, 0, 1, 0);
        assertEquals(0.0, throttle.factor(), EXACT);
    }

    @Test
    void trendFallsFromOneToOneAndAHalf() {
        Throttle throttle = throttle(0);
        throttle.update(1, 0, 0.7, 0, 1, 0);
        assertEquals(1.0, throttle.trend(), EXACT);
        throttle.update(1, 0, 1.25, 0, 1, 0);
        assertEquals(0.5, throttle.trend(), EXACT);
        throttle.update(1, 0, 1.6, 0, 1, 0);
        assertEquals(0.0, throttle.trend(), EXACT);
    }

    @Test
    void drawdownFallsFromHalfTheLimitToTheLimit() {
        Throttle throttle = throttle(0);
        throttle.update(1, 0, 1, 0.05, 1, 0);
        assertEquals(1.0, throttle.drawdown(), EXACT);
        throttle.update(1, 0, 1, 0.0875, 1, 0);
        assertEquals(0.25, throttle.drawdown(), EXACT);
        throttle.update(1, 0, 1, 0.1, 1, 0);
        assertEquals(0.0, throttle.drawdown(), EXACT);
    }

    @Test
    void edgeShutsAtItsBarAndReopensAtOnePointTwoTimesIt() {
        Throttle throttle = throttle(0);
        double[] edges = {20, 19.9, 20, 23.9, 24, 20, 19};
        double[] open = {1, 0, 0, 0, 1, 1, 0};
        for (int k = 0; k < edges.length; k++) {
            throttle.update(1, 0, 1, 0, edges[k], 10);
            assertEquals(open[k], throttle.edge(), "edge " + edges[k] + " at " + k);
        }
    }

    @Test
    void rebatesDoNotTurnTheHysteresisRound() {
        Throttle throttle = throttle(0);
        // A cost of -10 makes the bar -20, and once shut the edge must come up to -16.
        double[] edges = {-20, -20.1, -20, -16.1, -16, -20};
        double[] open = {1, 0, 0, 0, 1, 1};
        for (int k = 0; k < edges.length; k++) {
            throttle.update(1, 0, 1, 0, edges[k], -10);
            assertEquals(open[k], throttle.edge(), "edge " + edges[k] + " at " + k);
        }
    }

    @Test
    void estimatorsThatAreNotReadyTakeTheWarmupAndDoNotMoveTheEdge() {
        Throttle throttle = throttle(0.5);
        double factor = throttle.update(Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, 10);
        assertEquals(0.125, factor, EXACT);
        throttle.update(1, 0, 1, 0, 20, 10);
        assertEquals(1.0, throttle.edge(), EXACT);
    }

    @Test
    void factorsSwitchedOffAreOne() {
        Throttle throttle = new Throttle(
                new ThrottleConfig(false, false, false, false, 1, 0.02, 5, 1, 1.5, Double.NaN, 1, 0),
                new RiskFixture().limits());
        assertEquals(1.0, throttle.update(-1, 0, 9, 0.9, -5, 10), EXACT);
    }

    @Test
    void factorIsTheProduct() {
        Throttle throttle = throttle(0);
        assertEquals(0.5 * 0.5 * 0.25, throttle.update(0.01, 0, 1.25, 0.0875, 30, 10), EXACT);
    }
}
