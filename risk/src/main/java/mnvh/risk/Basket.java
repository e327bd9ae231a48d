package mnvh.risk;

import java.util.Arrays;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;

/**
 * One step's trades, from proposal to orders; struct of arrays by instrument, reused every step.
 *
 * <p>The controller writes {@link #notional}, {@link #signal} and {@link #leash}; {@link BasketPipeline} writes the
 * rest. Amounts are signed money at 10^-8 of the reporting currency, positive buys. Core thread only; allocates nothing
 * after construction.
 */
@HotPath
public final class Basket {
    /** In: the proposed trade x*; afterwards the unrounded trade that was admitted last. */
    public final long[] notional;
    /** In: the part of x* that chases dispersion. */
    public final long[] signal;
    /** In: the part of x* that shrinks the inventory. */
    public final long[] leash;

    /** Copy of the proposal. */
    public final long[] proposed;
    /** After the no-trade band. */
    public final long[] afterBand;
    /** After the clips. */
    public final long[] afterClips;
    /** After neutrality, last round. */
    public final long[] afterNeutrality;
    /** After financing, last round. */
    public final long[] afterFinancing;
    /** After the risk scale, last round. */
    public final long[] afterRisk;

    /** Quantity to order at 10^-8, signed, a multiple of the size increment; 0 for no order. */
    public final long[] quantity;
    /** Limit price of the order at 10^-8; 0 without one. */
    public final long[] limitPrice;
    /** Taker fee of the order at the mark at 10^-8, positive is a cost. */
    public final long[] fee;
    /** Notional of the order at the mark at 10^-8, signed; 0 for no order. */
    final long[] traded;
    /** What became of each trade. */
    public final Verdict[] verdict;
    /** Why the orders were allowed to leave, where any do. */
    public final Proof proof;

    /** kappa at 10^-12: the uniform or one-sided factor of financing. */
    public long financingScale;
    /** kappa_risk at 10^-12. */
    public long riskScale;
    /** Rounds of the pipeline, 1 to {@link BasketPipeline#MAX_ROUNDS}. */
    public int rounds;
    /** What the neutrality stage did in the last round. */
    public NeutralityOutcome neutrality = NeutralityOutcome.NONE;
    /** E before the trades at 10^-8: sum of market beta times notional, working orders included. */
    public long betaExposureBefore;
    /** E after all of them filled. */
    public long betaExposureAfter;

    /** Part of S from the signal, of the orders that leave. */
    public long demandSignal;
    /** Part of S from the leash. */
    public long demandLeash;
    /** Part of S from neutrality and from the shift of the projection. */
    public long demandNeutrality;
    /** Part of S that is fees. */
    public long demandFees;
    /** Part of S from rounding, drops and repair of the orders that leave. */
    public long demandRounding;
    /** S: sum of signed notionals plus fees; positive takes cash. */
    public long cashDemand;

    /** Worst-case margin with these orders at 10^-8. */
    public long marginUsed;
    /** Sum of absolute notionals after all fills at 10^-8. */
    public long gross;
    /** Sum of notionals after all fills at 10^-8, signed. */
    public long net;
    /** Sum of absolute notionals of the orders that leave at 10^-8. */
    public long turnover;
    /** Orders that leave. */
    public int orders;
    /** Trades that a check denied. */
    public int denied;
    /** Rises whenever the orders change, so that what was measured of them is known to be of these. */
    long revision;
    /** What bound the basket: a denial, a cut, {@code NO_TRADE} or {@code ADMITTED}. */
    public Verdict binding = Verdict.NO_TRADE;

    /** @param instruments how many instruments the universe has */
    public Basket(int instruments) {
        notional = new long[instruments];
        signal = new long[instruments];
        leash = new long[instruments];
        proposed = new long[instruments];
        afterBand = new long[instruments];
        afterClips = new long[instruments];
        afterNeutrality = new long[instruments];
        afterFinancing = new long[instruments];
        afterRisk = new long[instruments];
        quantity = new long[instruments];
        limitPrice = new long[instruments];
        fee = new long[instruments];
        traded = new long[instruments];
        verdict = new Verdict[instruments];
        proof = new Proof(instruments);
        clear();
    }

    /** @return notional of the order of instrument {@code i} at the mark at 10^-8, signed; 0 for no order */
    public long traded(int i) {
        return traded[i];
    }

    /** @return how many instruments there are */
    public int size() {
        return notional.length;
    }

    /** Empties proposal and results. */
    public void clear() {
        Arrays.fill(notional, 0);
        Arrays.fill(signal, 0);
        Arrays.fill(leash, 0);
        clearResults();
    }

    /** Takes the order of instrument {@code i} out. */
    void drop(int i) {
        quantity[i] = 0;
        limitPrice[i] = 0;
        fee[i] = 0;
        traded[i] = 0;
        revision++;
    }

    /** Empties everything but the proposal. */
    void clearResults() {
        revision++;
        System.arraycopy(notional, 0, proposed, 0, notional.length);
        Arrays.fill(afterBand, 0);
        Arrays.fill(afterClips, 0);
        Arrays.fill(afterNeutrality, 0);
        Arrays.fill(afterFinancing, 0);
        Arrays.fill(afterRisk, 0);
        Arrays.fill(quantity, 0);
        Arrays.fill(limitPrice, 0);
        Arrays.fill(fee, 0);
        Arrays.fill(traded, 0);
        Arrays.fill(verdict, Verdict.NO_TRADE);
        financingScale = FixedPoint.RATE_SCALE;
        riskScale = FixedPoint.RATE_SCALE;
        rounds = 0;
        neutrality = NeutralityOutcome.NONE;
        betaExposureBefore = 0;
        betaExposureAfter = 0;
        demandSignal = 0;
        demandLeash = 0;
        demandNeutrality = 0;
        demandFees = 0;
        demandRounding = 0;
        cashDemand = 0;
        marginUsed = 0;
        gross = 0;
        net = 0;
        turnover = 0;
        orders = 0;
        denied = 0;
        binding = Verdict.NO_TRADE;
    }
}
