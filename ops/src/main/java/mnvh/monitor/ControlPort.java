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

    /** Returns once the record with this inbound sequence is journaled; throws {@link ControlRefusal} after a while. */
    void awaitJournaled(long sequence);

    /** @return the run at one look, one row */
    ReadingTable status();

    /** @return the open differences to the venue */
    ReadingTable breaks();

    /** @return what became of the newest explanations */
    ReadingTable outcomes();

    /** @return true where the explanation with this inbound sequence is known to be refused: it booked nothing */
    boolean refused(long sequence);
}
