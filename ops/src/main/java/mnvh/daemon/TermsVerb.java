package mnvh.daemon;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mnvh terms}: the group of verbs about what a running daemon trades under. */
@Command(
        name = "terms",
        description = "Shows and changes limits, margin factors and fees of a running daemon.",
        footer = {
            "",
            "Examples:",
            "  mnvh terms change risk.max_order_notional 20000 --by alice --reason thin",
            "  mnvh terms show"
        })
final class TermsVerb implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which: show or change");
    }
}
