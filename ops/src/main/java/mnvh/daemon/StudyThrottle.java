package mnvh.daemon;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mnvh.report.CsvWriter;
import mnvh.report.JsonWriter;
import mnvh.study.ThrottleStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh study throttle}: delay and false alarms of the throttle where reversion turns into trend. */
@Command(
        name = "throttle",
        description = {
            "Generates markets with a known rho that turns into its opposite, and tells how many steps the throttle",
            "needs to come down to 0.1, and how often it is below 0.5 while rho is still positive."
        },
        footer = {
            "",
            "Examples:",
            "  mnvh study throttle --seed 1 --trials 5 --rho 0.05,0.2 --window 60",
            "  mnvh study throttle --trials 2 --rho 0.1 --window 60 -o csv"
        })
final class StudyThrottle implements Callable<Integer> {
    /** Past two windows nothing of before the switch is left; what comes later is chance. */
    private static final int TREND_WINDOWS = 4;

    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", paramLabel = "N", description = "Of the first market (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--trials", paramLabel = "N", description = "Markets per row (default: ${DEFAULT-VALUE}).")
    private int trials = 200;

    @Option(
            names = "--rho",
            paramLabel = "RHO",
            split = ",",
            description = "Levels before the switch, within 0 and 1 (default: 0.02,0.05,0.1,0.2).")
    private List<Double> rhos = List.of(0.02, 0.05, 0.1, 0.2);

    @Option(
            names = "--window",
            paramLabel = "STEPS",
            split = ",",
            description = "Windows of the estimators (default: 60,120,240,390).")
    private List<Integer> windows = List.of(60, 120, 240, 390);

    @Option(
            names = "--instruments",
            paramLabel = "N",
            description = "Instruments of a market (default: ${DEFAULT-VALUE}).")
    private int instruments = 40;

    @Option(
            names = "--judged-steps",
            paramLabel = "N",
            description = "Steps with positive rho that are judged (default: ${DEFAULT-VALUE}).")
    private int judgedSteps = 500;

    @Option(
            names = "--cost-bps",
            paramLabel = "X",
            description = "Fee and half spread for the edge factor, basis points (default: ${DEFAULT-VALUE}).")
    private double costBps;

    @Mixin
    private OutputFlag output = new OutputFlag();

    StudyThrottle(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        check(trials >= 1 && trials <= 100_000, "--trials must be within 1 and 100000, got " + trials);
        check(instruments >= 2 && instruments <= 1000, "--instruments must be within 2 and 1000, got " + instruments);
        check(
                judgedSteps >= 1 && judgedSteps <= 1_000_000,
                "--judged-steps must be within 1 and 1000000, got " + judgedSteps);
        check(costBps >= 0 && costBps <= 1000, "--cost-bps must be within 0 and 1000, got " + costBps);
        for (double rho : rhos) {
            check(rho > 0 && rho < 1, "--rho must be between 0 and 1, got " + rho);
        }
        for (int window : windows) {
            check(window > 5 && window <= 100_000, "--window must be within 6 and 100000, got " + window);
        }
        Screen chosen = output.on(screen);
        ThrottleStudy.Setting setting =
                new ThrottleStudy.Setting(seed, trials, instruments, judgedSteps, TREND_WINDOWS, costBps);
        print(ThrottleStudy.run(setting, rhos, windows), chosen);
        return ExitCode.OK.number();
    }

    private void check(boolean fits, String otherwise) {
        if (!fits) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private static void print(List<ThrottleStudy.Row> rows, Screen screen) {
        PrintWriter out = screen.out();
        switch (screen.format()) {
            case TABLE -> {
                out.println("| rho | window | rho estimated | delay, median | delay, p90 | never seen | false alarms"
                        + " | jumps per 1000 steps |");
                out.println("|---|---|---|---|---|---|---|---|");
                rows.forEach(r -> out.println(String.format(
                        Locale.ROOT,
                        "| %.3f | %d | %.4f | %s | %s | %d | %.4f | %.2f |",
                        r.rho(),
                        r.windowSteps(),
                        r.meanRho(),
                        steps(r.delayMedian()),
                        steps(r.delayP90()),
                        r.unseen(),
                        r.falseAlarmRatio(),
                        r.jumpsPerThousand())));
            }
            case CSV -> {
                CsvWriter csv = new CsvWriter(out);
                csv.row(
                        "rho",
                        "window_steps",
                        "mean_rho",
                        "delay_median_steps",
                        "delay_p90_steps",
                        "unseen",
                        "false_alarm_ratio",
                        "jumps_per_thousand");
                rows.forEach(r -> csv.cell(r.rho())
                        .cell(r.windowSteps())
                        .cell(r.meanRho())
                        .cell(r.delayMedian())
                        .cell(r.delayP90())
                        .cell(r.unseen())
                        .cell(r.falseAlarmRatio())
                        .cell(r.jumpsPerThousand())
                        .endRow());
            }
            case JSON -> {
                JsonWriter json = new JsonWriter(out, false).begin().beginArray("rows");
                for (ThrottleStudy.Row r : rows) {
                    json.beginElement()
                            .field("rho", r.rho())
                            .field("window_steps", (long) r.windowSteps())
                            .field("mean_rho", r.meanRho())
                            .field("delay_median_steps", r.delayMedian())
                            .field("delay_p90_steps", r.delayP90())
                            .field("unseen", (long) r.unseen())
                            .field("false_alarm_ratio", r.falseAlarmRatio())
                            .field("jumps_per_thousand", r.jumpsPerThousand())
                            .end();
                }
                json.endArray().end();
            }
        }
        out.flush();
    }

    private static String steps(double delay) {
        return Double.isNaN(delay) ? "n/a" : String.format(Locale.ROOT, "%.0f", delay);
    }
}
