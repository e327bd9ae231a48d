package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.DecimalText;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

class LotsTest {
    @Test
    void oldestLotIsClosedFirst() {
        FeeConfig tenBasisPoints = new FeeConfig(0, DecimalText.parseRate("0.001"), 0, 0);
        LedgerDesk desk = new LedgerDesk("10000", tenBasisPoints, 8, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "2", "100");
        desk.buy(0, "3", "110");
        assertEquals(List.of("2@200/0.2", "3@330/0.33"), desk.lots(0));
        desk.sell(0, "1", "120");
        assertEquals("20", text(desk.ledger.lastRealised()));
        assertEquals(List.of("1@100/0.1", "3@330/0.33"), desk.lots(0));
        desk.sell(0, "2", "120");
        assertEquals("30", text(desk.ledger.lastRealised()));
        assertEquals(List.of("2@220/0.22"), desk.lots(0));
        assertEquals(2, desk.ledger.lots(0).openedNs(0));
    }

    @Test
    void shortLotsCarryNegativeCost() {
        LedgerDesk desk = new LedgerDesk("10000", FREE, 8, InstrumentKind.SPOT);
        desk.sell(0, "2", "100");
        desk.sell(0, "1", "90");
        desk.buy(0, "1", "80");
        assertEquals("20", text(desk.ledger.lastRealised()));
        assertEquals(List.of("1@-100/0", "1@-90/0"), desk.lots(0));
    }

    @Test
    void twoOldestLotsMergeWhenFullAndCostStaysExact() {
        LedgerDesk desk = new LedgerDesk("10000", FREE, 3, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "1", "10");
        desk.buy(0, "1", "20");
        desk.buy(0, "1", "30");
        desk.buy(0, "1", "40");
        assertEquals(List.of("2@30/0", "1@30/0", "1@40/0"), desk.lots(0));
        assertEquals(1, desk.ledger.lots(0).openedNs(0));
        desk.buy(0, "1", "50");
        assertEquals(List.of("3@60/0", "1@40/0", "1@50/0"), desk.lots(0));
        desk.sell(0, "3", "60");
        assertEquals("120", text(desk.ledger.lastRealised()));
        desk.sell(0, "2", "60");
        assertEquals("150", text(desk.ledger.realised(0)));
    }

    @Test
    void oneLotIsAlwaysTheAverage() {
        LedgerDesk desk = new LedgerDesk("10000", FREE, 1, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "1", "10");
        desk.buy(0, "3", "20");
        assertEquals(List.of("4@70/0"), desk.lots(0));
        assertEquals(1, desk.ledger.lots(0).openedNs(0));
        desk.sell(0, "2", "20");
        assertEquals("5", text(desk.ledger.lastRealised()));
    }

    @Test
    void costsOfPartialClosesSumToTheTotal() {
        // 0.03 at 0.00000033: cost 0.0000000099 rounds to 1 unit; thirds of one unit must not vanish or multiply.
        LedgerDesk desk = new LedgerDesk("10000", FREE, 4, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "0.03", "0.00000033");
        assertEquals("0.00000001", text(desk.ledger.lots(0).cost()));
        for (int n = 0; n < 3; n++) {
            desk.sell(0, "0.01", "0.00000033");
        }
        assertEquals(0, desk.ledger.lots(0).cost());
        assertEquals("-0.00000001", text(desk.ledger.realised(0)));
        assertEquals("9999.99999999", text(desk.ledger.equity()));
    }

    @Test
    void sizesCoverPositionCostAndProfit() {
        LotsConfig config = new LotsConfig(LotMethod.FIFO, 4, 8);
        long[] words = new long[3 + Lots.HEADER + Lots.wordsOf(config)];
        Lots lots = new Lots(config, words, 3, 3 + Lots.HEADER);
        assertEquals(0, Lots.sizes(words, 3));
        lots.hold(-5, 0);
        assertEquals(4, Lots.sizes(words, 3), "one less for a negative number");
        lots.hold(0, 16);
        assertEquals(16, Lots.sizes(words, 3));
        lots.open(1, 2, -33, 0, 1);
        assertEquals(16 | 32, Lots.sizes(words, 3));
        lots.hold(8, 16);
        assertEquals(8 | 16 | 32, Lots.sizes(words, 3));
    }

    @Test
    void openLotsAreWrittenOldestFirst() {
        Lots lots = new Lots(new LotsConfig(LotMethod.FIFO, 2, 8));
        long[] scratch = new long[11];
        RecordedState state = new RecordedState();
        lots.open(1, 10, 100, 3, 7);
        lots.open(2, 20, 200, 4, 8);
        lots.close(10);
        lots.open(3, 30, 300, 5, 9);
        lots.writeTo(state, scratch);
        assertEquals(List.of(2L, 20L, 200L, 4L, 8L, 2L, 30L, 300L, 5L, 9L, 3L), state.take());
        Lots copy = new Lots(new LotsConfig(LotMethod.FIFO, 2, 8));
        copy.copy(lots);
        copy.writeTo(state, scratch);
        assertEquals(List.of(2L, 20L, 200L, 4L, 8L, 2L, 30L, 300L, 5L, 9L, 3L), state.take());
        lots.close(20);
        lots.writeTo(state, scratch);
        assertEquals(List.of(1L, 30L, 300L, 5L, 9L, 3L), state.take());
    }
}
