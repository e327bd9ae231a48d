package mnvh.risk;

import java.util.Arrays;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.units.Side;

/**
 * Neutrality, financing, risk scale, rounding and repair, repeated until they agree.
 *
 * <p>Source: method 3, step 6. A round that a later stage undid is followed by one under the factors found so far,
 * without what the minimums dropped, and with room for rounding. Where the limits leave nothing of a list, its reducing
 * trades are tried alone. A list that neutrality made and uniform factors shrank still brings the exposure nearer to
 * zero and is not repeated for that. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Rounds {
    /** A millionth: what a limit leaves of a list below it is no list any more. */
    private static final long NOTHING = FixedPoint.RATE_SCALE / 1_000_000;

    /** What neutrality and projection added to the proposal, scaled with it. */
    final long[] correction;
    /** The limit that bound first, and its numbers for the list that met it. */
    Verdict riskBinding = Verdict.ADMITTED;

    long riskBefore;
    long riskAfter;
    long riskLimit;
    /** S of the list that financing scaled first, or of the last one. */
    long demandBefore;
    /** True when only reducing trades may leave. */
    boolean onlyReducing;

    private final Book book;
    private final Clips clips;
    private final Neutrality neutrality;
    private final SelfFinancing financing;
    private final RiskScale riskScale;
    private final Repair repair;
    private final LimitPrices prices;
    private final RiskGate gate;

    /** Uniform factors of the rounds before. */
    private long financingBase;

    private long riskBase;
    /** Share of the room that rounding may need, in quarters: nothing, then a quarter, a half and all of it. */
    private int tight;

    private int dropped;

    Rounds(
            Book book,
            Clips clips,
            Neutrality neutrality,
            SelfFinancing financing,
            ExposureLimits limits,
            LimitPrices prices,
            RiskGate gate) {
        this.book = book;
        this.clips = clips;
        this.neutrality = neutrality;
        this.financing = financing;
        this.riskScale = new RiskScale(limits);
        this.repair = new Repair(book);
        this.prices = prices;
        this.gate = gate;
        this.correction = new long[book.size];
    }

    /**
     * Turns {@code basket.afterClips} into rounded, priced orders.
     *
     * @param x scratch; afterwards the unrounded list that the orders stand for
     * @return ADMITTED, or why there is no such list
     */
    Verdict settle(Basket basket, RiskInputs inputs, long[] x) {
        financingBase = FixedPoint.RATE_SCALE;
        riskBase = FixedPoint.RATE_SCALE;
        riskBinding = Verdict.ADMITTED;
        tight = 0;
        onlyReducing = book.state == TradingState.REDUCING;
        for (int round = 1; round <= BasketPipeline.MAX_ROUNDS; round++) {
            basket.rounds = round;
            Verdict verdict = stages(basket, inputs, x);
            if (verdict != Verdict.ADMITTED) {
                return verdict;
            }
            if (agrees(basket, x)) {
                return Verdict.ADMITTED;
            }
            if (nothingLeft(basket)) {
                if (onlyReducing) {
                    return riskBinding;
                }
                onlyReducing = true;
                // One round fewer is left to find the room that rounding needs.
                tight = Math.max(1, tight);
                clips.onlyReducing(book);
            } else {
                retreat(basket, x);
            }
        }
        // A list that the limits emptied, or all but emptied, in the last round was denied by them, not by a
        // contradiction.
        boolean emptied = nothingLeft(basket) || basket.riskScale < NOTHING;
        return emptied && riskBinding != Verdict.ADMITTED ? riskBinding : Verdict.NOT_CONVERGED;
    }

    private Verdict stages(Basket basket, RiskInputs inputs, long[] x) {
        long base = FixedPoint.multiplyRate(financingBase, riskBase, Rounding.TOWARDS_ZERO);
        for (int i = 0; i < x.length; i++) {
            long wanted = base == FixedPoint.RATE_SCALE
                    ? basket.afterClips[i]
                    : FixedPoint.multiplyRate(basket.afterClips[i], base, Rounding.TOWARDS_ZERO);
            x[i] = clips.clamp(i, wanted);
        }
        Arrays.fill(correction, 0);
        basket.neutrality = neutrality.apply(book, clips, inputs, x, correction);
        copy(x, basket.afterNeutrality);
        boolean keepBeta = neutrality.binds(book, basket.neutrality, x);
        Verdict verdict = financing.apply(book, clips, x, correction, keepBeta, tight);
        copy(x, basket.afterFinancing);
        demandBefore = financingBase == FixedPoint.RATE_SCALE ? financing.demandBefore() : demandBefore;
        basket.financingScale = FixedPoint.multiplyRate(financingBase, financing.scale(), Rounding.TOWARDS_ZERO);
        if (verdict != Verdict.ADMITTED) {
            return verdict;
        }
        basket.neutrality = neutrality.financed(book, basket.neutrality, x);
        riskScale.apply(x, correction, tight);
        copy(x, basket.afterRisk);
        basket.riskScale = FixedPoint.multiplyRate(riskBase, riskScale.scale(), Rounding.TOWARDS_ZERO);
        if (riskBinding == Verdict.ADMITTED && riskScale.binding != Verdict.ADMITTED) {
            riskBinding = riskScale.binding;
            riskBefore = riskScale.before;
            riskAfter = riskScale.after;
            riskLimit = riskScale.limit;
        }
        return Verdict.ADMITTED;
    }

    /** Rounds, repairs and prices. @return true when the orders still meet what the stages before made true */
    private boolean agrees(Basket basket, long[] x) {
        dropped = OrderSizes.round(book, x, onlyReducing, basket);
        boolean empty = nothingLeft(basket);
        boolean repaired = !financing.strict(book) || empty || repaired(basket, x);
        for (int i = 0; i < x.length; i++) {
            long quantity = basket.quantity[i];
            basket.fee[i] = quantity == 0 ? 0 : book.feeOf(i, quantity, basket.traded[i]);
            basket.limitPrice[i] =
                    quantity == 0 ? 0 : prices.limit(book.universe.get(i), Side.ofSigned(quantity), book.mark[i]);
        }
        basket.revision++;
        if (empty) {
            // Limits that leave nothing of the whole list may still let its reducing trades through.
            return riskBinding == Verdict.ADMITTED;
        }
        return repaired && gate.holds(basket, x) && neutral(basket);
    }

    private boolean repaired(Basket basket, long[] x) {
        boolean done = repair.apply(clips, x, basket.quantity, dropped > 0);
        for (int i = 0; i < x.length; i++) {
            basket.traded[i] = book.value(i, basket.quantity[i]);
        }
        return done;
    }

    /** Drops by the minimums must not leave a corrected list worse than both the band and the book it started from. */
    private boolean neutral(Basket basket) {
        boolean corrected =
                basket.neutrality == NeutralityOutcome.CORRECTED || basket.neutrality == NeutralityOutcome.WITHIN_BAND;
        if (dropped == 0 || !corrected) {
            return true;
        }
        long after = book.betaExposure;
        for (int i = 0; i < basket.quantity.length; i++) {
            after = Math.addExact(after, book.betaOf(i, basket.traded[i]));
        }
        return Math.absExact(after) <= Math.max(neutrality.band(book), Math.absExact(book.betaExposure));
    }

    /** Makes the next round smaller. */
    private void retreat(Basket basket, long[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0 && basket.quantity[i] == 0 && dropped > 0) {
                clips.close(i);
            }
        }
        // A factor of one side alone is found anew; a uniform one is kept.
        financingBase = financing.uniform() ? basket.financingScale : financingBase;
        riskBase = basket.riskScale;
        tight = tight == 0 ? 1 : 2 * tight;
    }

    private static boolean nothingLeft(Basket basket) {
        for (int i = 0; i < basket.quantity.length; i++) {
            if (basket.quantity[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void copy(long[] from, long[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }
}
