package mnvh.daemon;

import java.util.Locale;
import java.util.concurrent.Callable;
import mnvh.event.Command;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code mnvh pause}, {@code resume}, {@code flatten}, {@code halt}, {@code kill}, {@code reset}: to the daemon. */
@CommandLine.Command
final class CommandVerb implements Callable<Integer> {
    private final Command command;
    private final Screen screen;

    @Mixin
    private ControlFlags flags = new ControlFlags();

    @Mixin
    private OutputFlag output = new OutputFlag();

    private CommandVerb(Command command, Screen screen) {
        this.command = command;
        this.screen = screen;
    }

    /** @return the verb, named as the command */
    static CommandLine of(Command command, String description, Screen screen) {
        CommandLine line = new CommandLine(new CommandVerb(command, screen));
        String name = command.name().toLowerCase(Locale.ROOT);
        line.getCommandSpec().name(name);
        line.getCommandSpec()
                .usageMessage()
                .description(description)
                .footer(
                        "",
                        "Examples:",
                        "  mnvh " + name + " --by alice --reason maintenance",
                        "  mnvh " + name + " --by alice --reason maintenance -o json");
        return line;
    }

    @Override
    public Integer call() {
        String name = command.name().toLowerCase(Locale.ROOT);
        return flags.request("/v1/control/" + name)
                .tell("command", name)
                .post(output.on(screen))
                .number();
    }
}
