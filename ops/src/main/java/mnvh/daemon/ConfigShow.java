package mnvh.daemon;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mnvh.config.ConfigLoader;
import mnvh.config.ConfigReport;
import mnvh.config.LoadedConfig;
import mnvh.config.LoadedConfig.Setting;
import mnvh.report.CsvWriter;
import mnvh.report.JsonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mnvh config show}: every key with the value that a run would use. */
@Command(
        name = "show",
        description = "Prints every key with the value that a run would use.",
        footer = {
            "",
            "Examples:",
            "  mnvh config show --origin",
            "  mnvh config show --set risk.max_drawdown_ratio=0.2 -o json"
        })
final class ConfigShow implements Callable<Integer> {
    private final Screen screen;

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Option(names = "--origin", description = "Says where each value comes from.")
    private boolean origin;

    @Mixin
    private OutputFlag output = new OutputFlag();

    ConfigShow(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        LoadedConfig loaded = ConfigLoader.load(config.file(), config.sets(List.of()), System.getenv());
        Screen chosen = output.on(screen);
        Map<String, Setting> settings = loaded.settings();
        switch (chosen.format()) {
            case TABLE -> chosen.out().print(ConfigReport.show(loaded, origin));
            case CSV -> {
                CsvWriter csv = new CsvWriter(chosen.out());
                csv.row("key", "value", "origin");
                settings.forEach((key, setting) -> csv.row(key, setting.text(), setting.origin()));
            }
            case JSON -> {
                JsonWriter json = new JsonWriter(chosen.out(), false).begin();
                settings.forEach((key, setting) -> json.begin(key)
                        .field("value", setting.text())
                        .field("origin", setting.origin())
                        .end());
                json.end();
            }
        }
        chosen.out().flush();
        return ExitCode.OK.number();
    }
}
