package mnvh.daemon;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mnvh.event.Command;
import mnvh.ledger.Account;
import mnvh.monitor.BreakNames;
import mnvh.monitor.ControlPort;
import mnvh.monitor.ControlRefusal;
import mnvh.monitor.ReadingTable;
import mnvh.monitor.RunMonitor;
import mnvh.monitor.RunSnapshot;
import mnvh.monitor.StepReading;
import mnvh.units.DecimalText;
import mnvh.units.Term;

/** The control API's requests, put into a running daemon's inbound stream; its readings, from the monitor. */
final class DaemonControl implements ControlPort {
    private static final long JOURNAL_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long POLL_MS = 1;

    private final TradingDaemon daemon;
    private final KillSwitch kill;
    private final RunMonitor monitor;
    private final BreakNames names;
    private final String session;
    private final RefusedRequests refused;

    /**
     * @param session where it is journaled
     * @param refused is told what is not accepted
     */
    DaemonControl(
            TradingDaemon daemon,
            KillSwitch kill,
            RunMonitor monitor,
            BreakNames names,
            String session,
            RefusedRequests refused) {
        this.daemon = daemon;
        this.kill = kill;
        this.monitor = monitor;
        this.names = names;
        this.session = session;
        this.refused = refused;
    }

    @Override
    public long command(Command command, String operator, String reason) {
        requireRunning();
        return switch (command) {
            case KILL -> kill.kill(operator, reason);
            case RESET -> kill.reset(operator, reason);
            default -> daemon.requests().command(command, operator, reason);
        };
    }

    @Override
    public long resolve(String id, long breakId, String account, long amount, String operator, String reason) {
        requireRunning();
        return daemon.requests().resolve(id, breakId, accountOf(account), amount, operator, reason);
    }

    private static Account accountOf(String name) {
        return Arrays.stream(Account.values())
                .filter(account -> word(account).equals(name.toLowerCase(Locale.ROOT)))
                .findAny()
                .orElseThrow(() -> new ControlRefusal(
                        400,
                        "account must be one of "
                                + Arrays.stream(Account.values())
                                        .map(DaemonControl::word)
                                        .toList() + ", got '" + name + "'"));
    }

    @Override
    public long change(String key, String symbol, String value, String operator, String reason) {
        requireRunning();
        Term term = Arrays.stream(Term.values())
                .filter(candidate -> candidate.key().equals(key))
                .findAny()
                .orElseThrow(() -> new ControlRefusal(
                        400,
                        "term must be one of "
                                + Arrays.stream(Term.values()).map(Term::key).toList() + ", got '" + key + "'"));
        int instrument = symbol.isEmpty() ? -1 : names.symbols().indexOf(symbol);
        if (term.limit() != symbol.isEmpty() || (instrument < 0 && !symbol.isEmpty())) {
            String owner = term.limit()
                    ? " is the account's, and takes no instrument"
                    : " needs one of the instruments " + names.symbols() + ", got '" + symbol + "'";
            throw new ControlRefusal(400, key + owner);
        }
        return daemon.requests().change(term, instrument, valueOf(term, value), operator, reason);
    }

    private static long valueOf(Term term, String text) {
        try {
            long value = text.equals("none") ? Term.NONE : DecimalText.parse(text, term.decimals());
            if (term.holds(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as what it cannot be.
        }
        throw new ControlRefusal(400, term.key() + " must be " + term.range() + ", got '" + text + "'");
    }

    @Override
    public ReadingTable terms() {
        return monitor.terms().table(names);
    }

    private static String word(Account account) {
        return account.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void requireRunning() {
        if (daemon.ended()) {
            throw new ControlRefusal(409, "the session has ended");
        }
    }

    @Override
    public void requestRefused(String what) {
        refused.add(what);
    }

    @Override
    public void awaitJournaled(long sequence) {
        long startNs = System.nanoTime();
        while (monitor.snapshot().inbound().sequence() < sequence) {
            if (daemon.failure() != null || System.nanoTime() - startNs > JOURNAL_TIMEOUT_NS) {
                throw new ControlRefusal(503, "not journaled yet; ask again with the same Idempotency-Key");
            }
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ControlRefusal(503, "the daemon is ending");
            }
        }
    }

    @Override
    public ReadingTable status() {
        RunSnapshot run = monitor.snapshot();
        StepReading step = run.outbound().step();
        return ReadingTable.of(
                List.of(
                        "session",
                        "state",
                        "killed",
                        "fix_session",
                        "sequence",
                        "steps",
                        "equity",
                        "margin_used",
                        "liquidation_distance",
                        "breaks",
                        "unclosed",
                        "ended"),
                List.of(
                        session,
                        run.outbound().state().isEmpty()
                                ? "STARTING"
                                : run.outbound().state(),
                        Boolean.toString(kill.active()),
                        run.inbound().session().state().name(),
                        Long.toString(run.inbound().sequence()),
                        Long.toString(run.outbound().steps()),
                        DecimalText.format(run.outbound().equity()),
                        step == null ? "" : DecimalText.format(step.marginUsed()),
                        step == null ? "" : Double.toString(step.liquidationDistance()),
                        Integer.toString(monitor.breaks().size()),
                        unclosed(run),
                        Boolean.toString(daemon.ended())));
    }

    /** What is being closed and cannot be: {@code BTC-PERP=venue-halted}, one behind the other. */
    private String unclosed(RunSnapshot run) {
        return run.outbound().unclosed().entrySet().stream()
                .map(entry -> names.symbols().get(entry.getKey()) + "="
                        + entry.getValue().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" "));
    }

    @Override
    public ReadingTable breaks() {
        return monitor.breaks().table(names);
    }

    @Override
    public ReadingTable outcomes() {
        return monitor.outcomes().table();
    }

    @Override
    public boolean refused(long sequence) {
        return monitor.outcomes().refused(sequence);
    }
}
