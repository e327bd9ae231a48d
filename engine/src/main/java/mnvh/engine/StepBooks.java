package mnvh.engine;

import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.ledger.Ledger;
import mnvh.risk.DrawdownLimit;
import mnvh.risk.TradingState;
import mnvh.risk.Verdict;
import mnvh.strategy.CrossSection;
import mnvh.units.Component;
import mnvh.units.HotPath;

/**
 * The books at the close of a step: marked, checked by their identities, and judged by the limits on what may be lost.
 *
 * <p>Core thread only; allocates nothing after construction.
 */
@HotPath
final class StepBooks {
    private final CrossSection crossSection;
    private final Portfolio portfolio;
    private final EngineState engine;
    private final Halt halt;
    private final DrawdownLimit drawdown;
    private final Closing closing;
    private final StepObserver observer;
    private final Certificates certificates;
    private final long[] marks;
    private boolean equityKnown = true;
    private long equity;
    private long residual;

    StepBooks(
            CrossSection crossSection,
            Portfolio portfolio,
            EngineState engine,
            Halt halt,
            DrawdownLimit drawdown,
            Closing closing,
            StepObserver observer,
            int instruments) {
        this.crossSection = crossSection;
        this.portfolio = portfolio;
        this.engine = engine;
        this.halt = halt;
        this.drawdown = drawdown;
        this.closing = closing;
        this.observer = observer;
        this.certificates = new Certificates(portfolio.ledger());
        this.marks = new long[instruments];
    }

    /** Closes the books of a step whose prices are closed; halts, and says why, where they do not allow to go on. */
    void close(long stepNumber, long closeNs, OutboundFrame frame) {
        mark();
        portfolio.ledger().closeStep(closeNs);
        check(stepNumber, closeNs, frame);
        certificates.write(stepNumber, residual, frame);
    }

    /** Marks every instrument that ever had a price; one that is absent keeps its last mark and so adds nothing. */
    private void mark() {
        Ledger ledger = portfolio.ledger();
        for (int i = 0; i < marks.length; i++) {
            marks[i] = crossSection.mark(i);
            if (marks[i] != 0) {
                ledger.mark(i, marks[i]);
            }
        }
    }

    private void check(long stepNumber, long closeNs, OutboundFrame frame) {
        residual = portfolio.identity().checkAll();
        equity = portfolio.ledger().equity();
        long external = portfolio.ledger().translation().component(Component.EXTERNAL);
        Verdict limit = drawdown.onEquity(closeNs, equity, external);
        if (residual != 0) {
            halt.now(Notice.IDENTITY_BROKEN, -1, residual, frame);
        }
        boolean active = engine.tradingState() != TradingState.HALTED;
        if (active && equity <= 0) {
            lost(Notice.BANKRUPT, 0, frame);
        } else if (active && limit == Verdict.DENIED_DRAWDOWN) {
            lost(Notice.DRAWDOWN_LIMIT, drawdown.peakEquity(), frame);
        } else if (active && limit == Verdict.DENIED_DAILY_LOSS) {
            lost(Notice.DAILY_LOSS_LIMIT, drawdown.dayStartEquity(), frame);
        }
        known(portfolio.ledger().translation().known());
        boolean trading = engine.tradingState() != TradingState.HALTED && !engine.flattening();
        observer.onBooks(stepNumber, closeNs, equity, external, trading);
    }

    /** What is being closed goes on being closed, however much was lost. */
    private void lost(Notice reason, long limit, OutboundFrame frame) {
        if (engine.flattening()) {
            closing.limit(reason, equity, limit);
        } else {
            halt.now(reason, -1, equity, limit, frame);
        }
    }

    private void known(boolean now) {
        if (equityKnown && !now) {
            engine.alarm(Notice.EQUITY_UNKNOWN, -1, equity);
        }
        equityKnown = now;
    }

    /** @return price in force of each instrument at 1e-8, 0 for one that never had any; not a copy */
    long[] marks() {
        return marks;
    }

    /** @return equity at the close, in the reporting currency at 1e-8 */
    long equity() {
        return equity;
    }

    /** @return true when every currency with any equity had a rate fresh enough */
    boolean equityKnown() {
        return equityKnown;
    }

    /** @return what the identities leave unexplained at 1e-8; anything but 0 has halted trading */
    long residual() {
        return residual;
    }
}
