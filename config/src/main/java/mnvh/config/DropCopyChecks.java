package mnvh.config;

/** The second session is another one than the first: its CompIDs tell them apart. */
final class DropCopyChecks {
    private DropCopyChecks() {}

    static void run(Settings settings, Problems problems) {
        if (!settings.has(
                        "venue.drop_copy.within_steps",
                        "venue.drop_copy.sender",
                        "venue.drop_copy.target",
                        "venue.fix.sender",
                        "venue.fix.target")
                || settings.whole("venue.drop_copy.within_steps") == 0) {
            return;
        }
        Object target = settings.value("venue.drop_copy.target");
        boolean sameTarget = target == InheritType.Value.INHERITED || target.equals(settings.text("venue.fix.target"));
        if (sameTarget && settings.text("venue.drop_copy.sender").equals(settings.text("venue.fix.sender"))) {
            problems.error(
                    settings.placeOf("venue.drop_copy.sender", "venue.fix.sender"),
                    "venue.drop_copy.sender and target are those of venue.fix: '"
                            + settings.text("venue.drop_copy.sender") + "'",
                    "the venue gives its drop copy a SenderCompID(49) of its own");
        }
    }
}
