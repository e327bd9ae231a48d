package mnvh.monitor;

import mnvh.event.Command;

/**
 * What the control API asks of the daemon. Every request becomes an inbound record, which is journaled before it takes
 * effect.
 */
public interface ControlPort {
    /** @return inbound sequence of the command; throws {@link ControlRefusal} */
    long command(Command command, String operator, String reason);

    /**
     * Explains a difference to the venue.
     *
     * @param id the explanation's own name: what has the same name is booked once
     * @param breakId number of the difference
     * @param account name of the account that explains it
     * @param amount what of it, at 1e-8, signed
     * @return inbound sequence of the explanation; throws {@link ControlRefusal}
     */
    long resolve(String id, long breakId, String account, long amount, String operator, String reason);

    /**
     * Changes a limit, margin factor or fee rate.
     *
     * @param key its name, {@code risk.max_order_notional} and the like
     * @param symbol the instrument's; empty for a limit of the account
     * @param value as a person writes it
     * @return inbound sequence of the request; throws {@link ControlRefusal}
     */
    long change(String key, String symbol, String value, String operator, String reason);

    /** @return limits, margin factors and fees in force */
    ReadingTable terms();

    /** Hears of a request that was not accepted, by whoever asked; returns at once. */
    void requestRefused(String what);

    /** Returns once the record with this inbound sequence is journaled; throws {@link ControlRefusal} after a while. */
    void awaitJournaled(long sequence);

    /** @return the run at one look, one row */
    ReadingTable status();

    /** @return the open differences to the venue */
    ReadingTable breaks();

    /** @return what became of the newest explanations and changes */
    ReadingTable outcomes();

    /** @return true where what was asked with this inbound sequence is known to be refused: it did nothing */
    boolean refused(long sequence);
}
