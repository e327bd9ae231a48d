package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.units.Component;
import mnvh.units.DecimalText;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/**
 * The worked example: marks 100 and 50; buy 10 A at 100.05; sell 20 B at 49.98; marks 101 and 51; funding 1e-4 on both;
 * sell 4 A at 100.95; fees 10 bp.
 */
class GoldenLedgerTest {
    @Test
    void everyNumberIsExact() {
        FeeConfig tenBasisPoints = new FeeConfig(0, DecimalText.parseRate("0.001"), 0, 0);
        LedgerDesk desk =
                new LedgerDesk("10000", tenBasisPoints, 16, InstrumentKind.LINEAR_PERP, InstrumentKind.LINEAR_PERP);
        Ledger ledger = desk.ledger;
        desk.mark(0, "100");
        desk.mark(1, "50");

        assertEquals("1.0005", desk.buy(0, "10", "100.05"));
        assertEquals("0.9996", desk.sell(1, "20", "49.98"));
        assertEquals(
                List.of(
                        "cashflow 0 1000",
                        "edge 0 -0.5",
                        "fee 0 -1.0005",
                        "cashflow 1 -1000",
                        "edge 1 -0.4",
                        "fee 1 -0.9996"),
                desk.recorder.take());

        desk.mark(0, "101");
        desk.mark(1, "51");
        assertEquals(CarryOutcome.BOOKED, desk.funding(0, "0.0001", "101", 2));
        assertEquals(CarryOutcome.BOOKED, desk.funding(1, "0.0001", "51", 2));
        assertEquals("0.4038", desk.sell(0, "4", "100.95"));
        assertEquals(
                List.of(
                        "mtm 0 10",
                        "mtm 1 -20",
                        "funding 0 -0.101",
                        "funding 1 0.102",
                        "cashflow 0 -404",
                        "edge 0 -0.2",
                        "fee 0 -0.4038"),
                desk.recorder.take());

        assertEquals("10400.4971", text(ledger.cash()));
        assertEquals("-414", text(ledger.positionValue()));
        assertEquals("9986.4971", text(ledger.equity()));
        assertEquals("-10", desk.component(Component.MTM, "USD"));
        assertEquals("-1.1", desk.component(Component.EDGE, "USD"));
        assertEquals("-2.4039", desk.component(Component.FEE, "USD"));
        assertEquals("0.001", desk.component(Component.FUNDING, "USD"));
        assertEquals("-404", desk.component(Component.TRADING_CASHFLOW, "USD"));
        assertEquals("3.6", text(ledger.realised(0) + ledger.realised(1)));
        assertEquals("3.6", text(ledger.lastRealised()));
        assertEquals("-14.7", text(ledger.unrealised(0) + ledger.unrealised(1)));
        assertEquals(3, ledger.fills());

        // Margined: the wallet has moved by realised profit, fees and funding alone.
        assertEquals("10001.1971", text(ledger.wallet()));
        assertEquals("-600.3", text(ledger.financing(0)));
        assertEquals("999.6", text(ledger.financing(1)));

        // The accounts say the same with the opposite sign.
        assertEquals("2.4039", desk.total(Account.TRADING_FEES, "USD"));
        assertEquals("-0.001", desk.total(Account.FUNDING, "USD"));
        assertEquals("10", desk.total(Account.MARK_TO_MARKET, "USD"));
        assertEquals("1.1", desk.total(Account.EXECUTION_EDGE, "USD"));
        assertEquals("-10000", desk.total(Account.CAPITAL, "USD"));
    }
}
