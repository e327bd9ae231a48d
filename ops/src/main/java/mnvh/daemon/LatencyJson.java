package mnvh.daemon;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import mnvh.monitor.FoundCause;
import mnvh.monitor.LatencyReading;
import mnvh.monitor.Pause;
import mnvh.monitor.PauseCauses;
import mnvh.monitor.Stage;
import mnvh.monitor.ThreadWindow;
import mnvh.report.JsonWriter;

/** A latency report as one JSON document: the numbers of {@link LatencyPage} and the counters behind the bounds. */
final class LatencyJson {
    private final LatencyReport report;
    private final JsonWriter json;

    LatencyJson(LatencyReport report, PrintWriter out) {
        this.report = report;
        this.json = new JsonWriter(out, false);
    }

    void write() {
        json.begin();
        json.field("version", report.build().version())
                .field("revision", report.build().revision());
        json.field("java", report.build().java()).field("machine", report.machine());
        json.field("seconds", report.seconds());
        json.field("jvm_recorded", report.watched().recorded());
        json.field("kernel_counted", report.watched().counted());
        json.field("spans_dropped", report.watched().dropped());
        writeStages("stages", report.stages());
        writeStages("stages_without_warm_up", report.warm());
        json.beginArray("pauses");
        report.events().forEach(this::writePause);
        json.endArray().beginArray("hiccups");
        report.hiccups().forEach(this::writePause);
        json.endArray().end();
    }

    private void writeStages(String name, Map<Stage, LatencyReading> readings) {
        json.beginArray(name);
        readings.forEach((stage, reading) -> {
            json.beginElement().field("stage", stage.label()).field("what", stage.description());
            json.field("count", reading.count()).field("mean_us", reading.meanNs() / LatencyReport.NS_PER_US);
            json.field("p50_us", us(reading.percentileNs(0.5))).field("p90_us", us(reading.percentileNs(0.9)));
            json.field("p99_us", us(reading.percentileNs(0.99)));
            json.field("p99_9_us", us(reading.percentileNs(0.999)));
            json.field("p99_99_us", us(reading.percentileNs(0.9999)));
            json.field("max_us", us(reading.maxNs())).end();
        });
        json.endArray();
    }

    private void writePause(Pause pause) {
        List<FoundCause> found = report.watched().causes().of(pause);
        json.beginElement().field("at_s", report.secondsAt(pause.startNs()));
        json.field("us", us(pause.durationNs())).field("stage", pause.stage().label());
        json.field("sequence", pause.sequence()).field("spans", pause.spans());
        json.field("queued_us", us(pause.takenNs() - pause.startNs()));
        json.field("handled_us", us(pause.endNs() - pause.takenNs()));
        json.field("cause", PauseCauses.named(pause, found).label());
        json.beginArray("found");
        for (FoundCause one : found) {
            json.beginElement().field("cause", one.cause().label()).field("what", one.what());
            json.field("overlap_us", us(one.overlapNs()))
                    .field("exact", one.exact())
                    .end();
        }
        json.endArray().beginArray("threads");
        for (ThreadWindow window : pause.windows()) {
            json.beginElement().field("thread", window.thread()).field("window_us", us(window.windowNs()));
            json.field("cpu_us", us(window.cpuNs())).field("run_delay_us", us(window.runDelayNs()));
            json.field("minor_faults", window.minorFaults()).field("major_faults", window.majorFaults());
            json.field("looks", window.looks())
                    .field("blocked_looks", window.blockedLooks())
                    .end();
        }
        json.endArray().end();
    }

    private static double us(long ns) {
        return ns / LatencyReport.NS_PER_US;
    }
}
