package mnvh.report;

import java.nio.ByteBuffer;
import mnvh.audit.AuditFees;
import mnvh.event.FrameReader;
import mnvh.event.SectionKind;
import mnvh.event.TermEvent;
import mnvh.event.TermSection;
import mnvh.units.Liquidity;
import mnvh.units.Term;
import mnvh.universe.Universe;

/**
 * Takes changed fees into the auditor's books where the frame says that they changed, and compares what it says.
 *
 * <p>Whether there was room for another change is the daemon's word. Limits and margins move no books. One thread.
 */
final class AuditTerms {
    private final AuditFees fees;
    private final Universe universe;
    private final TermEvent asked = new TermEvent();
    private final FrameReader reader = new FrameReader();
    private final TermSection section = new TermSection();

    AuditTerms(AuditFees fees, Universe universe) {
        this.fees = fees;
        this.universe = universe;
    }

    /** Takes a record, and the frame that it caused. */
    void take(ByteBuffer record, int at, ByteBuffer frame, int frameAt) {
        asked.wrap(record, at);
        reader.wrap(frame, frameAt);
        while (reader.next()) {
            if (reader.kind() == SectionKind.TERM) {
                check(section.wrap(frame, reader.start()));
            }
        }
    }

    private void check(TermSection changed) {
        AuditMismatch.requireCount("changed term", "", changed.term(), asked.term());
        AuditMismatch.requireCount("instrument of a changed term", "", changed.instrument(), asked.instrument());
        AuditMismatch.requireCount("value of a changed term", "", changed.after(), asked.value());
        Term term = Term.of(asked.term());
        if (term.fee()) {
            Liquidity liquidity = term == Term.MAKER_BPS ? Liquidity.MAKER : Liquidity.TAKER;
            String symbol = universe.get(asked.instrument()).symbol();
            AuditMismatch.require(
                    "fee before its change", symbol, changed.before(), fees.rate(asked.instrument(), liquidity));
            fees.amend(asked.instrument(), liquidity, asked.value());
        }
    }
}
