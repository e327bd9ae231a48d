package mnvh.report;

/**
 * Where a journal and its auditor part for the first time.
 *
 * @param inbound sequence of the inbound record in hand
 * @param record name of its kind
 * @param outbound sequence of the frame it caused, 0 for none
 * @param field what differs, in snake case
 * @param of symbol of the instrument or code of the currency; empty for neither
 * @param journal what the journal has, an exact decimal where it is a number
 * @param auditor what the auditor has, in the same unit
 */
public record AuditDifference(
        long inbound, String record, long outbound, String field, String of, String journal, String auditor) {
    /** @return one line for people */
    public String line() {
        return "inbound " + inbound + " (" + record + "), "
                + (outbound == 0 ? "no frame" : "frame " + outbound)
                + ": " + field + (of.isEmpty() ? "" : " of " + of)
                + ": the journal has " + journal + ", the auditor " + auditor;
    }
}
