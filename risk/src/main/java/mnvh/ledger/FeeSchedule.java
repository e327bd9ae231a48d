package mnvh.ledger;

import java.util.List;
import mnvh.config.ConfigException;
import mnvh.config.FeeConfig;
import mnvh.config.FeeTable;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.units.Rounding;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * What a fill costs: {@code phi = min(maximum, max(minimum, rate * |x| + perContract * |dq|))}, by instrument.
 *
 * <p>The exact sum is rounded once, towards the venue. A negative rate is a rebate, and then no limit applies. Where
 * rates have tiers, the account's traded notional of the UTC days before the fill's day chooses one; the rates in force
 * stand in a flat array and change when an event brings a new day, or a change of a day before, or when a rate is
 * amended, which no tier changes any more. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class FeeSchedule implements Stateful {
    private static final long RATE_PER_MONEY = FixedPoint.RATE_SCALE / FixedPoint.SCALE;
    /** Maker and taker. */
    static final int KINDS = 2;

    /** What {@link #plainRate} answers where there is more to a fee than a rate. */
    static final long NOT_PLAIN = -1;

    private final int instruments;
    private final int[] currencyOf;
    private final boolean tiered;
    private final TradedVolume volume;
    /** Of each instrument and liquidity: the rate in force. */
    private final long[] rate;
    /** Of each instrument and liquidity: the rate where it is all there is to a fee. */
    private final long[] plain;

    private final long[] perContract;
    private final long[] minimum;
    private final long[] maximum;
    /** Of each instrument: from which volume on each tier holds; the first is what holds without any. */
    private final long[][] threshold;
    /** Of each instrument: maker and taker rate of each tier. */
    private final long[][] tierRate;

    private final AmendedRates amended;
    private long reached;
    private boolean unpriced;
    private boolean changed;
    private long worstTakerRate;

    /** A schedule for instruments that all settle in the reporting currency. */
    public FeeSchedule(Universe universe, FeeConfig fees) {
        this(universe, Currencies.of(universe, universe.get(0).currency(), List.of()), fees);
    }

    /**
     * Throws {@link ConfigException} for fees of an instrument that is not in the universe.
     *
     * @param currencies the traded notional counts in the reporting one
     */
    public FeeSchedule(Universe universe, Currencies currencies, FeeConfig fees) {
        fees.requireKnown(universe);
        instruments = universe.size();
        currencyOf = new int[instruments];
        rate = new long[instruments * KINDS];
        perContract = new long[instruments];
        minimum = new long[instruments];
        maximum = new long[instruments];
        threshold = new long[instruments][];
        tierRate = new long[instruments][];
        boolean anyTier = false;
        long worst = 0;
        for (int i = 0; i < instruments; i++) {
            FeeTable table = fees.of(universe.get(i).symbol());
            currencyOf[i] = currencies.ofInstrument(i);
            perContract[i] = table.perContract();
            minimum[i] = table.minimum();
            maximum[i] = table.maximum();
            int tiers = table.tiers().size();
            anyTier |= tiers > 0;
            threshold[i] = new long[tiers + 1];
            tierRate[i] = new long[(tiers + 1) * KINDS];
            setTier(i, 0, 0, table.makerRate(), table.takerRate());
            for (int t = 0; t < tiers; t++) {
                setTier(
                        i,
                        t + 1,
                        table.tiers().get(t).tradedNotional(),
                        table.tiers().get(t).makerRate(),
                        table.tiers().get(t).takerRate());
            }
            for (int t = 0; t <= tiers; t++) {
                worst = Math.max(worst, tierRate[i][t * KINDS + Liquidity.TAKER.ordinal()]);
            }
            worst = perContract[i] != 0 || minimum[i] != 0 ? Long.MAX_VALUE : worst;
        }
        amended = new AmendedRates(instruments * KINDS);
        tiered = anyTier;
        worstTakerRate = worst;
        plain = new long[instruments * KINDS];
        for (int k = 0; k < plain.length; k++) {
            int i = k / KINDS;
            boolean all = !tiered && perContract[i] == 0 && minimum[i] == 0 && maximum[i] == Long.MAX_VALUE;
            plain[k] = all && tierRate[i][k % KINDS] >= 0 ? tierRate[i][k % KINDS] : NOT_PLAIN;
        }
        volume = new TradedVolume(tiered ? currencies.size() : 1);
        bringUp();
    }

    private void setTier(int i, int tier, long from, long makerRate, long takerRate) {
        threshold[i][tier] = from;
        tierRate[i][tier * KINDS + Liquidity.MAKER.ordinal()] = makerRate;
        tierRate[i][tier * KINDS + Liquidity.TAKER.ordinal()] = takerRate;
    }

    /** @return the rate, where a fee is that share of the notional and nothing else, or {@link #NOT_PLAIN} */
    long plainRate(int instrument, int liquidity) {
        return plain[instrument * KINDS + liquidity];
    }

    /**
     * The fee of one fill at the rates in force.
     *
     * @param absNotional value traded at 10^-8, not negative
     * @param absQuantity contracts traded at 10^-8, not negative
     * @return fee at 10^-8, positive is a cost, rebates negative; 0 for a quantity of 0
     */
    public long feeOf(int instrument, Liquidity liquidity, long absNotional, long absQuantity) {
        return fee(instrument, rate[instrument * KINDS + liquidity.ordinal()], absNotional, absQuantity);
    }

    /** The fee of one fill at the rates of its own time, which may have passed; else as the other. */
    public long feeOf(int instrument, Liquidity liquidity, long absNotional, long absQuantity, long timestampNs) {
        boolean past = tiered && volume.isPast(timestampNs);
        int tier = tier(instrument, past ? volume.reached(timestampNs) : reached);
        int kind = liquidity.ordinal();
        long scheduled = tierRate[instrument][tier * KINDS + kind];
        return fee(instrument, amended.at(instrument * KINDS + kind, timestampNs, scheduled), absNotional, absQuantity);
    }

    /**
     * Puts another rate in the place of the configured one and all its tiers, for what is stamped later than {@code
     * afterNs}; charges, minimum and maximum stay.
     *
     * @param to at 10^-12, negative is a rebate
     * @return false where it was amended too often, and nothing changed
     */
    boolean amend(int instrument, Liquidity liquidity, long to, long afterNs) {
        int k = instrument * KINDS + liquidity.ordinal();
        if (!amended.add(k, to, afterNs)) {
            return false;
        }
        rate[k] = to;
        plain[k] = NOT_PLAIN;
        worstTakerRate = Math.max(worstTakerRate, to);
        return true;
    }

    /** @return rate of an instrument in force at 10^-12, negative is a rebate */
    public long rateOf(int instrument, Liquidity liquidity) {
        return rate[instrument * KINDS + liquidity.ordinal()];
    }

    private long fee(int instrument, long inForce, long absNotional, long absQuantity) {
        if (absNotional < 0 || absQuantity < 0) {
            throw new IllegalArgumentException("fee of notional " + absNotional + ", quantity " + absQuantity);
        }
        if (absQuantity == 0) {
            return 0;
        }
        long fee = proportional(inForce, perContract[instrument], absNotional, absQuantity);
        return inForce < 0 ? fee : Math.min(maximum[instrument], Math.max(minimum[instrument], fee));
    }

    /**
     * The most that several fills can cost at the rates in force, each of them whole; rebates count as zero.
     *
     * <p>Every fill may round up by a unit and be lifted to the minimum, {@code sum max(m, x) <= max(m, sum x) + (n -
     * 1) m}, and none costs more than the maximum.
     *
     * @param absNotional what they come to together at 10^-8, or more, not negative
     * @param absQuantity contracts of all together at 10^-8, not negative
     * @param fills how many, at least 1 where there is a quantity
     * @return fee at 10^-8, not negative, at least that of any way to divide the quantity; exact for one fill
     */
    public long mostOf(int instrument, Liquidity liquidity, long absNotional, long absQuantity, int fills) {
        long inForce = rate[instrument * KINDS + liquidity.ordinal()];
        if (absQuantity == 0) {
            return 0;
        }
        long charge = perContract[instrument];
        long more = inForce <= 0 && charge == 0 ? 0 : fills - 1L;
        long whole = Math.addExact(proportional(Math.max(0, inForce), charge, absNotional, absQuantity), more);
        if (inForce < 0) {
            return whole;
        }
        long lifted = Math.multiplyExact(fills - 1L, minimum[instrument]);
        long most = Math.addExact(Math.max(minimum[instrument], whole), lifted);
        return maximum[instrument] > Long.MAX_VALUE / fills ? most : Math.min(most, maximum[instrument] * fills);
    }

    /** Both parts are cut to whole units first; what was cut off (exact in 64 bits) decides the one rounding up. */
    private static long proportional(long rate, long perContract, long notional, long quantity) {
        if (perContract == 0) {
            return FixedPoint.multiplyRate(notional, rate, Rounding.CEILING);
        }
        long ofNotional = FixedPoint.multiplyRate(notional, rate, Rounding.FLOOR);
        long ofQuantity = FixedPoint.multiply(quantity, perContract, Rounding.FLOOR);
        long restOfNotional = notional * rate - ofNotional * FixedPoint.RATE_SCALE;
        long restOfQuantity = quantity * perContract - ofQuantity * FixedPoint.SCALE;
        long rest = restOfNotional + restOfQuantity * RATE_PER_MONEY;
        int up = rest == 0 ? 0 : (rest <= FixedPoint.RATE_SCALE ? 1 : 2);
        return Math.addExact(Math.addExact(ofNotional, ofQuantity), up);
    }

    /** Goes on to the day of an event. @return true when that day began, and rates have tiers */
    public boolean at(long timestampNs) {
        if (!tiered || !volume.at(timestampNs)) {
            return false;
        }
        changed = refresh();
        return true;
    }

    /**
     * Counts a booked fill, whose day has begun, for the tiers of the days after it.
     *
     * @param paid its value, of either sign
     */
    public void traded(int instrument, long paid, long timestampNs) {
        count(instrument, Math.abs(paid), timestampNs);
    }

    /** Takes a fill out of the count that the venue took back. */
    void untraded(int instrument, long paid, long timestampNs) {
        count(instrument, -Math.abs(paid), timestampNs);
    }

    private void count(int instrument, long notional, long timestampNs) {
        if (tiered && volume.count(currencyOf[instrument], notional, timestampNs)) {
            refresh();
        }
    }

    /** Takes an index price, which counts from the next change of the rates on. */
    void indexPrice(int currency, long price) {
        if (tiered) {
            volume.price(currency, price);
        }
    }

    /** @return true when a rate in force changed */
    private boolean refresh() {
        reached = volume.reached();
        unpriced = volume.unpriced();
        return bringUp();
    }

    private boolean bringUp() {
        boolean other = false;
        for (int i = 0; i < instruments; i++) {
            int tier = tier(i, reached);
            for (int k = 0; k < KINDS; k++) {
                long now = amended.newest(i * KINDS + k, tierRate[i][tier * KINDS + k]);
                other |= rate[i * KINDS + k] != now;
                rate[i * KINDS + k] = now;
            }
        }
        return other;
    }

    private int tier(int instrument, long volumeReached) {
        long[] from = threshold[instrument];
        int tier = from.length - 1;
        while (from[tier] > volumeReached) {
            tier--;
        }
        return tier;
    }

    /** @return traded notional that chose the tiers in force, in the reporting currency at 10^-8 */
    public long reached() {
        return reached;
    }

    /** @return true when the newest day began with other rates than those of the day before */
    public boolean changed() {
        return changed;
    }

    /** @return true when volume counted for nothing, because its currency never had an index price */
    public boolean unpriced() {
        return unpriced;
    }

    /** @return true where a fee depends on the quantity besides the notional */
    public boolean perContract(int instrument) {
        return perContract[instrument] != 0;
    }

    /**
     * @return largest taker fee per notional of any instrument in any of its tiers, or amended, where that is all
     *     there is to it, at 10^-12, not negative; else the largest number
     */
    public long worstTakerRate() {
        return worstTakerRate;
    }

    @Override
    public void writeTo(StateWriter writer) {
        if (tiered) {
            writer.putLong(reached);
            volume.writeTo(writer);
        }
        amended.writeTo(writer);
    }
}
