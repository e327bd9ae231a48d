package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mnvh.units.Side;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inverse contracts and other currencies: counted at the index price, never traded, never guessed. */
class ForeignInstrumentTest {
    private final RiskFixture desk = new RiskFixture();

    private static Instrument instrument(int index, InstrumentKind kind, String currency, String multiplier) {
        return new Instrument(
                index,
                "S" + index,
                kind,
                currency,
                money("0.01"),
                money("1"),
                money(multiplier),
                0,
                money("1000000"),
                0,
                rate("0.1"));
    }

    @BeforeEach
    void setUp() {
        desk.asset(instrument(0, InstrumentKind.LINEAR_PERP, "USD", "1"), money("100"));
        desk.asset(instrument(1, InstrumentKind.INVERSE_PERP, "BTC", "100"), money("50000"));
        desk.asset(instrument(2, InstrumentKind.LINEAR_PERP, "EUR", "1"), money("200"));
        desk.maxGross = rate("1");
    }

    @Test
    void whatIsHeldCountsAtTheIndexPrice() {
        BasketPipeline pipeline = desk.open();
        desk.hold(1, "10");
        desk.hold(2, "-3");
        desk.ledger.indexPrice(1, money("50000"), 1);
        desk.ledger.indexPrice(2, money("1.1"), 1);
        desk.propose("1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        // 10 faces of 100; 3 * 200 EUR at 1.1; 1000.
        assertEquals(money("2660"), desk.basket.gross);
        assertEquals(money("1340"), desk.basket.net);
        assertEquals(money("266"), desk.basket.marginUsed);
    }

    @Test
    void noOrderInThemPasses() {
        BasketPipeline pipeline = desk.open();
        desk.ledger.indexPrice(1, money("50000"), 1);
        desk.ledger.indexPrice(2, money("1.1"), 1);
        desk.propose("1000", "500", "-500");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        assertEquals(Verdict.DENIED_INSTRUMENT, desk.basket.verdict[1]);
        assertEquals(Verdict.DENIED_INSTRUMENT, desk.basket.verdict[2]);
        assertEquals(1, desk.basket.orders);

        RiskFixture.Recheck recheck = desk.openRecheck();
        desk.basket.quantity[1] = money("1");
        desk.basket.limitPrice[1] = money("50000");
        assertEquals(Verdict.DENIED_INSTRUMENT, recheck.admit(new long[3]));
    }

    @Test
    void fault40_whatCannotBeToldStopsEveryOrder() {
        BasketPipeline pipeline = desk.open();
        desk.hold(2, "-3");
        desk.propose("1000");
        assertEquals(Verdict.DENIED_STATE, pipeline.run(desk.basket, desk.inputs), "no index price");
        desk.ledger.indexPrice(2, money("1.1"), 1);
        desk.propose("1000");
        assertEquals(Verdict.ADMITTED, pipeline.run(desk.basket, desk.inputs));
        desk.working.open(2, Side.BUY, money("1"), money("200"));
        desk.propose("1000");
        assertEquals(Verdict.DENIED_STATE, pipeline.run(desk.basket, desk.inputs), "an order works in it");
    }
}
