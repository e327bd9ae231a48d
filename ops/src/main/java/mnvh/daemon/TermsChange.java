package mnvh.daemon;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mnvh terms change}: a named operator changes a limit, a margin factor or a fee of the running daemon. */
@Command(
        name = "change",
        description = "Changes a limit, or what the venue asks, until the daemon ends; journaled with who and why;"
                + " exit code 7 when it cannot be that.",
        footer = {
            "",
            "Examples:",
            "  mnvh terms change margin.factor 2 --instrument BTC-PERP --by al --reason told",
            "  mnvh terms change fees.taker_bps 6 --instrument BTC-PERP --by al --reason new",
            "  mnvh terms change risk.max_order_notional 20000 --by alice --reason thin"
        })
final class TermsChange implements Callable<Integer> {
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "TERM",
            description = "A limit by its key, risk.max_order_notional and the like, as terms show lists them; or"
                    + " margin.factor, fees.maker_bps, fees.taker_bps.")
    private String term = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "What it is to be, as in the configuration.")
    private String value = "";

    @Option(
            names = "--instrument",
            paramLabel = "SYMBOL",
            description = "Whose margin factor or fee; limits are the account's and take none.")
    private String instrument = "";

    @Mixin
    private ControlFlags flags = new ControlFlags();

    @Mixin
    private OutputFlag output = new OutputFlag();

    TermsChange(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws InterruptedException {
        ControlRequest request = flags.request("/v1/terms/change")
                .send("term", term)
                .tell("term", term)
                .send("value", value)
                .tell("value", value);
        if (!instrument.isEmpty()) {
            request.send("instrument", instrument);
        }
        return request.settle(output.on(screen), List.of("changed")).number();
    }
}
