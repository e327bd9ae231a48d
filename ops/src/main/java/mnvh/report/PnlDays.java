package mnvh.report;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mnvh.audit.AuditReadings;
import mnvh.audit.Exact;
import mnvh.event.EventHeader;
import mnvh.event.TimerEvent;
import mnvh.report.ExactTable.Kind;
import mnvh.units.Component;

/**
 * Splits profit by the day, in UTC, of the steps: from the last step of the day before to its own last.
 *
 * <p>What comes after the last step belongs to the last day. One thread.
 */
final class PnlDays implements PnlWatch {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final AuditRecords records;
    private final AuditReadings readings;
    private final TimerEvent timer = new TimerEvent();
    private final List<Day> days = new ArrayList<>();
    private State latest;
    private long steps;
    private long lastNs;

    /** The books at some time, in the reporting currency. */
    private record State(long fills, Exact equity, List<Exact> components) {}

    /** A day that has steps. */
    private static final class Day {
        private final long day;
        private final State before;
        private State after;
        private long steps;

        Day(long day, State before) {
            this.day = day;
            this.before = before;
            this.after = before;
        }
    }

    PnlDays(AuditRecords records) {
        this.records = records;
        this.readings = records.readings();
        this.latest = state();
    }

    private State state() {
        List<Exact> components = new ArrayList<>();
        for (Component component : PnlRows.COMPONENTS) {
            components.add(readings.component(component));
        }
        return new State(records.fills(), readings.equity(), components);
    }

    @Override
    public void taken(ByteBuffer record, int at) {
        lastNs = EventHeader.timestampNs(record, at);
        if (records.steps() > steps) {
            steps = records.steps();
            Day day = at(Math.floorDiv(timer.wrap(record, at).closeNs(), DAY_NS));
            day.steps++;
            latest = state();
            day.after = latest;
        }
    }

    private Day at(long day) {
        if (days.isEmpty() || days.get(days.size() - 1).day != day) {
            days.add(new Day(day, latest));
        }
        return days.get(days.size() - 1);
    }

    @Override
    public void finished() {
        if (days.isEmpty()) {
            days.add(new Day(Math.floorDiv(lastNs, DAY_NS), latest));
        }
        days.get(days.size() - 1).after = state();
    }

    @Override
    public ExactTable table() {
        String[] names = PnlRows.COMPONENTS.stream().map(SessionReport::name).toArray(String[]::new);
        ExactTable table = new ExactTable("rows")
                .columns(Kind.TEXT, "day")
                .columns(Kind.NUMBER, "steps", "fills")
                .columns(Kind.SUM, names)
                .columns(Kind.NUMBER, "equity")
                .columns(Kind.SUM, "profit");
        for (Day day : days) {
            table.text(LocalDate.ofEpochDay(day.day).toString())
                    .text(Long.toString(day.steps))
                    .text(Long.toString(day.after.fills - day.before.fills));
            Exact profit = Exact.ZERO;
            for (int k = 0; k < names.length; k++) {
                Exact gained = day.after.components.get(k).subtract(day.before.components.get(k));
                table.number(gained);
                profit = profit.add(gained);
            }
            table.number(day.after.equity).number(profit).end();
        }
        return table;
    }
}
