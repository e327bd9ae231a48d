package mnvh.ledger;

import java.util.function.Supplier;
import mnvh.audit.AuditException;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;

/**
 * Random lives of the books, up to the first thing that is noticed; then the worked example. Public because it is made
 * from outside its class loader.
 */
public final class FaultCampaign implements Supplier<String> {
    /** What {@link #get} answers for a ledger without a fault. */
    static final String NOTHING = "";

    private static final int LIVES = 12;
    private static final int LENGTH = 3_000;
    private static final LotMethod[] METHODS = LotMethod.values();
    private static final int[] HISTORIES = {4, 32, 2, 64};

    private final CampaignMarket market = new CampaignMarket();

    /** @return who noticed a fault, a tab, and after how many events; or {@link #NOTHING} */
    @Override
    public String get() {
        long before = 0;
        for (int k = 0; k < LIVES; k++) {
            LotsConfig lots = new LotsConfig(METHODS[k % METHODS.length], 2 + k % 3, HISTORIES[k % HISTORIES.length]);
            FaultLife life =
                    new FaultLife(market, 1 + k, k % 2 == 1, lots, k < 8 ? CampaignLedger.FEES : CampaignLedger.PLAIN);
            try {
                life.live(LENGTH);
            } catch (AssertionError | AuditException e) {
                return detector(e) + "\t" + (before + life.events());
            }
            before += life.events();
        }
        return example();
    }

    private static String detector(Throwable found) {
        String said = String.valueOf(found.getMessage());
        String what = said.contains(" ==> ") ? said.substring(0, said.indexOf(" ==> ")) : "effect of an event";
        return what.startsWith("identity") ? what : "auditor: " + what.replaceAll(" (of instrument )?[0-9]+$", "");
    }

    private static String example() {
        try {
            new GoldenLedgerTest().everyNumberIsExact();
            return NOTHING;
        } catch (AssertionError e) {
            return "golden example\t";
        }
    }
}
