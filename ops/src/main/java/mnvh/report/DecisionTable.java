package mnvh.report;

import mnvh.event.DecisionSection;
import mnvh.units.DecimalText;

/** What the gate saw of a list: one line for each check of the whole of it. */
final class DecisionTable {
    private DecisionTable() {}

    /** Adds the lines to a table of check, before, after, limit. */
    static void write(ExactTable table, DecisionSection s) {
        line(table, "cash, at least the floor", s.cashBefore(), s.cashAfter(), s.cashFloor());
        line(table, "cash demand S, at most", 0, s.demand(), s.demandMost());
        if (s.demandLeast() != Long.MIN_VALUE) {
            line(table, "cash demand S, at least", 0, s.demand(), s.demandLeast());
        }
        line(table, "gross exposure", s.grossBefore(), s.grossAfter(), s.grossLimit());
        line(table, "net exposure, either side", s.netBefore(), s.netAfter(), s.netLimit());
        line(table, "market beta, either side", s.marketBetaBefore(), s.marketBetaAfter(), s.marketBetaLimit());
        line(table, "worst-case margin", s.marginBefore(), s.marginAfter(), s.marginLimit());
        table.text("requests of the last second").text("");
        table.text(Integer.toString(s.messages())).text(VerdictNames.limit(s.messagesLimit()));
        table.end();
        table.text("working orders").text("");
        table.text(Integer.toString(s.working())).text(VerdictNames.limit(s.workingLimit()));
        table.end();
    }

    static ExactTable table() {
        return new ExactTable("checks")
                .columns(ExactTable.Kind.TEXT, "check")
                .columns(ExactTable.Kind.NUMBER, "before", "after", "limit");
    }

    static void line(ExactTable table, String check, long before, long after, long limit) {
        table.text(check).text(DecimalText.format(before)).text(DecimalText.format(after));
        table.text(VerdictNames.limit(limit)).end();
    }
}
