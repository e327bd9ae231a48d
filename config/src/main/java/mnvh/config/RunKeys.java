package mnvh.config;

import java.util.List;

/** Keys of the run itself, its step, its money and its surroundings. */
final class RunKeys {
    private RunKeys() {}

    static List<ConfigKey> top() {
        return List.of(
                new ConfigKey(
                        "version",
                        WholeType.of(1, 1),
                        "1",
                        c -> (long) c.version(),
                        "Format of the file.",
                        "this build reads format 1"),
                new ConfigKey(
                        "mode",
                        WordType.of(Mode.values(), Mode::text),
                        "paper",
                        Config::mode,
                        "What the run is for: paper trades with a simulator, shadow watches a live venue, live sends"
                                + " real orders, backtest runs recorded bars.",
                        ""),
                new ConfigKey(
                        "universe",
                        TextType.path(),
                        "universes/sim-40.yaml",
                        null,
                        "File of the instruments, relative to the file that names it.",
                        ""),
                new ConfigKey(
                        "initial_cash",
                        FixedType.of(8, "(0, 10000000000]"),
                        "1000000",
                        Config::initialCash,
                        "Equity at the start, in the reporting currency; positions start at zero.",
                        ""),
                new ConfigKey(
                        "currency",
                        TextType.of("a currency code of 3 to 8 capitals or digits", "[A-Z][A-Z0-9]{2,7}"),
                        "USD",
                        Config::currency,
                        "Reporting currency.",
                        ""),
                new ConfigKey(
                        "step.interval_s",
                        FixedType.of(9, "[0.001, 31536000]"),
                        "60",
                        c -> c.step().intervalNs(),
                        "Length of the synchronised step, seconds; steps close at UTC multiples of it.",
                        "usual: 1 to 86400"),
                new ConfigKey(
                        "step.staleness_limit_ms",
                        FixedType.of(6, "(0, 315360000000]"),
                        "1500",
                        c -> c.step().stalenessLimitNs(),
                        "Age of a price at the step's close, in the feed's time, beyond which its instrument is absent,"
                                + " milliseconds.",
                        "a few times the usual gap between two quotes"),
                new ConfigKey(
                        "step.close_delay_ms",
                        FixedType.of(6, "[0, 3600000]"),
                        "50",
                        c -> c.step().closeDelayNs(),
                        "Wait after the step's close for late prices, on the feed's clock, milliseconds; below a step.",
                        "usual: 0 to 500"),
                new ConfigKey(
                        "step.quorum_ratio",
                        RealType.of("(0, 1]"),
                        "0.8",
                        c -> c.step().quorumRatio(),
                        "Fraction of the instruments that must be present, else the step is skipped.",
                        "usual: 0.5-1"),
                new ConfigKey(
                        "step.mark_source",
                        WordType.of(MarkSource.values(), MarkSource::text),
                        "mid",
                        c -> c.step().markSource(),
                        "Which price marks a position.",
                        ""));
    }

    static List<ConfigKey> financing() {
        return List.of(
                new ConfigKey(
                        "self_financing.mode",
                        WordType.of(FinancingMode.values(), FinancingMode::text),
                        "funded",
                        c -> c.selfFinancing().mode(),
                        "How a basket is paid for: from the ledger's own cash, or by a strict reading of S = 0.",
                        ""),
                new ConfigKey(
                        "self_financing.cash_floor",
                        FixedType.of(8, "[-10000000000, 10000000000]").orNone(SelfFinancingConfig.NO_FLOOR),
                        "0",
                        c -> c.selfFinancing().cashFloor(),
                        "Smallest cash after trades and fees, in the reporting currency.",
                        ""));
    }

    static List<ConfigKey> execution() {
        return List.of(
                new ConfigKey(
                        "execution.style",
                        WordType.of(ExecutionStyle.values(), ExecutionStyle::text),
                        "ioc",
                        c -> c.execution().style(),
                        "How a difference to target is sent.",
                        ""),
                new ConfigKey(
                        "execution.collar_bps",
                        FixedType.of(8, "(0, 10000]").orNone(RiskConfig.NONE),
                        "20",
                        c -> c.execution().collarRate(),
                        "Distance of the limit from the decision price, basis points.",
                        "wider than half the spread; usual: 5 to 50"),
                new ConfigKey(
                        "execution.fill",
                        WordType.of(BarFill.values(), BarFill::text),
                        "next-close",
                        c -> c.execution().barFill(),
                        "When an order decided on a bar is filled, in backtests.",
                        "same-close is optimistic"),
                new ConfigKey(
                        "lots.method",
                        WordType.of(LotMethod.values(), LotMethod::text),
                        "fifo",
                        c -> c.lots().method(),
                        "Which lots a closing fill consumes.",
                        ""),
                new ConfigKey(
                        "lots.max_per_instrument",
                        WholeType.of(2, 65536),
                        "256",
                        c -> (long) c.lots().maxPerInstrument(),
                        "Open lots kept apart; beyond it the two oldest merge with exact cost.",
                        ""),
                new ConfigKey(
                        "lots.history",
                        WholeType.of(1, 65536),
                        "128",
                        c -> (long) c.lots().history(),
                        "Latest fills of an instrument that can still be busted, corrected or charged a late fee.",
                        ""));
    }

    static List<ConfigKey> surroundings() {
        return List.of(
                new ConfigKey(
                        "journal.dir",
                        TextType.path(),
                        "run/journal",
                        null,
                        "Folder that receives one folder per session, relative to the working directory.",
                        ""),
                new ConfigKey(
                        "journal.durability",
                        WordType.of(Durability.values(), Durability::text),
                        "process",
                        null,
                        "What a record survives: process, the death of the process; interval, a power cut up to the"
                                + " sync interval; always, a power cut.",
                        ""),
                new ConfigKey(
                        "venue",
                        TextType.path(),
                        "venues/simulator.yaml",
                        null,
                        "File of the venue, relative to the file that names it.",
                        ""),
                new ConfigKey(
                        "monitor.http_port",
                        WholeType.of(0, 65535),
                        "8080",
                        null,
                        "Port of metrics and health; 0 for any free one.",
                        ""),
                new ConfigKey(
                        "monitor.bind",
                        TextType.name(255),
                        "127.0.0.1",
                        null,
                        "Address the port listens on; keep it on the loopback.",
                        ""),
                new ConfigKey(
                        "monitor.kill_file",
                        TextType.path(),
                        "KILL",
                        null,
                        "File that pulls the kill switch by appearing and stays until a reset, relative to the folder"
                                + " of control.token.",
                        ""),
                new ConfigKey(
                        "approval.required",
                        WordType.flag(),
                        "false",
                        null,
                        "Whether the daemon starts only where this configuration and this build are approved.",
                        "must be true in mode live"),
                new ConfigKey(
                        "approval.file",
                        TextType.path(),
                        "run/approvals",
                        null,
                        "File of the approvals, which its owner alone may write and read, relative to the working"
                                + " directory.",
                        ""));
    }
}
