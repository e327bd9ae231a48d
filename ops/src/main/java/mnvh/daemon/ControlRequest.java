package mnvh.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mnvh.monitor.ReadingTable;

/** What a verb asks of the running daemon, and the one line that tells how it was answered. */
final class ControlRequest {
    private final ControlClient daemon;
    private final String path;
    private final String key;
    private final Map<String, String> fields;
    private final List<String> header = new ArrayList<>();
    private final List<String> row = new ArrayList<>();

    /**
     * @param key names the request: sent again it asks nothing new
     * @param fields who asks and why; more are added here
     */
    ControlRequest(ControlClient daemon, String path, String key, Map<String, String> fields) {
        this.daemon = daemon;
        this.path = path;
        this.key = key;
        this.fields = fields;
    }

    /** Sends a field with it. */
    ControlRequest send(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** Tells something in a column of the answer's line, before those of the answer itself. */
    ControlRequest tell(String column, String text) {
        header.add(column);
        row.add(text);
        return this;
    }

    /** Asks, and prints the inbound sequence of what is journaled by then. */
    ExitCode post(Screen screen) {
        journal();
        print(screen);
        return ExitCode.OK;
    }

    /**
     * Asks, waits for what the core makes of it, and prints both.
     *
     * @param granted the outcomes that are what was asked for
     * @return CONTROL_REFUSED for any other, or where none was heard
     */
    ExitCode settle(Screen screen, List<String> granted) throws InterruptedException {
        String outcome = daemon.outcome(journal());
        tell("outcome", outcome);
        print(screen);
        return granted.contains(outcome) ? ExitCode.OK : ExitCode.CONTROL_REFUSED;
    }

    private long journal() {
        long sequence = daemon.post(path, key, fields);
        tell("sequence", Long.toString(sequence));
        return sequence;
    }

    private void print(Screen screen) {
        TablePage.print(ReadingTable.of(header, row), screen);
    }
}
