package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import mnvh.units.FixedPoint;
import org.junit.jupiter.api.Test;

class TradedVolumeTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Test
    void totalsBeyondSixtyFourBitsAreExact() {
        long seed = new Random().nextLong();
        System.out.println("TradedVolumeTest seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            TradedVolume volume = new TradedVolume(3);
            volume.at(DAY_NS);
            BigInteger expected = BigInteger.ZERO;
            for (int c = 0; c < 3; c++) {
                long price = c == 0 ? FixedPoint.SCALE : 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
                if (c > 0) {
                    volume.price(c, price);
                }
                BigInteger sum = BigInteger.ZERO;
                for (int n = random.nextInt(6); n > 0; n--) {
                    long notional = random.nextLong() >>> (1 + random.nextInt(62));
                    volume.count(c, notional, DAY_NS);
                    sum = sum.add(BigInteger.valueOf(notional));
                }
                expected = expected.add(
                        sum.multiply(BigInteger.valueOf(price)).divide(BigInteger.valueOf(FixedPoint.SCALE)));
            }
            volume.at(2 * DAY_NS);
            assertEquals(expected.min(MOST).longValueExact(), volume.reached());
        }
    }

    @Test
    void dayBeginsOnceAndNeverAgain() {
        TradedVolume volume = new TradedVolume(1);
        assertEquals(0, volume.reached());
        assertEquals(true, volume.at(-1), "a day before 1970 is a day");
        assertEquals(false, volume.at(-DAY_NS));
        assertEquals(true, volume.at(0));
        assertEquals(false, volume.at(DAY_NS - 1));
        assertEquals(true, volume.isPast(-1));
        assertEquals(false, volume.isPast(0));
        assertEquals(true, volume.at(Long.MAX_VALUE), "the last day there is");
        assertEquals(false, volume.at(Long.MAX_VALUE - 1));
    }

    @Test
    void largestFillsOfManyDaysNeitherWrapNorThrow() {
        TradedVolume volume = new TradedVolume(2);
        volume.price(1, Long.MAX_VALUE);
        for (int day = 1; day < 100; day++) {
            volume.at(day * DAY_NS);
            for (int n = 0; n < 100; n++) {
                volume.count(n % 2, Long.MAX_VALUE, day * DAY_NS);
            }
        }
        assertEquals(Long.MAX_VALUE, volume.reached());
        for (int day = 39; day < 100; day++) {
            for (int n = 0; n < 100; n++) {
                volume.count(n % 2, -Long.MAX_VALUE, day * DAY_NS);
            }
        }
        assertEquals(0, volume.reached());
    }
}
