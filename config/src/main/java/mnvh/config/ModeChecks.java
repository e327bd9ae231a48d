package mnvh.config;

import java.util.regex.Pattern;

/**
 * What the mode forbids: paper reaches no real venue, and live trades nothing that nobody approved.
 *
 * <p>A simulator runs on this machine, or beside it under a name without a dot, as containers have; it needs no
 * credentials. Credentials alone can open a real venue behind a tunnel of this machine, so that paper takes none.
 */
final class ModeChecks {
    /** Loopback, every address of this machine to listen on, or a name that no public resolver knows. */
    private static final Pattern NEAR =
            Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|0\\.0\\.0\\.0|::|[A-Za-z][A-Za-z0-9_-]*");

    private final Settings settings;
    private final Problems problems;

    private ModeChecks(Settings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    static void run(Settings settings, Problems problems) {
        if (!settings.has("mode")) {
            return;
        }
        ModeChecks checks = new ModeChecks(settings, problems);
        switch (settings.word("mode", Mode.class)) {
            case PAPER -> checks.paper();
            case LIVE -> checks.live();
            default -> {}
        }
    }

    private void paper() {
        none("venue.fix.username");
        none("venue.fix.password_file");
        near("venue.fix.host");
        near("venue.drop_copy.host");
    }

    private void near(String host) {
        if (settings.has(host)
                && settings.value(host) instanceof String name
                && !NEAR.matcher(name).matches()) {
            problems.error(
                    settings.placeOf(host),
                    host + " must be this machine or a name without a dot in mode paper, got '" + name + "'",
                    "paper trades with a simulator alone, never with a real venue");
        }
    }

    /** The value stays unsaid: it may be a secret's name. */
    private void none(String credential) {
        if (settings.has(credential) && !settings.text(credential).equals(ValueType.NONE)) {
            problems.error(
                    settings.placeOf(credential),
                    credential + " must be none in mode paper",
                    "the simulator needs no credentials; those of a real venue stay out of its reach");
        }
    }

    private void live() {
        if (settings.has("approval.required") && !settings.flag("approval.required")) {
            problems.error(
                    settings.placeOf("approval.required", "mode"),
                    "mode live needs approval.required: true",
                    "then: mnvh approve --config FILE --by NAME --reason TEXT");
        }
    }
}
