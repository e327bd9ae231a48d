package mnvh.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import mnvh.config.FeeConfig;
import mnvh.config.LotsConfig;
import mnvh.ledger.CampaignBooks.Commission;
import mnvh.units.FeeKind;
import mnvh.units.FixedPoint;
import mnvh.units.Side;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's random life, short, and denser where faults hide: events come again, word for word; funding comes for
 * the very moment of a fill, then for an older one; fees come late, for fills that are then taken back; wallets are
 * filled to the brim; instruments end; steps are many.
 */
final class FaultLife implements InvocationHandler {
    private static final int STEP = 40;
    private static final int BRIM = 250;
    private static final int SETTLEMENT = 300;
    private static final long CRUMBS = 0;
    private static final long CORRECTED = 1L << 40;
    private static final long RATE = FixedPoint.RATE_SCALE / 1000;
    private static final Set<String> REPEATED = Set.of("bust", "funding", "borrow", "interest", "indexPrice");

    private final CampaignAudit audited;
    private final CampaignBooks books;
    private final CampaignEvents random;
    private final CampaignRandom more;
    /** Of each instrument, a fill that keeps a late fee. */
    private final long[] charged = new long[CampaignMarket.INSTRUMENTS];

    private long events;
    private int instrument;
    private long id;
    private long nowNs;

    FaultLife(CampaignMarket market, long seed, boolean wild, LotsConfig lots, FeeConfig fees) {
        audited = new CampaignAudit(market, lots, fees, !wild);
        books = (CampaignBooks)
                Proxy.newProxyInstance(FaultLife.class.getClassLoader(), new Class<?>[] {CampaignBooks.class}, this);
        random = new CampaignEvents(seed, wild, market.currencies.size(), books);
        more = new CampaignRandom(seed);
    }

    /** Lives; throws what somebody notices. */
    void live(int length) {
        for (int k = 1; k <= length; k++) {
            random.next();
            if (k % STEP == 0) {
                books.closeStep(nowNs);
            }
            if (k % BRIM == 0) {
                toTheBrim();
            }
            if (k % SETTLEMENT == 0) {
                int i = k / SETTLEMENT;
                books.settle(Long.MAX_VALUE - k, i, audited.ledger.markPrice(i) + 1, nowNs);
            }
        }
    }

    /** @return how many events there have been */
    long events() {
        return events;
    }

    /** Brings the wallet near the largest number there is, has the last fill changed, and empties it again. */
    private void toTheBrim() {
        int currency = audited.market.currencies.ofInstrument(instrument);
        long sum = 0;
        for (long part = Long.MAX_VALUE / 2 + 1; part > CRUMBS; part /= 2) {
            sum += books.external(currency, part) == CampaignBooks.Effect.DONE ? part : 0;
        }
        Commission rebate = new Commission(true, currency, -Long.MAX_VALUE / 2);
        long price = Math.max(1, audited.ledger.markPrice(instrument));
        books.correct(id, id + CORRECTED, instrument, Side.BUY, FixedPoint.SCALE, price, rebate);
        books.lateFee(instrument, id, FeeKind.TAX, currency, rebate.amount());
        books.bust(instrument, id);
        books.external(currency, -sum);
        if (more.oneIn(2)) {
            books.bust(instrument, id);
        }
    }

    private void afterFill(long price) {
        if (more.oneIn(50)) {
            books.funding(instrument, RATE, price, nowNs);
            books.funding(instrument, RATE, price, nowNs - 1);
        }
        if (more.oneIn(50)) {
            int currency = more.below(audited.market.currencies.size());
            books.lateFee(instrument, id, FeeKind.of(more.below(5)), currency, 1 + more.below(FixedPoint.SCALE));
            switch (more.below(3)) {
                case 0 -> {
                    books.bust(instrument, id);
                    books.bust(instrument, charged[instrument]);
                }
                case 1 ->
                    books.correct(
                            id, id + CORRECTED, instrument, Side.BUY, FixedPoint.SCALE, price, Commission.SCHEDULED);
                default -> charged[instrument] = id;
            }
        }
    }

    @Override
    public Object invoke(Object proxy, Method event, Object[] told) throws Throwable {
        Object effect = tell(event, told);
        if (REPEATED.contains(event.getName()) && more.oneIn(5)) {
            tell(event, told);
        }
        if (event.getName().equals("fill")) {
            id = (long) told[0];
            instrument = (int) told[1];
            nowNs = (long) told[7];
            afterFill((long) told[4]);
        }
        return effect;
    }

    private Object tell(Method event, Object[] told) throws Throwable {
        events++;
        try {
            return event.invoke(audited, told);
        } catch (InvocationTargetException e) {
            @Nullable Throwable noticed = e.getCause();
            throw noticed == null ? e : noticed;
        }
    }
}
