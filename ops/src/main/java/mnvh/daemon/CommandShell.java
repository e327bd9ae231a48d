package mnvh.daemon;

import java.util.Map;
import mnvh.event.Command;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: which verbs there are, and how faults of usage and of runs leave it. */
final class CommandShell {
    private CommandShell() {}

    /** @return the exit status of {@code arguments} */
    static int execute(Runs runs, Screen screen, String... arguments) {
        return commandLine(runs, screen).execute(arguments);
    }

    /** @return every verb, wired */
    static CommandLine commandLine(Runs runs, Screen screen) {
        CommandLine root = new CommandLine(new RootVerb())
                .addSubcommand(new PaperVerb(runs.paper(), screen))
                .addSubcommand(new StatusVerb(screen))
                .addSubcommand(CommandVerb.of(
                        Command.PAUSE, "Lets the running daemon only send trades that reduce exposure.", screen))
                .addSubcommand(CommandVerb.of(
                        Command.RESUME, "Lets the running daemon trade again, after a pause or a halt.", screen))
                .addSubcommand(CommandVerb.of(
                        Command.FLATTEN, "Has the running daemon close every position, then halt.", screen))
                .addSubcommand(CommandVerb.of(
                        Command.HALT, "Has the running daemon cancel its orders and stop trading.", screen))
                .addSubcommand(CommandVerb.of(
                        Command.KILL,
                        "Pulls the kill switch: all orders are cancelled, none leaves, over restarts, until a reset.",
                        screen))
                .addSubcommand(CommandVerb.of(
                        Command.RESET, "Lifts the kill switch; trading stays halted until resumed.", screen))
                .addSubcommand(new CommandLine(new ReconcileVerb())
                        .addSubcommand(new ReconcileStatus(screen))
                        .addSubcommand(new ReconcileResolve(screen)))
                .addSubcommand(new CommandLine(new TermsVerb())
                        .addSubcommand(new TermsShow(screen))
                        .addSubcommand(new TermsChange(screen)))
                .addSubcommand(new ApproveVerb(screen))
                .addSubcommand(new SimulateVerb(runs.simulate(), screen))
                .addSubcommand(new BacktestVerb(runs.backtest(), screen))
                .addSubcommand(new ReplayVerb(runs.replay(), screen))
                .addSubcommand(new RehearseVerb(screen))
                .addSubcommand(new AuditVerb(screen))
                .addSubcommand(new ReportVerb(screen))
                .addSubcommand(new PnlVerb(screen))
                .addSubcommand(new CommandLine(new ExplainVerb())
                        .addSubcommand(new ExplainEquity(screen))
                        .addSubcommand(new ExplainStepVerb(screen))
                        .addSubcommand(new ExplainOrderVerb(screen)))
                .addSubcommand(new CommandLine(new StudyVerb()).addSubcommand(new StudyThrottle(screen)))
                .addSubcommand(new BenchVerb(runs.bench(), screen))
                .addSubcommand(new CommandLine(new JournalVerb())
                        .addSubcommand(new JournalInspect(screen))
                        .addSubcommand(new JournalVerify(screen))
                        .addSubcommand(new JournalExport(screen)))
                .addSubcommand(new CommandLine(new ConfigVerb())
                        .addSubcommand(new ConfigCheck(screen))
                        .addSubcommand(new ConfigShow(screen))
                        .addSubcommand(new ConfigExplain(screen)));
        helpEverywhere(root);
        root.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Prints version, git id, Java, FIX and journal format.")
                        .build());
        return root.setOut(screen.out())
                .setErr(screen.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, arguments) -> usageFault(e, screen))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof ParameterException fault) {
                        return usageFault(fault, screen);
                    }
                    return Failures.report(e, screen.err()).number();
                });
    }

    private static void helpEverywhere(CommandLine line) {
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Prints this help.")
                        .build());
        for (Map.Entry<String, CommandLine> verb : line.getSubcommands().entrySet()) {
            helpEverywhere(verb.getValue());
        }
    }

    /** One line that says what, one that says where to look. */
    private static int usageFault(ParameterException fault, Screen screen) {
        CommandLine line = fault.getCommandLine();
        screen.err().println("mnvh: " + fault.getMessage());
        UnmatchedArgumentException.printSuggestions(fault, screen.err());
        screen.err().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        screen.err().flush();
        return ExitCode.USAGE.number();
    }
}
