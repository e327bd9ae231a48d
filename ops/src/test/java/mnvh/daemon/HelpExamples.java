package mnvh.daemon;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The examples at the end of a verb's help. */
final class HelpExamples {
    private HelpExamples() {}

    static List<String> of(CommandLine verb) {
        List<String> examples = new ArrayList<>();
        boolean within = false;
        for (String line : verb.getCommandSpec().usageMessage().footer()) {
            int last = examples.size() - 1;
            if (within && line.startsWith("  mnvh ")) {
                examples.add(line.strip());
            } else if (last >= 0 && examples.get(last).endsWith("\\")) {
                examples.set(last, examples.get(last).replace("\\", "") + line.strip());
            }
            within |= line.equals("Examples:");
        }
        return examples;
    }

    /** The examples of a verb and of all below it, in the order of registration. */
    static List<String> all(CommandLine verb) {
        List<String> examples = new ArrayList<>();
        verb.getSubcommands().values().forEach(below -> examples.addAll(all(below)));
        examples.addAll(of(verb));
        return examples;
    }
}
