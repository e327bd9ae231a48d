package mnvh.daemon;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mnvh.monitor.ReadingTable;
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
        Map<String, String> fields = flags.fields();
        fields.put("break", breakId);
        fields.put("account", account);
        fields.put("amount", amount);
        ControlClient client = flags.client();
        long sequence = client.post("/v1/reconcile/resolve", flags.key(), fields);
        String outcome = client.outcome(sequence);
        TablePage.print(
                ReadingTable.of(
                        List.of("break", "sequence", "outcome"), List.of(breakId, Long.toString(sequence), outcome)),
                output.on(screen));
        boolean booked = "booked".equals(outcome) || "repeated".equals(outcome);
        return (booked ? ExitCode.OK : ExitCode.CONTROL_REFUSED).number();
    }
}
