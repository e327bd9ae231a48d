package mnvh.risk;

import mnvh.config.FinancingMode;
import mnvh.config.SelfFinancingConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;

/**
 * Scales a list so that it is financed from the ledger's own cash.
 *
 * <p>Source: Ledger-SPT eq. (1), {@code sum p dq + sum phi = 0}, kappa in (0, 1], in the readings of method 5. A root
 * in integers is a factor at 10^-12 at which S is not positive, next to one at which it is; S is taken from {@link
 * CashDemand}, so that truncation never passes for a root. The strict modes act as {@code funded} while the state is
 * REDUCING: a list that closes a book cannot have S = 0; while everything is being closed there is no floor either.
 * Core thread only; allocates nothing after construction.
 */
@HotPath
final class SelfFinancing {
    private static final long ONE = FixedPoint.RATE_SCALE;
    private static final int FEE_PASSES = 32;

    private final FinancingMode mode;
    private final long cashFloor;
    private final CashDemand demand;
    private final NearestList nearest;
    private final boolean[] member;

    /** Factor of the buys in the last call. */
    private long buyScale = ONE;
    /** Factor of the sells in the last call. */
    private long sellScale = ONE;
    /** S of the list as it came. */
    private long demandBefore;

    SelfFinancing(SelfFinancingConfig config, Book book) {
        mode = config.mode();
        cashFloor = config.cashFloor();
        demand = new CashDemand(book);
        nearest = new NearestList(book.size);
        member = new boolean[book.size];
    }

    /** @return true when S must be zero to within increments */
    boolean strict(Book book) {
        return mode != FinancingMode.FUNDED && book.state != TradingState.REDUCING;
    }

    /** @return kappa: the uniform factor, or that of the side that was scaled */
    long scale() {
        return Math.min(buyScale, sellScale);
    }

    /** @return true when both sides were scaled alike */
    boolean uniform() {
        return buyScale == sellScale;
    }

    /** @return S of the list before it was scaled */
    long demandBefore() {
        return demandBefore;
    }

    /**
     * Cash that a list may take. A list that raises cash is always affordable.
     *
     * @return money at 10^-8, not negative; {@link Long#MAX_VALUE} without a floor, or while all is being closed
     */
    long budget(Book book) {
        // To buy back what was sold short takes the cash it takes.
        if (cashFloor == SelfFinancingConfig.NO_FLOOR || book.closing) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, Math.subtractExact(Math.subtractExact(book.cash, book.workingDemand), cashFloor));
    }

    /**
     * Scales or moves {@code x}, and {@code correction}, the part of it that is not the proposal's, along with it.
     *
     * @param keepBeta true when a projection must leave {@code sum bhat * x} as it is
     * @param tight quarters of what rounding sells to increments may cost, to be left as room
     * @return ADMITTED, or why there is no such list; then {@code x} is as it was
     */
    Verdict apply(Book book, Clips clips, long[] x, long[] correction, boolean keepBeta, int tight) {
        buyScale = ONE;
        sellScale = ONE;
        demand.of(x);
        demandBefore = demand.at(ONE);
        if (demand.orders() == 0) {
            return Verdict.ADMITTED;
        }
        if (!strict(book)) {
            return funded(book, x, correction, tight);
        }
        switch (mode) {
            case EXCESS_SIDE:
                return excessSide(x, correction);
            case PROJECTION:
                return projection(book, clips, x, correction, keepBeta);
            default:
                return scalar(x, correction);
        }
    }

    private Verdict funded(Book book, long[] x, long[] correction, int tight) {
        long most = budget(book);
        if (most == Long.MAX_VALUE) {
            return Verdict.ADMITTED;
        }
        most = Math.subtractExact(most, tight == 0 ? 0 : room(book, x, tight));
        if (demandBefore <= most) {
            return Verdict.ADMITTED;
        }
        long low = demand.at(1) <= most ? 1 : lowest();
        if (demand.at(low) > most) {
            return Verdict.DENIED_FINANCING;
        }
        return scaleBoth(x, correction, largest(low, most));
    }

    /** @return so many quarters of what rounding sells to increments may cost */
    private static long room(Book book, long[] x, int tight) {
        long room = 0;
        for (int i = 0; i < x.length; i++) {
            room = x[i] < 0 ? Math.addExact(room, book.increment(i)) : room;
        }
        return ExposureLimits.quarters(room, tight);
    }

    /** The letter of the paper: one root for the whole list, the largest where there are two. */
    private Verdict scalar(long[] x, long[] correction) {
        if (demandBefore == 0) {
            return Verdict.ADMITTED;
        }
        if (demandBefore < 0) {
            // S is convex with S(0) = 0: it can only cross zero where fees that do not shrink with kappa lift it first.
            if (demand.at(1) <= demand.slack()) {
                return Verdict.NO_SCALAR_ROOT;
            }
            long positive = 1;
            long root = ONE;
            while (root - positive > 1) {
                long middle = (positive + root) >>> 1;
                if (demand.at(middle) > 0) {
                    positive = middle;
                } else {
                    root = middle;
                }
            }
            return scaleBoth(x, correction, root);
        }
        long low = lowest();
        return demand.at(low) > 0 ? Verdict.NO_SCALAR_ROOT : scaleBoth(x, correction, largest(low, 0));
    }

    /** @return the largest factor in [low, 1) with S not above {@code most}, given that low is one and 1 is not */
    private long largest(long low, long most) {
        long inside = low;
        long outside = ONE;
        while (outside - inside > 1) {
            long middle = (inside + outside) >>> 1;
            if (demand.at(middle) <= most) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    /** @return the factor of the smallest S; S is convex in the factor */
    private long lowest() {
        long low = 1;
        long high = ONE;
        while (high - low > 2) {
            long third = (high - low) / 3;
            if (demand.at(low + third) <= demand.at(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        // Whatever high was compared with when it came there was no larger; and where it never moved, S is too large.
        return demand.at(low + 1) < demand.at(low) ? low + 1 : low;
    }

    private Verdict excessSide(long[] x, long[] correction) {
        if (demandBefore == 0) {
            return Verdict.ADMITTED;
        }
        boolean buys = demandBefore > 0;
        // As the scaled side vanishes: no sells to pay for buys, or no buys and fees to be paid by sells.
        boolean rootless = buys ? demand.at(1, ONE) > 0 : demand.at(ONE, 1) <= demand.slack();
        if (rootless) {
            return Verdict.NO_ONE_SIDED_ROOT;
        }
        long near = 1;
        long far = ONE;
        while (far - near > 1) {
            long middle = (near + far) >>> 1;
            boolean affordable = (buys ? demand.at(middle, ONE) : demand.at(ONE, middle)) <= 0;
            if (affordable == buys) {
                near = middle;
            } else {
                far = middle;
            }
        }
        buyScale = buys ? near : ONE;
        sellScale = buys ? ONE : far;
        rescale(x, correction);
        return Verdict.ADMITTED;
    }

    private Verdict projection(Book book, Clips clips, long[] x, long[] correction, boolean keepBeta) {
        if (demandBefore == 0) {
            return Verdict.ADMITTED;
        }
        long sum = 0;
        for (int i = 0; i < x.length; i++) {
            member[i] = x[i] != 0;
            sum = Math.addExact(sum, x[i]);
        }
        long fees = Math.subtractExact(demandBefore, sum);
        for (int pass = 0; pass < FEE_PASSES; pass++) {
            if (!nearest.solve(book, clips, x, member, Math.addExact(sum, fees), 0, keepBeta)) {
                return Verdict.NO_PROJECTION;
            }
            long next = 0;
            for (int i = 0; i < x.length; i++) {
                next = Math.addExact(next, book.feeOfNotional(i, Math.absExact(nearest.result[i])));
            }
            if (Math.abs(next - fees) <= demand.slack()) {
                for (int i = 0; i < x.length; i++) {
                    correction[i] = Math.addExact(correction[i], nearest.result[i] - x[i]);
                    x[i] = nearest.result[i];
                }
                return Verdict.ADMITTED;
            }
            fees = next;
        }
        return Verdict.NO_PROJECTION;
    }

    private Verdict scaleBoth(long[] x, long[] correction, long factor) {
        buyScale = factor;
        sellScale = factor;
        rescale(x, correction);
        return Verdict.ADMITTED;
    }

    private void rescale(long[] x, long[] correction) {
        for (int i = 0; i < x.length; i++) {
            long factor = x[i] > 0 ? buyScale : sellScale;
            x[i] = FixedPoint.multiplyRate(x[i], factor, Rounding.TOWARDS_ZERO);
            correction[i] = FixedPoint.multiplyRate(correction[i], factor, Rounding.TOWARDS_ZERO);
        }
    }
}
