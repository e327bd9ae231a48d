package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DrawdownLimitTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private static DrawdownLimit limit(String drawdown, String daily) {
        RiskFixture desk = new RiskFixture();
        desk.maxDrawdown = drawdown.isEmpty() ? RiskFixture.NONE : RiskFixture.rate(drawdown);
        desk.maxDailyLoss = daily.isEmpty() ? RiskFixture.NONE : RiskFixture.rate(daily);
        return new DrawdownLimit(desk.riskConfig());
    }

    @Test
    void fallFromThePeakHaltsAtTheLimitToTheUnit() {
        DrawdownLimit limit = limit("0.1", "");
        assertEquals(Verdict.ADMITTED, limit.onEquity(0, money("100")));
        assertEquals(Verdict.ADMITTED, limit.onEquity(1, money("120")));
        assertEquals(Verdict.ADMITTED, limit.onEquity(2, money("108.00000001")));
        assertEquals(Verdict.DENIED_DRAWDOWN, limit.onEquity(3, money("108")));
        assertEquals(money("120"), limit.peakEquity());
        assertEquals(0.1, limit.drawdown(), 1e-15);
    }

    @Test
    void dayStartsAtMidnightUtcAndLossCountsFromItsFirstEquity() {
        DrawdownLimit limit = limit("", "0.05");
        limit.onEquity(23 * HOUR_NS, money("100"));
        assertEquals(Verdict.ADMITTED, limit.onEquity(24 * HOUR_NS - 1, money("95.1")));
        assertEquals(Verdict.ADMITTED, limit.onEquity(24 * HOUR_NS, money("95")));
        assertEquals(money("95"), limit.dayStartEquity());
        assertEquals(Verdict.DENIED_DAILY_LOSS, limit.onEquity(30 * HOUR_NS, money("90.25")));
        // A late stamp of yesterday does not open yesterday again.
        limit.onEquity(23 * HOUR_NS, money("94"));
        assertEquals(money("95"), limit.dayStartEquity());
    }

    @Test
    void equityThatIsNotPositiveHaltsUnderAnyLimit() {
        DrawdownLimit limit = limit("", "");
        assertEquals(Verdict.ADMITTED, limit.onEquity(0, money("1")));
        assertEquals(Verdict.DENIED_BANKRUPT, limit.onEquity(1, 0));
    }
}
