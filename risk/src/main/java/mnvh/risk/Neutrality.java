package mnvh.risk;

import mnvh.config.NeutralityConfig;
import mnvh.config.NeutralityMode;
import mnvh.stats.LaneSum;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Universe;

/**
 * Keeps regression beta near zero by the nearest list that returns the book's exposure to zero.
 *
 * <p>Source: method 4, {@code sum x' = sum x} and {@code sum bhat * x' = -E}, {@code E = sum bhat * notional(a)}. The
 * band is read as the exposure that the list would leave, {@code |E + sum bhat * x|}: from a flat start E is zero and
 * the list alone makes the exposure. The list is over present, tradable instruments with a weight; E is over all. In
 * the mode {@code hedge} the list stays as it is and {@link Hedge} trades against what it leaves. A list that closes
 * everything is left alone: it would hold positions open against one that cannot be closed. Core thread only; allocates
 * nothing after construction.
 */
@HotPath
final class Neutrality {
    private final NeutralityConfig config;
    private final long bandRatio;
    private final long correctionRatio;
    private final boolean[] member;
    private final NearestList nearest;
    private final LaneSum sum = new LaneSum();
    private final Hedge hedge;

    Neutrality(NeutralityConfig config, Universe universe) {
        int size = universe.size();
        this.config = config;
        bandRatio = Book.rate(config.bandRatio());
        correctionRatio = Book.rate(config.maxCorrectionRatio());
        member = new boolean[size];
        nearest = new NearestList(size);
        hedge = new Hedge(config, universe);
    }

    /** @return exposure within which nothing is corrected */
    long band(Book book) {
        return book.ofEquity(bandRatio);
    }

    /**
     * Corrects {@code x} and adds what it changed to {@code correction}.
     *
     * @return what it did
     */
    NeutralityOutcome apply(Book book, Clips clips, RiskInputs inputs, long[] x, long[] correction) {
        if (config.mode() == NeutralityMode.NONE || book.closing) {
            return NeutralityOutcome.NONE;
        }
        if (config.mode() == NeutralityMode.HEDGE) {
            return hedged(book, clips, x, correction);
        }
        int members = 0;
        for (int i = 0; i < x.length; i++) {
            member[i] = book.open[i] && inputs.weight[i] != 0.0 && clips.lower[i] < clips.upper[i];
            members += member[i] ? 1 : 0;
        }
        if (members < 2) {
            return NeutralityOutcome.NONE;
        }
        if (dispersion(book, members) < config.minBetaDispersion()) {
            return NeutralityOutcome.LOW_DISPERSION;
        }
        long left = Math.addExact(book.betaExposure, book.betaOf(x));
        if (Math.absExact(left) <= band(book)) {
            return NeutralityOutcome.WITHIN_BAND;
        }
        if (!nearest.solve(book, clips, x, member, 0, left, true)) {
            return NeutralityOutcome.BOUNDED;
        }
        long scale = correctionScale(book, x);
        if (scale < FixedPoint.RATE_SCALE) {
            shorten(clips, x, scale);
        }
        for (int i = 0; i < x.length; i++) {
            correction[i] = Math.addExact(correction[i], nearest.result[i] - x[i]);
            x[i] = nearest.result[i];
        }
        return scale < FixedPoint.RATE_SCALE ? NeutralityOutcome.BOUNDED : NeutralityOutcome.CORRECTED;
    }

    private NeutralityOutcome hedged(Book book, Clips clips, long[] x, long[] correction) {
        boolean empty = true;
        for (int i = 0; i < x.length; i++) {
            empty &= clips.lower[i] == clips.upper[i];
        }
        if (empty) {
            return NeutralityOutcome.NONE;
        }
        long left = Math.addExact(book.betaExposure, book.betaOf(x));
        return Math.absExact(left) <= band(book)
                ? NeutralityOutcome.WITHIN_BAND
                : hedge.apply(book, clips, x, correction, left, book.ofEquity(correctionRatio));
    }

    /**
     * @return true when a projection must leave the list's exposure as it is; in the mode hedge only where the market
     *     betas of what it may move differ enough for both conditions to hold
     */
    boolean binds(Book book, NeutralityOutcome outcome, long[] x) {
        if (outcome == NeutralityOutcome.NONE
                || outcome == NeutralityOutcome.LOW_DISPERSION
                || outcome == NeutralityOutcome.UNAVAILABLE) {
            return false;
        }
        if (config.mode() != NeutralityMode.HEDGE) {
            return true;
        }
        int members = 0;
        for (int i = 0; i < x.length; i++) {
            member[i] = x[i] != 0;
            members += member[i] ? 1 : 0;
        }
        return members > 1 && dispersion(book, members) >= config.minBetaDispersion();
    }

    /** @return what neutrality came to once financing scaled the list: a hedge of a list that is no more is bounded */
    NeutralityOutcome financed(Book book, NeutralityOutcome outcome, long[] x) {
        if (config.mode() != NeutralityMode.HEDGE
                || (outcome != NeutralityOutcome.CORRECTED && outcome != NeutralityOutcome.WITHIN_BAND)) {
            return outcome;
        }
        long left = Math.addExact(book.betaExposure, book.betaOf(x));
        return Math.absExact(left) <= Math.max(band(book), Math.absExact(book.betaExposure))
                ? outcome
                : NeutralityOutcome.BOUNDED;
    }

    /** Population standard deviation of the market betas that may trade. */
    private double dispersion(Book book, int members) {
        sum.clear();
        for (int i = 0; i < member.length; i++) {
            if (member[i]) {
                sum.add(i, FixedPoint.rateToDouble(book.betaRate[i]));
            }
        }
        double mean = sum.total() / members;
        sum.clear();
        for (int i = 0; i < member.length; i++) {
            if (member[i]) {
                double deviation = FixedPoint.rateToDouble(book.betaRate[i]) - mean;
                sum.add(i, deviation * deviation);
            }
        }
        return Math.sqrt(sum.total() / members);
    }

    private long correctionScale(Book book, long[] x) {
        long moved = 0;
        for (int i = 0; i < x.length; i++) {
            moved = Math.addExact(moved, Math.absExact(Math.subtractExact(nearest.result[i], x[i])));
        }
        long most = book.ofEquity(correctionRatio);
        return moved <= most
                ? FixedPoint.RATE_SCALE
                : FixedPoint.multiplyDivide(most, FixedPoint.RATE_SCALE, moved, Rounding.FLOOR);
    }

    /** Part of the way; truncation may leave units of the sum, which go to the first trade with room for them. */
    private void shorten(Clips clips, long[] x, long scale) {
        long rest = 0;
        for (int i = 0; i < x.length; i++) {
            long move = FixedPoint.multiplyRate(nearest.result[i] - x[i], scale, Rounding.TOWARDS_ZERO);
            nearest.result[i] = x[i] + move;
            rest = Math.subtractExact(rest, move);
        }
        for (int i = 0; i < x.length && rest != 0; i++) {
            if (member[i]) {
                long settled = clips.clamp(i, Math.addExact(nearest.result[i], rest));
                rest -= settled - nearest.result[i];
                nearest.result[i] = settled;
            }
        }
    }
}
