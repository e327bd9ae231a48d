package mnvh.engine;

import mnvh.event.EventSlot;
import mnvh.event.Notice;
import mnvh.event.OutboundFrame;
import mnvh.event.SectionKind;
import mnvh.event.TermEvent;
import mnvh.event.TermSection;
import mnvh.risk.BasketPipeline;
import mnvh.risk.Limits;
import mnvh.risk.Margins;
import mnvh.state.StateWriter;
import mnvh.state.Stateful;
import mnvh.units.HotPath;
import mnvh.units.Liquidity;
import mnvh.units.Term;

/**
 * Puts changed limits, margins and fees in force, from the record that asks for it on.
 *
 * <p>What cannot be is told and changes nothing: a typing error halts nobody. What is above a lowered limit already
 * stays, and only trades pass that reduce it. Another fee holds for fills stamped later than the venue's newest record
 * before the request, for the venue's clock is not that of who asks. Core thread only; allocates nothing after
 * construction.
 */
@HotPath
final class TermChanges implements Stateful {
    private final Limits limits;
    private final Margins margins;
    private final Portfolio portfolio;
    private final EngineState engine;
    private final int instruments;
    private final boolean hedges;
    private long venueNs = Long.MIN_VALUE;
    private final TermEvent event = new TermEvent();
    private final TermSection section = new TermSection();

    /** @param hedges whether a hedge that cannot be traded leaves the beta limit alone to hold the book */
    TermChanges(BasketPipeline pipeline, Portfolio portfolio, EngineState engine, int instruments, boolean hedges) {
        this.hedges = hedges;
        this.limits = pipeline.limits();
        this.margins = pipeline.margins();
        this.portfolio = portfolio;
        this.engine = engine;
        this.instruments = instruments;
    }

    /** Notes the time of a record of the venue. */
    void at(long timestampNs) {
        venueNs = Math.max(venueNs, timestampNs);
    }

    /** Takes a request. */
    void on(EventSlot slot, OutboundFrame frame) {
        event.wrap(slot.buffer(), 0);
        int ordinal = event.term();
        int i = event.instrument();
        long to = event.value();
        if (ordinal < 0
                || ordinal >= Term.count()
                || !owned(Term.of(ordinal), i)
                || !Term.of(ordinal).holds(to)) {
            engine.alarm(Notice.TERM_REFUSED, i, to);
            return;
        }
        Term term = Term.of(ordinal);
        long before = inForce(term, i);
        if (!change(term, i, to)) {
            engine.alarm(Notice.TERM_REFUSED, i, to, before);
            return;
        }
        section.wrap(frame.buffer(), frame.section(SectionKind.TERM, TermSection.LENGTH))
                .term(ordinal)
                .instrument(i)
                .before(before)
                .after(to);
        engine.alarm(Notice.TERM_CHANGED, i, to, before);
    }

    private boolean owned(Term term, int i) {
        return term.limit() ? i == -1 : i >= 0 && i < instruments;
    }

    private long inForce(Term term, int i) {
        if (term.fee()) {
            return portfolio.fees().rateOf(i, liquidity(term));
        }
        return term.limit() ? limits.of(term) : margins.factor(i);
    }

    private boolean change(Term term, int i, long to) {
        if (term.limit()) {
            boolean needed = hedges && term == Term.MAX_MARKET_BETA_RATIO;
            return !(needed && to == Term.NONE) && limits.change(term, to);
        }
        if (term.fee()) {
            return portfolio.ledger().amendFee(i, liquidity(term), to, venueNs);
        }
        margins.scale(i, to);
        return true;
    }

    private static Liquidity liquidity(Term term) {
        return term == Term.MAKER_BPS ? Liquidity.MAKER : Liquidity.TAKER;
    }

    @Override
    public void writeTo(StateWriter writer) {
        writer.putLong(venueNs);
    }
}
