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
        return new DrawdownLimit(desk.limits());
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
    void whatCameFromOutsideIsNoProfitAndWhatLeftIsNoLoss() {
        DrawdownLimit limit = limit("0.2", "");
        limit.onEquity(0, money("1000"), 0);
        assertEquals(Verdict.ADMITTED, limit.onEquity(1, money("100"), money("-900")), "nothing was lost");
        assertEquals(money("100"), limit.peakEquity());
        assertEquals(Verdict.ADMITTED, limit.onEquity(2, money("80.00000001"), money("-900")));
        assertEquals(Verdict.DENIED_DRAWDOWN, limit.onEquity(3, money("80"), money("-900")), "a fifth of what is left");
        assertEquals(0.2, limit.drawdown(), 1e-15);

        DrawdownLimit other = limit("0.2", "");
        other.onEquity(0, money("100"), 0);
        assertEquals(Verdict.ADMITTED, other.onEquity(1, money("1070"), money("1000")), "30 of 1100");
        assertEquals(Verdict.DENIED_DRAWDOWN, other.onEquity(2, money("880"), money("1000")));
    }

    @Test
    void equityThatIsNotPositiveHaltsUnderAnyLimit() {
        DrawdownLimit limit = limit("", "");
        assertEquals(Verdict.ADMITTED, limit.onEquity(0, money("1")));
        assertEquals(Verdict.DENIED_BANKRUPT, limit.onEquity(1, 0));
    }
}
