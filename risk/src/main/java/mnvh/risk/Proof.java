package mnvh.risk;

import java.util.Arrays;
import mnvh.units.HotPath;

/**
 * Why a list of orders was allowed to leave: each exposure before and after it beside its limit, and what one size
 * increment more of each order would have broken.
 *
 * <p>Of the list that was admitted last. Money at 10^-8, exposures with the orders that work filled, margin over the
 * worst subset of fills; a limit that is switched off is the largest number. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
public final class Proof {
    /** Cash before and after. */
    public final ProofLine cash = new ProofLine();
    /** Sum of absolute notionals. */
    public final ProofLine gross = new ProofLine();
    /** Sum of notionals; the limit is one of its magnitude. */
    public final ProofLine net = new ProofLine();
    /** Sum of market beta times notional; the limit is one of its magnitude. */
    public final ProofLine marketBeta = new ProofLine();
    /** Worst-case margin. */
    public final ProofLine margin = new ProofLine();
    /** Requests of the last second, without the list and with it. */
    public final ProofLine messages = new ProofLine();
    /** Orders that work, without the list and with it. */
    public final ProofLine working = new ProofLine();

    /** S of the list. */
    public long demand;
    /** Smallest S allowed; the smallest number for none. */
    public long demandLeast;
    /** Largest S allowed; the largest number for none. */
    public long demandMost;

    /** Of each order: the largest magnitude of its notional. */
    public final long[] notionalLimit;
    /** Of each order: the notional held once all that works on its side has filled. */
    public final long[] positionBefore;
    /** Of each order: the same with the order. */
    public final long[] positionAfter;
    /** The largest magnitude of a position that does not only reduce. */
    public long positionLimit;
    /** Of each order: the furthest limit price; the largest number for a buy that has none, 0 for such a sale. */
    public final long[] priceBound;

    /** Of each order: age of its mark when the step closed, nanoseconds. */
    public final long[] referenceAgeNs;

    /** Of each order: the check that one increment more would have broken first; ADMITTED for none. */
    public final Verdict[] next;
    /** Of each order: what that check would have seen, in its own unit. */
    public final long[] nextAfter;
    /** Of each order: what it would have been held against. */
    public final long[] nextLimit;

    Proof(int instruments) {
        notionalLimit = new long[instruments];
        positionBefore = new long[instruments];
        positionAfter = new long[instruments];
        priceBound = new long[instruments];
        referenceAgeNs = new long[instruments];
        next = new Verdict[instruments];
        nextAfter = new long[instruments];
        nextLimit = new long[instruments];
        Arrays.fill(next, Verdict.ADMITTED);
    }
}
