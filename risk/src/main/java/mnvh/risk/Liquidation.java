package mnvh.risk;

import mnvh.units.FixedPoint;
import mnvh.units.HotPath;
import mnvh.units.Rounding;
import mnvh.universe.Universe;

/**
 * How far marks may move against what is held before equity is down to maintenance margin.
 *
 * <p>Of the account: the smallest uniform move, up or down, at which a pool of margin falls short. The cross
 * instruments share one pool, equity less what isolated ones set aside; each isolated instrument has its own, its
 * initial margin at the mark. Of an instrument: the move of its mark alone. Distances are ratios at 10^-12, the largest
 * at which the margin still holds, with losses and margins rounded up and gains down, so they are never too long; 0
 * where margin is short already, {@link #UNREACHED} where no move up to a doubling or down to zero is too far. Equity
 * less maintenance margin is concave in the move, so there is one such move in each direction. Core thread only;
 * allocates nothing after construction.
 */
@HotPath
public final class Liquidation {
    /** A move of 100%: no smaller one is too far. */
    public static final long UNREACHED = FixedPoint.RATE_SCALE;

    private static final int POOL = -1;
    /** Below this width bisection is as quick as chords. */
    private static final long NARROW = 64;

    private final Margins margins;
    private final int size;
    private final long[] held;
    private final long[] needed;
    private final long[] distance;
    private long maintenance;
    private long account;
    /** Of the cross pool: its equity, net value and maintenance margin now. */
    private long pool;

    private long net;
    private long poolNeeded;
    /** The part of the pool's maintenance margin whose rate does not depend on the notional. */
    private long flatNeeded;

    private boolean flat;

    public Liquidation(Universe universe, Margins margins) {
        this.margins = margins;
        this.size = universe.size();
        this.held = new long[size];
        this.needed = new long[size];
        this.distance = new long[size];
    }

    /**
     * Measures what is held.
     *
     * @param values signed values at the marks, in the reporting currency at 10^-8
     * @param equity W at the same marks at 10^-8
     */
    public void measure(long[] values, long equity) {
        pool = equity;
        net = 0;
        maintenance = 0;
        poolNeeded = 0;
        flatNeeded = 0;
        flat = true;
        for (int i = 0; i < size; i++) {
            held[i] = values[i];
            long magnitude = Math.absExact(values[i]);
            needed[i] = magnitude == 0 ? 0 : margins.maintenance(i, magnitude);
            maintenance = Math.addExact(maintenance, needed[i]);
            if (margins.isolated(i)) {
                pool = Math.subtractExact(pool, magnitude == 0 ? 0 : margins.initial(i, magnitude));
            } else {
                net = Math.addExact(net, values[i]);
                poolNeeded = Math.addExact(poolNeeded, needed[i]);
                flatNeeded = margins.singleTier(i) ? Math.addExact(flatNeeded, needed[i]) : flatNeeded;
                flat &= magnitude == 0 || margins.singleTier(i);
            }
        }
        account = poolNeeded == 0 && pool >= 0 ? UNREACHED : Math.min(reach(POOL, false), reach(POOL, true));
        for (int i = 0; i < size; i++) {
            distance[i] = held[i] == 0 ? UNREACHED : reach(i, held[i] < 0);
            account = margins.isolated(i) ? Math.min(account, distance[i]) : account;
        }
    }

    /** @return maintenance margin of everything held at 10^-8 */
    public long maintenance() {
        return maintenance;
    }

    /** @return the account's distance at 10^-12, 0 to {@link #UNREACHED} */
    public long distance() {
        return account;
    }

    /** @return the distance of instrument {@code i} alone at 10^-12, 0 to {@link #UNREACHED} */
    public long distance(int i) {
        return distance[i];
    }

    private long reach(int i, boolean up) {
        long slack = slack(i, 0, up);
        if (slack < 0) {
            return 0;
        }
        if (i == POOL ? flat : margins.singleTier(i)) {
            return straight(i, slack, up);
        }
        long farSlack = slack(i, UNREACHED, up);
        return farSlack >= 0 ? UNREACHED : search(i, up, slack, farSlack);
    }

    /** One rate for every notional: what is left shrinks by the same amount for every part of the move. */
    private long straight(int i, long slack, boolean up) {
        long exposed = i == POOL ? net : held[i];
        long margin = i == POOL ? poolNeeded : needed[i];
        long perMove = up ? Math.subtractExact(margin, exposed) : Math.subtractExact(exposed, margin);
        if (perMove <= 0 || slack >= perMove) {
            return UNREACHED;
        }
        return FixedPoint.multiplyDivide(slack, FixedPoint.RATE_SCALE, perMove, Rounding.FLOOR);
    }

    /** Chords of a concave function meet zero before it does; what is left at the end is bisected. */
    private long search(int i, boolean up, long nearSlack, long farSlack) {
        long inside = 0;
        long outside = UNREACHED;
        long left = nearSlack;
        long over = farSlack;
        long probe = 1;
        while (outside - inside > 1) {
            long middle = (inside + outside) >>> 1;
            if (outside - inside > NARROW) {
                double part = (double) left / ((double) left - (double) over);
                long chord = inside + (long) (part * (double) (outside - inside)) + probe;
                middle = Math.max(inside + 1, Math.min(outside - 1, chord));
                // A chord that keeps falling short is stretched, so that the far end comes nearer too.
                probe = Math.multiplyExact(probe, 4);
            }
            long slack = slack(i, middle, up);
            if (slack >= 0) {
                inside = middle;
                left = slack;
            } else {
                outside = middle;
                over = slack;
                probe = 1;
            }
        }
        return inside;
    }

    /** @return equity less maintenance margin of a pool, or of one instrument's, after a move; never too large */
    private long slack(int i, long move, boolean up) {
        if (i == POOL) {
            return poolSlack(move, up);
        }
        long left;
        long others;
        if (margins.isolated(i)) {
            left = margins.initial(i, Math.absExact(held[i]));
            others = 0;
        } else {
            left = pool;
            others = Math.subtractExact(poolNeeded, needed[i]);
        }
        long after = Math.addExact(left, gain(held[i], move, up));
        return Math.subtractExact(Math.subtractExact(after, others), neededAfter(i, move, up));
    }

    private long poolSlack(long move, boolean up) {
        long left = Math.addExact(pool, gain(net, move, up));
        left = Math.subtractExact(left, moved(flatNeeded, move, up));
        for (int i = 0; i < size && !flat; i++) {
            if (held[i] != 0 && !margins.isolated(i) && !margins.singleTier(i)) {
                left = Math.subtractExact(left, neededAfter(i, move, up));
            }
        }
        return left;
    }

    private long neededAfter(int i, long move, boolean up) {
        return margins.maintenance(i, moved(Math.absExact(held[i]), move, up));
    }

    /** @return change of a signed value by a move, rounded down */
    private static long gain(long value, long move, boolean up) {
        return FixedPoint.multiplyRate(up ? value : Math.negateExact(value), move, Rounding.FLOOR);
    }

    /** @return an amount that is not negative after a move, rounded up */
    private static long moved(long amount, long move, boolean up) {
        long factor = up ? FixedPoint.RATE_SCALE + move : FixedPoint.RATE_SCALE - move;
        return FixedPoint.multiplyRate(amount, factor, Rounding.CEILING);
    }
}
