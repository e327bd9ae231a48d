package mnvh.daemon;

import java.util.function.LongConsumer;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.EventSlot;
import mnvh.event.Ingress;
import mnvh.event.ResolutionEvent;
import mnvh.event.TermEvent;
import mnvh.ledger.Account;
import mnvh.units.Term;
import mnvh.units.WallClock;

/**
 * Puts what is asked of the core into the inbound stream, where it is journaled before it takes effect.
 *
 * <p>Each waits for room, and returns its inbound sequence. An operator is who asks, nothing for the daemon itself. Any
 * thread.
 */
final class InboundRequests {
    private final Ingress ingress;
    private final WallClock clock = new WallClock();

    InboundRequests(Ingress ingress) {
        this.ingress = ingress;
    }

    /** Asks for what a command says. */
    long command(Command command, String operator, String reason) {
        return command(command, operator, reason, sequence -> {});
    }

    /** @param placed told the inbound sequence before the core can read the command */
    long command(Command command, String operator, String reason, LongConsumer placed) {
        EventSlot slot = ingress.claim();
        long sequence = ingress.sequenceOf(slot);
        placed.accept(sequence);
        new CommandEvent()
                .begin(slot, clock.nowNs())
                .command(command)
                .operator(operator)
                .reason(reason);
        ingress.publish(slot);
        return sequence;
    }

    /**
     * Explains a difference to the venue.
     *
     * @param id the explanation's own name
     * @param amount in the currency of the difference at 1e-8, signed
     */
    long resolve(String id, long breakId, Account account, long amount, String operator, String reason) {
        EventSlot slot = ingress.claim();
        long sequence = ingress.sequenceOf(slot);
        new ResolutionEvent()
                .begin(slot, clock.nowNs())
                .breakId(breakId)
                .account(account.ordinal())
                .amount(amount)
                .operator(operator)
                .reason(reason)
                .resolutionId(id);
        ingress.publish(slot);
        return sequence;
    }

    /**
     * Changes a limit, a margin factor or a fee rate.
     *
     * @param instrument index in the universe, -1 for a limit of the account
     * @param value in the term's own fixed point
     */
    long change(Term term, int instrument, long value, String operator, String reason) {
        EventSlot slot = ingress.claim();
        long sequence = ingress.sequenceOf(slot);
        new TermEvent()
                .begin(slot, clock.nowNs())
                .term(term.ordinal())
                .instrument(instrument)
                .value(value)
                .operator(operator)
                .reason(reason);
        ingress.publish(slot);
        return sequence;
    }
}
