package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.units.FixedPoint;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Contracts of 100 USD that settle in the coin; every number by hand. */
class InverseContractTest {
    private static final FeeConfig TEN_BASIS_POINTS = new FeeConfig(0, DecimalText.parseRate("0.001"), 0, 0);

    @Test
    void perpetualIsWorthMinusItsFaceInCoin() {
        LedgerDesk desk = desk(InstrumentKind.INVERSE_PERP, TEN_BASIS_POINTS);
        Ledger ledger = desk.ledger;
        desk.mark(0, "20000");
        // 10 contracts are 1000 USD: 0.05 at 20000, 0.04 at 25000.
        assertEquals("0.00004", desk.buy(0, "10", "25000"));
        assertEquals(List.of("cashflow 0 -0.05", "edge 0 -0.01", "fee 0 -0.00004"), desk.recorder.take());
        assertEquals("-0.05", text(ledger.value(0)));
        assertEquals("0.04", text(ledger.financing(0)));
        assertEquals(List.of("10@-0.04/0.00004"), desk.lots(0));
        assertEquals("-0.01", text(ledger.unrealised(0)));
        assertEquals("-0.00004", desk.total(Account.WALLET, "BTC"));

        desk.mark(0, "40000");
        assertEquals("0.015", text(ledger.unrealised(0)), "a long gains when the price rises");
        // A long pays a positive rate on 1000 USD at 50000, that is 0.02.
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.001", "50000", 8));
        assertEquals(List.of("mtm 0 0.025", "funding 0 -0.00002"), desk.recorder.take());

        // Half is closed at 50000: 500 USD cost 0.02 and bring 0.01; the coin's difference is profit.
        assertEquals("0.00001", desk.sell(0, "5", "50000"));
        assertEquals("0.01", text(ledger.lastRealised()));
        assertEquals(List.of("cashflow 0 0.0125", "edge 0 0.0025", "fee 0 -0.00001"), desk.recorder.take());
        assertEquals("0.00993", desk.total(Account.WALLET, "BTC"));
        assertEquals(List.of("5@-0.02/0.00002"), desk.lots(0));

        // Through zero: 5 close at 12500 (0.04 for what cost 0.02), 5 open short there.
        assertEquals("0.00008", desk.sell(0, "10", "12500"));
        assertEquals("-0.02", text(ledger.lastRealised()));
        assertEquals(List.of("5@0.04/0.00004"), desk.lots(0));
        assertEquals("-0.04", text(ledger.financing(0)));
        assertEquals("0.0125", text(ledger.value(0)));
        desk.mark(0, "10000");
        assertEquals("0.01", text(ledger.unrealised(0)), "a short gains when the price falls");
        desk.buy(0, "5", "10000");
        assertEquals("0", text(ledger.realised(0)));
        assertEquals("0", text(ledger.value(0)));
        assertEquals("-0.0002", desk.total(Account.WALLET, "BTC"), "fees 0.00018 and funding 0.00002");
        assertEquals("10000", desk.total(Account.WALLET, "USD"));
    }

    @Test
    void futureSettlesInCoin() {
        LedgerDesk desk = desk(InstrumentKind.INVERSE_FUTURE, FREE);
        desk.mark(0, "20000");
        desk.sell(0, "10", "20000");
        assertEquals("0.05", text(desk.ledger.value(0)));
        assertEquals("-0.05", text(desk.ledger.financing(0)));
        assertEquals(CarryOutcome.NOT_APPLICABLE, desk.funding(0, "0.01", "20000", 8));
        desk.mark(0, "25000");
        desk.recorder.take();
        desk.settle(0, "12500");
        assertEquals(Set.of("mtm 0 0.04", "cashflow 0 -0.08"), Set.copyOf(desk.recorder.take()));
        assertEquals("0.03", text(desk.ledger.realised(0)));
        assertEquals("0.03", desk.total(Account.WALLET, "BTC"));
        assertEquals("0", desk.total(Account.FINANCING, "BTC"));
        assertEquals("0", desk.component(Component.EDGE, "BTC"));
    }

    @Test
    void coinIsToldInTheReportingCurrency() {
        LedgerDesk desk = desk(InstrumentKind.INVERSE_PERP, FREE);
        desk.mark(0, "20000");
        desk.buy(0, "10", "20000");
        assertTrue(desk.indexPrice("BTC", "20000", 1));
        assertEquals("10000", text(desk.ledger.equity()));
        desk.mark(0, "25000");
        desk.closeStep(2);
        // 0.05 - 0.04 coins at 20000.
        assertEquals("10200", text(desk.ledger.equity()));
        assertTrue(desk.indexPrice("BTC", "25000", 3));
        assertEquals("10250", text(desk.ledger.equity()));
        Translation view = desk.ledger.translation();
        assertEquals("200", text(view.component(Component.MTM)));
        assertEquals("50", text(view.component(Component.FX)));
        assertEquals("0", text(view.component(Component.ROUNDING)));
    }

    @Test
    void coinRoundsHalfToEven() {
        LedgerDesk desk = new LedgerDesk("0", FREE, 4, InstrumentKind.INVERSE_PERP);
        // A face of 0.01 at 400000 is 2.5 units, at 666666.66666667 less than 1.5 and at 285714.28571428 above 3.5.
        desk.buy(0, "0.01", "400000");
        assertEquals("-0.00000002", text(desk.ledger.value(0)));
        desk.mark(0, "666666.66666667");
        assertEquals("-0.00000001", text(desk.ledger.value(0)));
        desk.mark(0, "285714.28571428");
        assertEquals("-0.00000004", text(desk.ledger.value(0)));
    }

    private static LedgerDesk desk(InstrumentKind kind, FeeConfig fees) {
        LotsConfig lots = new LotsConfig(LotMethod.FIFO, 8, 8);
        return new LedgerDesk("10000", fees, lots, List.of(LedgerDesk.instrument(0, kind, 100 * FixedPoint.SCALE)));
    }
}
