package mnvh.daemon;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mnvh.monitor.Cause;
import mnvh.monitor.FoundCause;
import mnvh.monitor.LatencyReading;
import mnvh.monitor.Pause;
import mnvh.monitor.PauseCauses;
import mnvh.monitor.Stage;

/** A latency report for reading: stages, then the longest pauses with what is recorded for each; microseconds. */
final class LatencyPage {
    private final LatencyReport report;
    private final StringBuilder page = new StringBuilder();

    LatencyPage(LatencyReport report) {
        this.report = report;
    }

    /** @return the whole page */
    String text() {
        line(
                "mnvh %s (%s), Java %s, %s",
                report.build().version(),
                report.build().revision(),
                report.build().java(),
                report.machine());
        line("");
        line("Latency by stage, microseconds, whole session of %.1f s, warm-up included:", report.seconds());
        table(report.stages());
        if (!report.warm().isEmpty()) {
            line("");
            line("The same without the first %d s:", LatencyReport.WARM_UP_NS / 1_000_000_000L);
            table(report.warm());
        }
        line("");
        line("A cause is named where a record covers at least half of the pause. Overlaps marked <= are the most that");
        line("the kernel's counters of the thread allow: they are read every 10 ms, not at the pause, so for a pause");
        line("shorter than that the name is what may have been, not what was.");
        line(
                "Recorded by the JVM: %s. Counters of the kernel: %s. Long spans not taken for want of room: %d.",
                report.watched().recorded() ? "yes" : "NO, this JVM has no flight recorder",
                report.watched().counted() ? "yes" : "NO, not readable here",
                report.watched().dropped());
        line("");
        pauses("longest waits of events, from the edge to the handler's end or to the order", report.events());
        line("");
        pauses("longest hiccups, of a thread that trades nothing", report.hiccups());
        return page.toString();
    }

    private void table(Map<Stage, LatencyReading> readings) {
        line(
                "%-15s %10s %9s %9s %9s %9s %9s %9s  %s",
                "stage", "count", "p50", "p90", "p99", "p99.9", "p99.99", "max", "what");
        readings.forEach((stage, reading) -> {
            if (reading.count() > 0) {
                line(
                        "%-15s %10d %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f  %s",
                        stage.label(),
                        reading.count(),
                        us(reading.percentileNs(0.5)),
                        us(reading.percentileNs(0.9)),
                        us(reading.percentileNs(0.99)),
                        us(reading.percentileNs(0.999)),
                        us(reading.percentileNs(0.9999)),
                        us(reading.maxNs()),
                        stage.description());
            }
        });
    }

    private void pauses(String what, List<Pause> listed) {
        line("The %d %s.", listed.size(), what);
        line("By cause: %s", byCause(listed));
        line(
                "%3s %10s %10s %10s %10s %6s %-15s %s",
                "", "at s", "us", "queued", "handled", "spans", "seen in", "cause");
        int number = 0;
        for (Pause pause : listed) {
            number++;
            List<FoundCause> found = report.watched().causes().of(pause);
            line(
                    "%3d %10.3f %10.1f %10.1f %10.1f %6d %-15s %s: %s",
                    number,
                    report.secondsAt(pause.startNs()),
                    us(pause.durationNs()),
                    us(pause.takenNs() - pause.startNs()),
                    us(pause.endNs() - pause.takenNs()),
                    pause.spans(),
                    pause.stage().label(),
                    PauseCauses.named(pause, found).label().toUpperCase(Locale.ROOT),
                    found.isEmpty()
                            ? "nothing is recorded"
                            : found.stream().map(LatencyPage::shown).collect(Collectors.joining("; ")));
        }
    }

    private String byCause(List<Pause> listed) {
        Map<Cause, Long> counts = new EnumMap<>(Cause.class);
        for (Pause pause : listed) {
            counts.merge(PauseCauses.named(pause, report.watched().causes().of(pause)), 1L, Long::sum);
        }
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey().label() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String shown(FoundCause found) {
        String name = found.cause().label() + " (" + found.what() + ")";
        if (found.overlapNs() == 0) {
            return name;
        }
        boolean bound = !found.exact() && found.cause() != Cause.BESIDE;
        return String.format(Locale.ROOT, "%s %s%.0f", name, bound ? "<=" : "", us(found.overlapNs()));
    }

    private static double us(long ns) {
        return ns / LatencyReport.NS_PER_US;
    }

    private void line(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
