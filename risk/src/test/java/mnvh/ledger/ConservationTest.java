package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random fills, busts, marks and fundings in two currencies: after every event all residuals are 0, the accounts sum to
 * zero, and an oracle in unlimited decimals agrees on cash and equity to the last unit. An event that overflows must
 * have changed nothing.
 */
@Tag("slow")
class ConservationTest {
    @Test
    void ordinaryMarketsConserveMoney() {
        ConservationRun run = new ConservationRun(0xA11CE, 12, lots(LotMethod.FIFO, 64), false);
        run.events(300_000);
        assertEquals(0, run.refused());
    }

    @Test
    void mergedLotsConserveMoney() {
        for (LotMethod method : LotMethod.values()) {
            for (int maxLots = 1; maxLots <= 3; maxLots++) {
                ConservationRun run = new ConservationRun(0xB0B + maxLots, 6, lots(method, maxLots), false);
                run.events(30_000);
                assertEquals(0, run.refused());
            }
        }
    }

    @Test
    void extremePricesAndSizesConserveMoneyOrAreRefused() {
        for (int n = 0; n < 40; n++) {
            LotMethod method = LotMethod.values()[n % LotMethod.values().length];
            ConservationRun run = new ConservationRun(0xCAFE + n, 6, lots(method, 1 + n % 5), true);
            run.events(5_000);
            assertTrue(run.refused() > 0 && run.refused() < 5_000, "both outcomes are exercised: " + run.refused());
        }
    }

    @Test
    void sameSeedGivesTheSameHash() {
        ConservationRun one = new ConservationRun(77, 6, lots(LotMethod.FIFO, 3), false);
        ConservationRun two = new ConservationRun(77, 6, lots(LotMethod.FIFO, 3), false);
        one.events(20_000);
        two.events(20_000);
        assertEquals(one.hash(), two.hash());
    }

    private static LotsConfig lots(LotMethod method, int maxPerInstrument) {
        return new LotsConfig(method, maxPerInstrument, 128);
    }
}
