package mnvh.risk;

import java.util.Arrays;
import mnvh.units.HotPath;

/**
 * What the pipeline must know about the step besides ledger and working orders; the step handler fills it.
 *
 * <p>Everything here derives from inbound events. Core thread only; allocates nothing after construction.
 */
@HotPath
public final class RiskInputs {
    /** In the place of a volume that nobody told. */
    public static final long VOLUME_UNKNOWN = -1;

    /** Valid at this step's close and the one before. */
    public final boolean[] present;
    /** The venue trades it: not halted, not quarantined. */
    public final boolean[] tradable;
    /** Market beta of the regression; NaN reads as 1. */
    public final double[] marketBeta;
    /** Event time of each mark. */
    public final long[] priceNs;
    /** Mean quantity traded per step at 10^-8; {@link #VOLUME_UNKNOWN} opens nothing under a participation limit. */
    public final long[] recentVolume;
    /** Target weight among the present; 0 keeps an instrument out of the neutrality correction. */
    public final double[] weight;

    /** What may be sent. */
    public TradingState state = TradingState.ACTIVE;
    /** Every position is being closed: neither neutrality nor financing changes the list. */
    public boolean closing;
    /** W at the marks before the trades at 10^-8. */
    public long equity;
    /** Highest equity so far at 10^-8. */
    public long peakEquity;
    /** First equity of the UTC day at 10^-8. */
    public long dayStartEquity;
    /** Orders and cancels of the last second of event time. */
    public int messagesLastSecond;
    /** Orders sent in the last 60 seconds of event time. */
    public long ordersRecently;
    /** Fills of the last 60 seconds of event time. */
    public long fillsRecently;
    /** Event time; a repeated trade with the same stamp is a duplicate. */
    public long nowNs;

    /** Everything present and tradable, market betas one, state ACTIVE. @param instruments size of the universe */
    public RiskInputs(int instruments) {
        present = new boolean[instruments];
        tradable = new boolean[instruments];
        marketBeta = new double[instruments];
        priceNs = new long[instruments];
        recentVolume = new long[instruments];
        weight = new double[instruments];
        Arrays.fill(present, true);
        Arrays.fill(tradable, true);
        Arrays.fill(marketBeta, 1.0);
        Arrays.fill(weight, 1.0 / instruments);
    }
}
