package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.units.Side;
import mnvh.universe.Instrument;
import org.junit.jupiter.api.Test;

class LimitPricesTest {
    private final RiskFixture desk = new RiskFixture();
    private final Instrument coarse = RiskFixture.instrument(0, "0.05", "1", "0", "0");

    private long limit(Side side, String mark) {
        return new LimitPrices(desk.collar, desk.limits()).limit(coarse, side, money(mark));
    }

    @Test
    void collarIsRoundedToTheTickInsideIt() {
        desk.collar = rate("0.002");
        assertEquals(money("100.2"), limit(Side.BUY, "100"));
        assertEquals(money("99.8"), limit(Side.SELL, "100"));
        // 100.01 * 1.002 = 100.21002 and 100.01 * 0.998 = 99.80998
        assertEquals(money("100.2"), limit(Side.BUY, "100.01"));
        assertEquals(money("99.85"), limit(Side.SELL, "100.01"));
    }

    @Test
    void deviationBoundsAWiderCollarAndStandsInForNone() {
        desk.collar = rate("0.05");
        desk.maxDeviation = rate("0.01");
        assertEquals(money("101"), limit(Side.BUY, "100"));
        desk.collar = RiskFixture.NONE;
        assertEquals(money("99"), limit(Side.SELL, "100"));
    }

    @Test
    void withNeitherItIsTheMarkRoundedAwayFromUs() {
        assertEquals(money("100"), limit(Side.BUY, "100"));
        assertEquals(money("100.05"), limit(Side.BUY, "100.01"));
        assertEquals(money("100"), limit(Side.SELL, "100.01"));
        assertEquals(money("0.05"), limit(Side.SELL, "0.01"));
    }
}
