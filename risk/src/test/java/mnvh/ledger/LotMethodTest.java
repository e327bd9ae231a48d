package mnvh.ledger;

import static mnvh.ledger.LedgerDesk.FREE;
import static mnvh.ledger.LedgerDesk.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.DecimalText;
import mnvh.units.Side;
import mnvh.universe.InstrumentKind;
import org.junit.jupiter.api.Test;

/** Which lots a closing fill consumes: buy 2 at 100, 3 at 110, 1 at 130; sell 1, 3 and the rest at 120. */
class LotMethodTest {
    private static final FeeConfig TEN_BASIS_POINTS = new FeeConfig(0, DecimalText.parseRate("0.001"), 0, 0);

    @Test
    void fifoClosesTheOldest() {
        LedgerDesk desk = bought(LotMethod.FIFO);
        assertEquals(List.of("2@200/0.2", "3@330/0.33", "1@130/0.13"), desk.lots(0));
        sell(desk, "1", "20");
        assertEquals(List.of("1@100/0.1", "3@330/0.33", "1@130/0.13"), desk.lots(0));
        sell(desk, "3", "40");
        assertEquals(List.of("1@110/0.11", "1@130/0.13"), desk.lots(0));
        assertEquals(List.of("2 at 2", "3 at 3"), desk.lotOrigins(0));
        sell(desk, "2", "0");
        assertEquals("60", text(desk.ledger.realised(0)));
    }

    @Test
    void lifoClosesTheNewest() {
        LedgerDesk desk = bought(LotMethod.LIFO);
        sell(desk, "1", "-10");
        assertEquals(List.of("2@200/0.2", "3@330/0.33"), desk.lots(0));
        sell(desk, "1", "10");
        assertEquals(List.of("2@200/0.2", "2@220/0.22"), desk.lots(0));
        assertEquals(List.of("1 at 1", "2 at 2"), desk.lotOrigins(0));
        sell(desk, "3", "40");
        assertEquals(List.of("1@100/0.1"), desk.lots(0));
        sell(desk, "1", "20");
        assertEquals("60", text(desk.ledger.realised(0)));
    }

    @Test
    void lifoOpensAgainAfterAClose() {
        LedgerDesk desk = bought(LotMethod.LIFO);
        sell(desk, "2", "0");
        desk.buy(0, "5", "90");
        assertEquals(List.of("2@200/0.2", "2@220/0.22", "5@450/0.45"), desk.lots(0));
        sell(desk, "6", "160");
        assertEquals(List.of("2@200/0.2", "1@110/0.11"), desk.lots(0));
    }

    @Test
    void averageKeepsOneLotFromItsFirstFill() {
        LedgerDesk desk = bought(LotMethod.AVERAGE);
        assertEquals(List.of("6@660/0.66"), desk.lots(0));
        assertEquals(List.of("1 at 1"), desk.lotOrigins(0));
        sell(desk, "1", "10");
        assertEquals(List.of("5@550/0.55"), desk.lots(0));
        sell(desk, "3", "30");
        desk.buy(0, "2", "100");
        assertEquals(List.of("4@420/0.42"), desk.lots(0));
        assertEquals(List.of("1 at 1"), desk.lotOrigins(0));
        sell(desk, "4", "60");
        desk.buy(0, "1", "100");
        assertEquals(List.of("8 at 8"), desk.lotOrigins(0), "a new lot after nothing was held");
    }

    @Test
    void throughZeroOpensTheRestAtItsOwnPrice() {
        for (LotMethod method : LotMethod.values()) {
            LedgerDesk desk = bought(method);
            sell(desk, "10", "60");
            assertEquals(List.of("4@-480/0.48"), desk.lots(0));
            assertEquals(List.of("4 at 4"), desk.lotOrigins(0));
        }
    }

    @Test
    void twoOldestMergeAtCapacityWhicheverIsClosedFirst() {
        for (LotMethod method : List.of(LotMethod.FIFO, LotMethod.LIFO)) {
            LedgerDesk desk = new LedgerDesk("0", FREE, new LotsConfig(method, 2, 8), InstrumentKind.LINEAR_PERP);
            desk.buy(0, "1", "10");
            desk.buy(0, "1", "20");
            desk.buy(0, "1", "30");
            assertEquals(List.of("2@30/0", "1@30/0"), desk.lots(0));
            assertEquals(List.of("1 at 1", "3 at 3"), desk.lotOrigins(0));
            desk.sell(0, "1", "30");
            assertEquals(method == LotMethod.FIFO ? "15" : "0", text(desk.ledger.lastRealised()));
            desk.buy(0, "1", "40");
            desk.buy(0, "1", "50");
            assertEquals(
                    method == LotMethod.FIFO ? List.of("3@85/0", "1@50/0") : List.of("3@70/0", "1@50/0"), desk.lots(0));
        }
    }

    @Test
    void sharesOfPartialClosesSumToTheWhole() {
        for (LotMethod method : LotMethod.values()) {
            LotsConfig lots = new LotsConfig(method, 4, 8);
            LedgerDesk desk = new LedgerDesk("0", FREE, lots, InstrumentKind.SPOT);
            desk.fillWithCommission(0, Side.BUY, "0.07", "0.00000143", "0.00000005");
            // 0.07 at 143 units cost 10.01, that is 10; the shares: 1.43 of 10, 1.5 of 9, 1.4 of 7, 1.5 of 6 and so on.
            assertEquals(List.of("0.07@0.0000001/0.00000005"), desk.lots(0));
            desk.sell(0, "0.01", "0.00000143");
            assertEquals(List.of("0.06@0.00000009/0.00000004"), desk.lots(0));
            desk.sell(0, "0.01", "0.00000143");
            assertEquals(List.of("0.05@0.00000007/0.00000003"), desk.lots(0));
            desk.sell(0, "0.01", "0.00000143");
            assertEquals(List.of("0.04@0.00000006/0.00000002"), desk.lots(0));
            desk.sell(0, "0.01", "0.00000143");
            assertEquals(List.of("0.03@0.00000004/0.00000002"), desk.lots(0));
            desk.sell(0, "0.01", "0.00000143");
            assertEquals(List.of("0.02@0.00000003/0.00000001"), desk.lots(0));
            desk.sell(0, "0.01", "0.00000143");
            assertEquals(List.of("0.01@0.00000001/0.00000001"), desk.lots(0));
            desk.sell(0, "0.01", "0.00000143");
            assertEquals(List.of(), desk.lots(0));
            assertEquals("-0.00000003", text(desk.ledger.realised(0)), "seven times 1 received, 10 paid");
        }
    }

    @Test
    void everyMethodAgreesWithItsDefinition() {
        long seed = 0x107;
        System.out.println("LotMethodTest seed " + seed);
        for (LotMethod method : LotMethod.values()) {
            for (int capacity = 1; capacity <= 5; capacity++) {
                SplittableRandom random = new SplittableRandom(seed + capacity);
                LotsConfig lots = new LotsConfig(method, capacity, 4);
                LedgerDesk desk = new LedgerDesk("0", FREE, lots, InstrumentKind.LINEAR_PERP);
                LotOracle oracle = new LotOracle(method, capacity);
                Execution fill = new Execution();
                for (int n = 1; n <= 2_000; n++) {
                    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                    long quantity = 1_000_000 * random.nextLong(1, 30);
                    long price = random.nextLong(1, 1_000);
                    long fee = random.nextLong(-100, 1_000);
                    desk.ledger.fill(
                            fill.of(n, 0, side, quantity, price).at(2L * n).commission(0, fee));
                    long signed = side.sign() * quantity;
                    oracle.fill(n, 2L * n, signed, desk.universe.get(0).value(signed, price), fee);
                    oracle.assertHolds(desk.ledger, 0);
                }
                desk.check(0);
            }
        }
    }

    private static LedgerDesk bought(LotMethod method) {
        LotsConfig lots = new LotsConfig(method, 8, 16);
        LedgerDesk desk = new LedgerDesk("10000", TEN_BASIS_POINTS, lots, InstrumentKind.LINEAR_PERP);
        desk.buy(0, "2", "100");
        desk.buy(0, "3", "110");
        desk.buy(0, "1", "130");
        return desk;
    }

    private static void sell(LedgerDesk desk, String quantity, String gain) {
        desk.sell(0, quantity, "120");
        assertEquals(gain, text(desk.ledger.lastRealised()));
    }
}
