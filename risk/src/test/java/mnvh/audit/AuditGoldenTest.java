package mnvh.audit;

import static mnvh.audit.AuditDesk.FIFO;
import static mnvh.audit.AuditDesk.TEN_BASIS_POINTS;
import static mnvh.audit.AuditDesk.USD;
import static mnvh.audit.AuditDesk.perp;
import static mnvh.audit.AuditDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.units.Component;
import org.junit.jupiter.api.Test;

/**
 * The worked example: marks 100 and 50; buy 10 A at 100.05; sell 20 B at 49.98; marks 101 and 51; funding 1e-4 on both;
 * sell 4 A at 100.95; fees 10 bp.
 */
class AuditGoldenTest {
    @Test
    void everyNumberIsExact() {
        AuditDesk desk = new AuditDesk("10000", TEN_BASIS_POINTS, FIFO, perp(0), perp(1));
        desk.mark(0, "100");
        desk.mark(1, "50");
        desk.buy(0, "10", "100.05");
        desk.sell(1, "20", "49.98");
        desk.mark(0, "101");
        desk.mark(1, "51");
        assertTrue(desk.funding(0, "0.0001", "101", 10));
        assertTrue(desk.funding(1, "0.0001", "51", 10));
        desk.sell(0, "4", "100.95");
        desk.close(1);

        AuditReadings readings = desk.readings;
        assertEquals("10400.4971", text(readings.cash(USD)));
        assertEquals("-414", text(readings.positionValue(USD)));
        assertEquals("9986.4971", desk.equity());
        assertEquals("-10", desk.reported(Component.MTM));
        assertEquals("-1.1", desk.reported(Component.EDGE));
        assertEquals("-2.4039", desk.reported(Component.FEE));
        assertEquals("0.001", desk.reported(Component.FUNDING));
        assertEquals("-404", desk.reported(Component.TRADING_CASHFLOW));
        assertEquals("3.6", desk.realised(0));
        assertEquals("0", desk.realised(1));
        assertEquals("-14.7", text(readings.unrealised(0).add(readings.unrealised(1))));
        assertEquals("10001.1971", desk.wallet(USD));
        assertEquals("399.3", text(readings.financing(USD)));
        assertEquals("600.3", text(readings.cost(0)));
        assertEquals("-999.6", text(readings.cost(1)));
        assertEquals("6", text(readings.position(0)));
        assertEquals("101", text(readings.mark(0)));
        assertEquals("606", text(readings.value(0)));
        assertEquals("-1.4043", text(readings.component(Component.FEE, 0)));
    }
}
