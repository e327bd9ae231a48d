package mnvh.audit;

import static mnvh.audit.AuditDesk.FREE;
import static mnvh.audit.AuditDesk.TEN_BASIS_POINTS;
import static mnvh.audit.AuditDesk.USD;
import static mnvh.audit.AuditDesk.perp;
import static mnvh.audit.AuditDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Buys 10 at 100 and 10 at 110, sells 15 at 120: which lots are closed is the method's choice. */
class AuditLotsTest {
    @Test
    void fifoClosesTheOldestFirst() {
        AuditDesk desk = traded(LotMethod.FIFO);
        assertEquals(List.of("2: 5@550/0.55"), desk.lots(0));
        assertEquals("250", desk.realised(0));
        assertEquals("-50", text(desk.readings.unrealised(0)));
        throughZeroAndBack(desk);
    }

    @Test
    void lifoClosesTheNewestFirst() {
        AuditDesk desk = traded(LotMethod.LIFO);
        assertEquals(List.of("1: 5@500/0.5"), desk.lots(0));
        assertEquals("200", desk.realised(0));
        assertEquals("0", text(desk.readings.unrealised(0)));
        throughZeroAndBack(desk);
    }

    @Test
    void averageClosesAShareOfAll() {
        AuditDesk desk = traded(LotMethod.AVERAGE);
        assertEquals(List.of("1: 5@525/0.525"), desk.lots(0));
        assertEquals("225", desk.realised(0));
        assertEquals("-25", text(desk.readings.unrealised(0)));
        throughZeroAndBack(desk);
    }

    @Test
    void shortLotsCostLessThanNothing() {
        AuditDesk desk = new AuditDesk("0", FREE, AuditDesk.FIFO, perp(0));
        desk.sell(0, "2", "50");
        desk.sell(0, "2", "40");
        desk.buy(0, "3", "30");
        assertEquals(List.of("2: 1@-40/0"), desk.lots(0));
        // Two sold at 50 and one at 40, all bought back at 30.
        assertEquals("50", desk.realised(0));
        desk.close(1);
    }

    @Test
    void oldestLotsMergeWhenThereIsNoRoom() {
        AuditDesk desk = new AuditDesk("0", FREE, new LotsConfig(LotMethod.FIFO, 2, 4), perp(0));
        buyThree(desk);
        assertEquals(List.of("1: 2@30/0", "3: 1@40/0"), desk.lots(0));
        desk.sell(0, "1", "50");
        assertEquals("35", desk.realised(0));
        assertEquals(1, desk.readings.lots(0).get(0).openedNs());
        desk.close(1);
    }

    @Test
    void theOnlyLotTakesEverythingAndItsSharesSumToIt() {
        AuditDesk desk = new AuditDesk("0", FREE, new LotsConfig(LotMethod.LIFO, 1, 0), perp(0));
        buyThree(desk);
        assertEquals(List.of("1: 3@70/0"), desk.lots(0));
        // A third of 70 rounds to ...333; half of the rest, ...333.5 units, goes to the even neighbour.
        desk.sell(0, "1", "70");
        assertEquals("46.66666667", desk.realised(0));
        desk.sell(0, "1", "70");
        assertEquals(List.of("1: 1@23.33333333/0"), desk.lots(0));
        assertEquals("93.33333333", desk.realised(0));
        desk.sell(0, "1", "70");
        assertEquals("140", desk.realised(0));
        desk.close(1);
    }

    @Test
    void spotIsPaidInFull() {
        AuditDesk desk = new AuditDesk(
                "10000", TEN_BASIS_POINTS, AuditDesk.FIFO, AuditDesk.instrument(0, InstrumentKind.SPOT, "USD", "1"));
        desk.mark(0, "105");
        desk.buy(0, "10", "100");
        assertEquals("1050", desk.component(Component.TRADING_CASHFLOW, 0));
        assertEquals("50", desk.component(Component.EDGE, 0));
        assertEquals("8999", desk.wallet(USD));
        assertEquals("0", text(desk.readings.financing(USD)));
        desk.sell(0, "5", "110");
        assertEquals("9548.45", desk.wallet(USD));
        assertEquals("50", desk.realised(0));
        assertEquals("25", text(desk.readings.unrealised(0)));
        desk.close(1);
        assertEquals("10073.45", desk.equity());
    }

    @Test
    void numbersBeyond64BitsDoNotWrap() {
        AuditDesk desk = new AuditDesk("0", FREE, AuditDesk.FIFO, perp(0));
        desk.mark(0, "1");
        desk.buy(0, "90000000000", "1");
        desk.mark(0, "90000000000");
        assertEquals("8100000000000000000000", text(desk.readings.value(0)));
        assertEquals("8099999999910000000000", desk.component(Component.MTM, 0));
        desk.close(1);
    }

    private static AuditDesk traded(LotMethod method) {
        AuditDesk desk = new AuditDesk("10000", TEN_BASIS_POINTS, new LotsConfig(method, 16, 1), perp(0));
        desk.buy(0, "10", "100");
        desk.buy(0, "10", "110");
        desk.sell(0, "15", "120");
        desk.close(1);
        return desk;
    }

    /** When flat, the methods agree: sold 15 at 120 and 5 at 130 what cost 2100. */
    private static void throughZeroAndBack(AuditDesk desk) {
        desk.sell(0, "8", "130");
        assertEquals(List.of("4: 3@-390/0.39"), desk.lots(0));
        assertEquals("350", desk.realised(0));
        assertEquals("390", text(desk.readings.financing(USD)));
        desk.buy(0, "3", "100");
        assertEquals(List.of(), desk.lots(0));
        assertEquals("440", desk.realised(0));
        assertEquals("-5.24", desk.component(Component.FEE, 0));
        assertEquals("10434.76", desk.wallet(USD));
        desk.close(2);
        assertEquals("10434.76", desk.equity());
    }

    private static void buyThree(AuditDesk desk) {
        desk.buy(0, "1", "10");
        desk.buy(0, "1", "20");
        desk.buy(0, "1", "40");
    }
}
