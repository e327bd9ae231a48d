package mnvh.daemon;

import java.util.ArrayList;
import java.util.List;

/** The README's commands, made to fit a test: a session that exists, small data, and an end after seconds. */
final class ReadmeCommands {
    private ReadmeCommands() {}

    /** @return each {@code ./mnvh} line of a code block, as the process takes it */
    static List<String> runnable(String readme) {
        List<String> commands = new ArrayList<>();
        boolean code = false;
        for (String line : readme.lines().toList()) {
            code ^= line.startsWith("```");
            if (!code || !line.startsWith("./mnvh ")) {
                continue;
            }
            String command = line.substring(2).replaceFirst("\\s+#.*", "").strip();
            if (command.equals("mnvh paper")) {
                // It runs until somebody ends it.
                command += " --steps 3 --speed 20x --headless";
            }
            if (command.equals("mnvh bench")) {
                // All of it takes many minutes; another test runs every group in its short form.
                command += " --brief event";
            }
            commands.add(command.replace("--duration 60s", "--duration 3s")
                    .replace("--duration 1h", "--duration 3s")
                    .replace("run/journal/SESSION", "last")
                    .replace("--data DIR --from 2026-02-23T16:00:00Z", "--data bars.csv --steps 3"));
        }
        return commands;
    }
}
