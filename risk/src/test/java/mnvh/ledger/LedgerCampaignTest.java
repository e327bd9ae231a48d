package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mnvh.config.FeeConfig;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random events by the hundred thousand, and with {@code -Dcampaign=long} ten million: after each the identities hold,
 * at each step the auditor agrees to the last unit, and the same events again end in the same state.
 */
class LedgerCampaignTest {
    private static final boolean LONG = "long".equals(System.getProperty("campaign"));

    @ParameterizedTest
    @CsvSource({
        "1, false, FIFO, 8, 16, 3000000",
        "2, true, FIFO, 256, 64, 2000000",
        "3, true, LIFO, 5, 12, 1000000",
        "4, false, LIFO, 5, 12, 1000000",
        "5, false, AVERAGE, 1, 8, 1000000",
        "6, true, AVERAGE, 1, 8, 1000000",
        "7, true, LIFO, 1, 3, 500000",
        "8, false, FIFO, 2, 1, 500000"
    })
    void everyIdentityHoldsAndTheAuditorAgrees(
            long seed, boolean wild, LotMethod method, int lots, int history, int full) {
        LotsConfig config = new LotsConfig(method, lots, history);
        int events = LONG ? full : full / 50;
        CampaignMarket market = new CampaignMarket();
        FeeConfig fees = seed % 4 < 2 ? CampaignLedger.PLAIN : CampaignLedger.FEES;
        CampaignAudit audited = new CampaignAudit(market, config, fees, !wild);
        run(seed, wild, audited, events);
        CampaignLedger again = new CampaignLedger(market, config, fees);
        run(seed, wild, again, events);

        assertEquals(audited.hash(), again.hash(), "the same events again");
        assertEquals(audited.refused(), again.refused());
        assertTrue(audited.booked() > events / 2, () -> "only " + audited.booked() + " of " + events + " were booked");
        assertTrue(!wild || audited.refused() > events / 1000, "nothing overflowed");
        System.out.println("campaign " + seed + ": " + events + " events, " + audited.booked() + " booked, "
                + audited.refused() + " refused, state " + Long.toHexString(audited.hash()));
    }

    private static void run(long seed, boolean wild, CampaignLedger books, int events) {
        CampaignEvents life = new CampaignEvents(seed, wild, books.market.currencies.size(), books);
        for (int k = 0; k < events; k++) {
            life.next();
        }
    }
}
