package mnvh.daemon;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mnvh reconcile resolve}: books, by a named operator, what a difference in cash was. */
@Command(
        name = "resolve",
        description = "Explains a difference in cash, or a part of it; exit code 7 when the explanation does not fit.",
        footer = {
            "",
            "Examples:",
            "  mnvh reconcile resolve --break 9 --account interest --amount 2 \\",
            "      --by alice --reason coupon",
            "  mnvh reconcile status"
        })
final class ReconcileResolve implements Callable<Integer> {
    private final Screen screen;

    @Option(names = "--break", required = true, paramLabel = "ID", description = "Number of the difference.")
    private String breakId = "";

    @Option(
            names = "--account",
            required = true,
            paramLabel = "NAME",
            description = "What it was: trading-fees, clearing-fees, regulatory-fees, taxes, other-fees, rebates,"
                    + " funding, borrow, interest or external.")
    private String account = "";

    @Option(
            names = "--amount",
            required = true,
            paramLabel = "X",
            description = "How much of it, with its sign, in its currency: positive where the venue has more.")
    private String amount = "";

    @Mixin
    private ControlFlags flags = new ControlFlags();

    @Mixin
    private OutputFlag output = new OutputFlag();

    ReconcileResolve(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws InterruptedException {
        return flags.request("/v1/reconcile/resolve")
                .send("break", breakId)
                .tell("break", breakId)
                .send("account", account)
                .send("amount", amount)
                .settle(output.on(screen), List.of("booked", "repeated"))
                .number();
    }
}
