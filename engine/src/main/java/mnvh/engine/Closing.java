package mnvh.engine;

import mnvh.event.CloseObstacle;
import mnvh.event.Notice;
import mnvh.risk.Basket;
import mnvh.risk.RiskInputs;
import mnvh.risk.WorkingOrders;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.strategy.CrossSection;
import mnvh.units.HotPath;
import mnvh.universe.Universe;

/**
 * Closing every position: the list, and what stands in its way, each instrument told once for as long as it does.
 *
 * <p>What cannot be closed holds nothing else up, and is closed once it can be traded. A limit reached meanwhile is
 * told and stops nothing, for closing is what it would ask for. Core thread only; allocates nothing after construction.
 */
@HotPath
final class Closing implements Stateful {
    private static final int NOTHING = CloseObstacle.NONE.ordinal();

    private final Universe universe;
    private final Portfolio portfolio;
    private final EngineState engine;
    private final Reconciler reconciler;
    private final CrossSection crossSection;
    private final int[] told;
    private long limitsTold;

    Closing(
            Universe universe,
            Portfolio portfolio,
            EngineState engine,
            Reconciler reconciler,
            CrossSection crossSection) {
        this.universe = universe;
        this.portfolio = portfolio;
        this.engine = engine;
        this.reconciler = reconciler;
        this.crossSection = crossSection;
        this.told = new int[universe.size()];
    }

    /** Forgets what was told as soon as nothing is being closed any more; asked at every step. */
    void onStep() {
        if (engine.flattening()) {
            return;
        }
        limitsTold = 0;
        for (int i = 0; i < told.length; i++) {
            told[i] = NOTHING;
        }
    }

    /** Says once that a loss limit is reached while everything is being closed. */
    void limit(Notice reason, long value, long limit) {
        long bit = 1L << reason.ordinal();
        if ((limitsTold & bit) == 0) {
            limitsTold |= bit;
            engine.alarm(reason, -1, value, limit);
        }
    }

    /** Proposes to close what has a fresh price; once nothing is held or works, closing ends in a halt. */
    void propose(long[] inventory, long[] marks, Basket basket) {
        basket.clear();
        boolean flat = true;
        for (int i = 0; i < inventory.length; i++) {
            flat &= portfolio.ledger().position(i) == 0 && !works(i);
            if (crossSection.present(i)) {
                basket.leash[i] = Math.negateExact(universe.get(i).notional(inventory[i], marks[i]));
                basket.notional[i] = basket.leash[i];
            }
        }
        if (flat) {
            engine.halt(Notice.FLATTENED, -1, 0, 0);
        }
    }

    /** Says what of the list did not become an order though something is held, and what can be closed again. */
    void tell(Basket basket, RiskInputs inputs, boolean[] halted) {
        for (int i = 0; i < told.length && engine.flattening(); i++) {
            CloseObstacle obstacle = obstacle(i, basket, inputs, halted);
            if (obstacle.ordinal() != told[i]) {
                told[i] = obstacle.ordinal();
                long verdict = obstacle == CloseObstacle.DENIED ? basket.verdict[i].ordinal() : 0;
                engine.alarm(Notice.CLOSING_BLOCKED, i, told[i], verdict);
            }
        }
    }

    private CloseObstacle obstacle(int i, Basket basket, RiskInputs inputs, boolean[] halted) {
        if (portfolio.ledger().position(i) == 0 || basket.quantity[i] != 0) {
            return CloseObstacle.NONE;
        }
        if (halted[i]) {
            return CloseObstacle.VENUE_HALTED;
        }
        if (reconciler.blocked(i)) {
            return CloseObstacle.POSITION_DIFFERS;
        }
        if (crossSection.quarantined(i)) {
            return CloseObstacle.QUARANTINED;
        }
        if (!inputs.present[i]) {
            return CloseObstacle.NO_PRICE;
        }
        return works(i) ? CloseObstacle.NONE : CloseObstacle.DENIED;
    }

    private boolean works(int i) {
        WorkingOrders working = portfolio.working();
        return working.buys(i) != 0 || working.sells(i) != 0;
    }

    /** What is told is state of a closing alone. */
    @Override
    public void writeTo(StateWriter writer) {
        if (!engine.flattening()) {
            return;
        }
        writer.putLong(limitsTold);
        for (int obstacle : told) {
            writer.putInt(obstacle);
        }
    }
}
