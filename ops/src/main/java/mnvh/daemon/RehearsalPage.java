package mnvh.daemon;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.backtest.Rehearsal;
import mnvh.backtest.RehearsedOrder;
import mnvh.journal.RecordSeal;
import mnvh.monitor.ReadingTable;
import mnvh.report.CsvWriter;
import mnvh.report.JsonWriter;
import mnvh.report.OutputFormat;
import mnvh.units.DecimalText;
import org.jspecify.annotations.Nullable;

/** Prints rehearsals one session after the other: orders that differ and what they add up to. One thread. */
final class RehearsalPage {
    private static final List<String> COLUMNS = List.of(
            "session",
            "step",
            "time",
            "symbol",
            "side",
            "change",
            "sent",
            "rehearsed",
            "sent_price",
            "rehearsed_price",
            "notional",
            "check",
            "before",
            "after",
            "limit");
    private static final long SECOND_NS = 1_000_000_000L;

    private final Screen screen;
    private final CsvWriter csv;
    private final JsonWriter json;

    private RehearsalPage(Screen screen) {
        this.screen = screen;
        this.csv = new CsvWriter(screen.out());
        this.json = new JsonWriter(screen.out(), false);
    }

    /** Begins the page. */
    static RehearsalPage open(Screen screen) {
        RehearsalPage page = new RehearsalPage(screen);
        switch (screen.format()) {
            case TABLE -> {}
            case JSON -> page.json.begin().beginArray("sessions");
            case CSV -> page.csv.row(COLUMNS.toArray(String[]::new));
        }
        return page;
    }

    /** Appends a session. As CSV its orders alone are results; what they add up to is told beside them. */
    void session(String name, Rehearsal rehearsal) {
        switch (screen.format()) {
            case TABLE -> {
                if (!rehearsal.orders().isEmpty() && rehearsal.replay().matches()) {
                    TablePage.print(table(name, rehearsal), screen);
                    screen.out().println();
                }
                facts(name, rehearsal, screen.out());
            }
            case JSON -> write(name, rehearsal);
            case CSV -> {
                if (rehearsal.replay().matches()) {
                    table(name, rehearsal).rows().forEach(row -> csv.row(row.toArray(String[]::new)));
                }
                facts(name, rehearsal, screen.err());
            }
        }
    }

    /** Ends the page. */
    void close() {
        if (screen.format() == OutputFormat.JSON) {
            json.endArray().end();
        }
        screen.out().flush();
        screen.err().flush();
    }

    private static ReadingTable table(String name, Rehearsal rehearsal) {
        List<List<String>> rows = new ArrayList<>();
        for (RehearsedOrder order : rehearsal.orders()) {
            RehearsedOrder.Bound bound = order.bound();
            rows.add(List.of(
                    name,
                    Long.toString(order.step()),
                    time(order.closeNs()),
                    order.symbol(),
                    order.side().name(),
                    order.change().name(),
                    DecimalText.format(order.sent()),
                    DecimalText.format(order.under()),
                    DecimalText.format(order.sentPrice()),
                    DecimalText.format(order.underPrice()),
                    DecimalText.format(order.notional()),
                    bound.check(),
                    number(bound, bound.before()),
                    number(bound, bound.after()),
                    number(bound, bound.limit())));
        }
        return new ReadingTable(COLUMNS, rows);
    }

    private static String number(RehearsedOrder.Bound bound, long value) {
        return switch (bound.unit()) {
            case NONE -> "";
            case COUNT -> Long.toString(value);
            case DECIMAL -> DecimalText.format(value);
        };
    }

    private static String time(long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS), Math.floorMod(ns, SECOND_NS))
                .toString();
    }

    private static void facts(String name, Rehearsal rehearsal, PrintWriter out) {
        out.println(name + "  " + verdict(rehearsal) + "  "
                + rehearsal.replay().events() + " events, head hash "
                + RecordSeal.hex(rehearsal.replay().head()));
        if (!rehearsal.replay().matches()) {
            out.println(reason(rehearsal));
            return;
        }
        rehearsal.rehearsed().forEach(key -> out.println("rehearsed      " + say(key)));
        rehearsal.left().forEach(key -> out.println("not rehearsed  " + say(key)));
        Rehearsal.Totals totals = rehearsal.totals();
        out.println("orders         " + totals.sent() + " sent in " + totals.lists() + " lists: " + totals.unchanged()
                + " unchanged, " + totals.repriced() + " repriced, " + totals.scaled() + " scaled, " + totals.denied()
                + " denied; " + totals.raised() + " raised or new");
        out.println("notional       " + DecimalText.format(totals.notionalSent()) + " sent, "
                + DecimalText.format(totals.notionalUnder()) + " rehearsed");
        for (Map.Entry<String, Long> check : totals.checks().entrySet()) {
            out.println("by             " + check.getKey() + ": " + check.getValue());
        }
        out.println("halts          " + halts(rehearsal));
    }

    private static String say(Rehearsal.Key key) {
        return key.path() + ": " + key.recorded() + " -> " + key.other();
    }

    private static String halts(Rehearsal rehearsal) {
        Rehearsal.Halt first = rehearsal.firstHalt();
        if (first == null) {
            return "none";
        }
        RehearsedOrder.Bound bound = first.bound();
        String loss = bound.unit() == RehearsedOrder.Unit.NONE
                ? ""
                : " (" + number(bound, bound.after()) + " lost, limit " + number(bound, bound.limit()) + ")";
        return rehearsal.totals().haltedSteps() + " steps, first step " + first.step() + " at "
                + time(first.closeNs()) + ", " + bound.check() + loss + "; "
                + rehearsal.totals().sentSinceHalt() + " orders left since";
    }

    private static String verdict(Rehearsal rehearsal) {
        return rehearsal.replay().matches() ? "MATCH" : "DIFFERENT";
    }

    private static String reason(Rehearsal rehearsal) {
        String difference = rehearsal.replay().difference();
        return difference != null
                ? difference
                : rehearsal.replay().missing() + " journaled frames were not emitted, "
                        + rehearsal.replay().beyond() + " emitted ones are not in the journal";
    }

    private void write(String name, Rehearsal rehearsal) {
        boolean matches = rehearsal.replay().matches();
        json.beginElement()
                .field("session", name)
                .field("verdict", verdict(rehearsal))
                .field("events", rehearsal.replay().events())
                .field("head_hash", RecordSeal.hex(rehearsal.replay().head()))
                .field("difference", matches ? null : reason(rehearsal));
        write("rehearsed", rehearsal.rehearsed());
        write("not_rehearsed", rehearsal.left());
        if (matches) {
            write(rehearsal.totals(), rehearsal.firstHalt());
            json.beginArray("orders");
            ReadingTable table = table(name, rehearsal);
            for (List<String> row : table.rows()) {
                json.beginElement();
                for (int c = 1; c < COLUMNS.size(); c++) {
                    json.field(COLUMNS.get(c), row.get(c).isEmpty() ? null : row.get(c));
                }
                json.end();
            }
            json.endArray();
        }
        json.end();
    }

    private void write(String member, List<Rehearsal.Key> keys) {
        json.beginArray(member);
        for (Rehearsal.Key key : keys) {
            json.beginElement()
                    .field("key", key.path())
                    .field("recorded", key.recorded())
                    .field("new", key.other())
                    .end();
        }
        json.endArray();
    }

    private void write(Rehearsal.Totals totals, Rehearsal.@Nullable Halt first) {
        json.field("lists", totals.lists())
                .field("sent", totals.sent())
                .field("unchanged", totals.unchanged())
                .field("repriced", totals.repriced())
                .field("scaled", totals.scaled())
                .field("denied", totals.denied())
                .field("raised", totals.raised())
                .field("notional_sent", DecimalText.format(totals.notionalSent()))
                .field("notional_rehearsed", DecimalText.format(totals.notionalUnder()))
                .begin("checks");
        totals.checks().forEach(json::field);
        json.end().field("halted_steps", totals.haltedSteps()).field("sent_since_halt", totals.sentSinceHalt());
        if (first != null) {
            json.begin("first_halt")
                    .field("step", first.step())
                    .field("time", time(first.closeNs()))
                    .field("check", first.bound().check())
                    .field("lost", number(first.bound(), first.bound().after()))
                    .field("limit", number(first.bound(), first.bound().limit()))
                    .end();
        }
    }
}
