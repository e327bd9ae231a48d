package mnvh.bench;

import java.io.PrintWriter;
import mnvh.report.JsonWriter;

/** A report as one JSON document, with every repetition of every figure. */
public final class BenchJson {
    private BenchJson() {}

    /** Prints the document. */
    public static void print(BenchReport report, PrintWriter out) {
        Machine machine = report.machine();
        JsonWriter json = new JsonWriter(out, false).begin();
        json.begin("machine")
                .field("cpu", machine.cpu())
                .field("cores", machine.cores())
                .field("memory_bytes", machine.memoryBytes())
                .field("system", machine.system())
                .end();
        json.begin("jvm").field("java", machine.java()).field("collector", machine.collector());
        json.beginArray("flags");
        machine.flags().forEach(json::element);
        json.endArray().end();
        json.field("date", report.date())
                .field("load_before", report.loadBefore())
                .field("load_after", report.loadAfter())
                .field("brief", report.brief());
        json.beginArray("groups");
        for (BenchReport.Group group : report.groups()) {
            json.beginElement()
                    .field("name", group.name())
                    .field("summary", group.summary())
                    .field("seconds", group.seconds());
            json.beginArray("figures");
            group.figures().forEach(figure -> figure(figure, json));
            json.endArray().end();
        }
        json.endArray().end();
        out.flush();
    }

    private static void figure(Figure figure, JsonWriter json) {
        json.beginElement()
                .field("name", figure.name())
                .field("unit", figure.unit().text())
                .field("median", figure.samples().median());
        samples(figure.samples(), json);
        Samples limit = figure.limit();
        if (limit != null) {
            json.begin("limit").field("name", figure.limitName()).field("median", limit.median());
            samples(limit, json);
            json.end().field("ratio", figure.ratio());
        }
        Goal goal = figure.goal();
        if (goal != null) {
            json.begin("goal")
                    .field("text", FigureText.goal(figure))
                    .field("bound", goal.bound())
                    .field("of_limit", goal.relative())
                    .end()
                    .field("met", figure.met());
        }
        json.end();
    }

    private static void samples(Samples samples, JsonWriter json) {
        array("warm_up", samples.warmUp(), json);
        array("repetitions", samples.values(), json);
    }

    private static void array(String name, double[] values, JsonWriter json) {
        json.beginArray(name);
        for (double value : values) {
            json.element(value);
        }
        json.endArray();
    }
}
