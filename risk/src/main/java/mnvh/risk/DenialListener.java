package mnvh.risk;

/** Hears every trade that the gate denied or cut, with the numbers that bound it. */
public interface DenialListener {
    /** The instrument of a denial that concerns the whole basket. */
    int BASKET = -1;

    /**
     * A trade, or the whole basket, was denied or cut.
     *
     * @param instrument index in the universe, or {@link #BASKET}
     * @param reason the check that bound
     * @param before the checked value without the trade
     * @param after the checked value with it, as proposed to the check
     * @param limit what the check allows
     * @param notional the trade, signed, at 10^-8; for a basket the sum of its absolute notionals
     */
    void onDenial(int instrument, Verdict reason, long before, long after, long limit, long notional);
}
