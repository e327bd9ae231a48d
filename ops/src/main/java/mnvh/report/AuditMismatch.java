package mnvh.report;

import java.math.BigDecimal;
import mnvh.audit.Exact;
import mnvh.units.FixedPoint;

/** The journal and the auditor do not have the same; ends the audit. */
final class AuditMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String of;
    private final String journal;
    private final String auditor;

    AuditMismatch(String field, String of, String journal, String auditor) {
        super(field + " of " + of + ": " + journal + ", " + auditor);
        this.field = field;
        this.of = of;
        this.journal = journal;
        this.auditor = auditor;
    }

    /** @throws AuditMismatch unless both numbers at 10^-8 are the same */
    static void require(String field, String of, long journal, Exact auditor) {
        if (!auditor.is(journal)) {
            throw new AuditMismatch(field, of, text(Exact.of(journal)), text(auditor));
        }
    }

    /** @throws AuditMismatch unless both counts, indices or flags are the same */
    static void requireCount(String field, String of, long journal, long auditor) {
        if (journal != auditor) {
            throw new AuditMismatch(field, of, Long.toString(journal), Long.toString(auditor));
        }
    }

    /** @return a number at 10^-8 as the shortest exact decimal */
    static String text(Exact value) {
        return new BigDecimal(value.toBigInteger(), FixedPoint.DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** @return this as the difference of a record and its frame */
    AuditDifference at(long inbound, String record, long outbound) {
        return new AuditDifference(inbound, record, outbound, field, of, journal, auditor);
    }
}
