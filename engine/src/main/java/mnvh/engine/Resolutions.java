package mnvh.engine;

import mnvh.event.EventSlot;
import mnvh.event.Notice;
import mnvh.event.ResolutionEvent;
import mnvh.ledger.Account;
import mnvh.ledger.Ledger;
import mnvh.order.SeenExecutions;
import mnvh.order.SeenExecutions.Sighting;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;

/**
 * Books what operators say that differences in cash were.
 *
 * <p>An explanation that does not fit is refused and told, and books nothing: a typing error is no broken book, and so
 * nothing halts. One that was booked and comes again, by its own name, is told and not booked again; one that was
 * refused may come again under its name. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Resolutions implements Stateful {
    private static final int RECORD_CLASS = 1;

    private final Ledger ledger;
    private final EngineState engine;
    private final Reconciler reconciler;
    private final SeenExecutions seen = new SeenExecutions(ResolutionEvent.REMEMBERED);
    private final ResolutionEvent resolution = new ResolutionEvent();
    private final long nameless;
    /** Hash over what was booked so far, in its order. */
    private long taken;

    Resolutions(Ledger ledger, EngineState engine, Reconciler reconciler) {
        this.ledger = ledger;
        this.engine = engine;
        this.reconciler = reconciler;
        EventSlot empty = new EventSlot();
        this.nameless = new ResolutionEvent().begin(empty, 0).resolutionIdHash();
    }

    /** Books a part of a break, or all of it, to the account that explains it; positive: it was income. */
    void on(EventSlot slot) {
        resolution.wrap(slot.buffer(), 0);
        long name = resolution.resolutionIdHash();
        long amount = resolution.amount();
        Breaks breaks = reconciler.breaks();
        int b = breaks.indexOf(resolution.breakId());
        long open = b < 0 || !breaks.cause(b).booked() ? 0 : breaks.amount(b);
        if (name == nameless) {
            refuse(amount, open);
            return;
        }
        Sighting sighting = seen.look(RECORD_CLASS, 0, name)
                .with(resolution.breakId())
                .with(resolution.account())
                .with(amount)
                .sighting();
        if (sighting == Sighting.REPEATED) {
            engine.alarm(Notice.RESOLUTION_REPEATED, -1, amount, resolution.breakId());
        } else if (sighting == Sighting.FIRST && isPart(amount, open) && isBooked(breaks.owner(b), amount)) {
            seen.remember();
            taken = 31 * taken + name;
            reconciler.explained(b, amount);
        } else {
            refuse(amount, open);
        }
    }

    private static boolean isPart(long amount, long open) {
        return open > 0 ? amount > 0 && amount <= open : amount < 0 && amount >= open;
    }

    private boolean isBooked(int currency, long amount) {
        int account = resolution.account();
        if (account < 0 || account >= Account.count()) {
            return false;
        }
        try {
            ledger.resolve(currency, Account.of(account), amount);
            return true;
        } catch (ArithmeticException | IllegalArgumentException e) {
            return false;
        }
    }

    private void refuse(long amount, long open) {
        engine.alarm(Notice.RESOLUTION_REFUSED, -1, amount, open);
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(taken);
    }
}
