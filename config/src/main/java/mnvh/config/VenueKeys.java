package mnvh.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys of the venue file: the FIX session and its drop copy, what the venue charges, and the simulator that can stand
 * in for it.
 */
final class VenueKeys {
    private static final TextType COMP_ID = TextType.name(64);

    private VenueKeys() {}

    static List<ConfigKey> all() {
        List<ConfigKey> keys = new ArrayList<>(session());
        keys.addAll(dropCopy());
        keys.addAll(FeeKeys.venue());
        keys.addAll(simulator());
        return keys;
    }

    private static List<ConfigKey> session() {
        return List.of(
                new ConfigKey("venue.name", TextType.name(32), "simulator", null, "Name in journals and metrics.", ""),
                new ConfigKey(
                        "venue.fix.begin_string",
                        TextType.of("one of FIX.4.4, FIXT.1.1", "FIX\\.4\\.4|FIXT\\.1\\.1"),
                        "FIX.4.4",
                        null,
                        "BeginString(8).",
                        ""),
                new ConfigKey("venue.fix.sender", COMP_ID, "MNVH", null, "SenderCompID(49): us.", ""),
                new ConfigKey("venue.fix.target", COMP_ID, "SIMULATOR", null, "TargetCompID(56): the venue.", ""),
                new ConfigKey("venue.fix.host", TextType.name(255), "127.0.0.1", null, "Where to connect.", ""),
                new ConfigKey(
                        "venue.fix.port",
                        WholeType.of(0, 65535),
                        "0",
                        null,
                        "Where to connect; 0 lets an embedded simulator choose.",
                        ""),
                new ConfigKey(
                        "venue.fix.heartbeat_s",
                        WholeType.of(1, 3600),
                        "30",
                        null,
                        "HeartBtInt(108), seconds.",
                        "usual: 5 to 60"),
                new ConfigKey(
                        "venue.fix.username",
                        COMP_ID,
                        ValueType.NONE,
                        null,
                        "Username(553); none sends no such field.",
                        ""),
                new ConfigKey(
                        "venue.fix.password_file",
                        TextType.path(),
                        ValueType.NONE,
                        null,
                        "File that holds Password(554), readable by its owner only, relative to the working directory;"
                                + " none sends no such field.",
                        ""));
    }

    private static List<ConfigKey> dropCopy() {
        return List.of(
                new ConfigKey(
                        "venue.drop_copy.within_steps",
                        WholeType.of(1, 1_000_000).orNone(0),
                        "none",
                        c -> (long) c.venue().fillCopyWithinSteps(),
                        "Closed steps after which a fill that only one of order session and drop copy has told is a"
                                + " break; none where the venue has no drop copy. Backtests have none.",
                        "usual: 1 to 10"),
                new ConfigKey(
                        "venue.drop_copy.sender",
                        COMP_ID,
                        "MNVH-COPY",
                        null,
                        "SenderCompID(49) of the second session: us.",
                        ""),
                inherited("target", COMP_ID, "TargetCompID(56) of the second session: the venue."),
                inherited("host", TextType.name(255), "Where the second session connects."),
                inherited("port", WholeType.of(1, 65535), "Where the second session connects."));
    }

    private static ConfigKey inherited(String name, ValueType type, String help) {
        return new ConfigKey(
                "venue.drop_copy." + name,
                InheritType.of(type),
                InheritType.INHERIT,
                null,
                help + " inherit: that of venue.fix.",
                "");
    }

    private static List<ConfigKey> simulator() {
        return List.of(
                new ConfigKey(
                        "venue.simulator.seed",
                        WholeType.of(Long.MIN_VALUE, Long.MAX_VALUE),
                        "42",
                        c -> c.venue().simulator().seed(),
                        "Seed of every random draw.",
                        ""),
                new ConfigKey(
                        "venue.simulator.regime",
                        WordType.of(Regime.values(), Regime::text),
                        "revert",
                        c -> c.venue().simulator().regime(),
                        "Whether relative moves revert or persist.",
                        ""),
                new ConfigKey(
                        "venue.simulator.reversion",
                        RealType.of("[0, 1]"),
                        "0.3",
                        c -> c.venue().simulator().reversion(),
                        "Fraction of an idiosyncratic displacement undone per step.",
                        "usual: 0.05-0.5"),
                new ConfigKey(
                        "venue.simulator.factor_volatility",
                        RealType.of("[0, 1]"),
                        "0.001",
                        c -> c.venue().simulator().factorVolatility(),
                        "Standard deviation of the common return per step.",
                        "usual: 0.0001-0.02"),
                new ConfigKey(
                        "venue.simulator.idiosyncratic_volatility",
                        RealType.of("[0, 1]"),
                        "0.003",
                        c -> c.venue().simulator().idiosyncraticVolatility(),
                        "Standard deviation of an idiosyncratic return per step.",
                        "usual: 0.0001-0.02"),
                new ConfigKey(
                        "venue.simulator.spread_bps",
                        FixedType.of(8, "[0, 1000]"),
                        "2",
                        c -> c.venue().simulator().spreadRate(),
                        "Full spread around the fair price, basis points.",
                        "usual: 0.5-20"),
                new ConfigKey(
                        "venue.simulator.depth_levels",
                        WholeType.of(1, 100),
                        "5",
                        c -> (long) c.venue().simulator().depthLevels(),
                        "Price levels on each side.",
                        "usual: 1 to 20"),
                new ConfigKey(
                        "venue.simulator.level_notional",
                        FixedType.of(8, "(0, 1000000000]"),
                        "100000",
                        c -> c.venue().simulator().levelNotional(),
                        "Value resting on each level, in the reporting currency.",
                        ""),
                new ConfigKey(
                        "venue.simulator.quotes_per_step",
                        WholeType.of(1, 10000),
                        "4",
                        c -> (long) c.venue().simulator().quotesPerStep(),
                        "Price updates per instrument and step.",
                        "usual: 1 to 100"),
                new ConfigKey(
                        "venue.simulator.latency_ms",
                        FixedType.of(6, "[0, 60000]"),
                        "5",
                        c -> c.venue().simulator().latencyNs(),
                        "Simulated time from an order's arrival to its report, milliseconds.",
                        "usual: 0 to 100"),
                new ConfigKey(
                        "venue.simulator.reject_ratio",
                        RealType.of("[0, 1]"),
                        "0",
                        c -> c.venue().simulator().rejectRatio(),
                        "Fraction of orders rejected at random.",
                        ""),
                new ConfigKey(
                        "venue.simulator.funding_interval_s",
                        FixedType.of(9, "[0, 31536000]"),
                        "28800",
                        c -> c.venue().simulator().fundingIntervalNs(),
                        "Time between funding events of perpetuals, seconds; 0 for none.",
                        "usual: 3600 or 28800"),
                new ConfigKey(
                        "venue.simulator.funding_volatility",
                        RealType.of("[0, 0.1]"),
                        "0.0001",
                        c -> c.venue().simulator().fundingVolatility(),
                        "Standard deviation of a synthetic funding rate.",
                        ""),
                new ConfigKey(
                        "venue.simulator.speed",
                        RealType.of("(0, 1000000]"),
                        "1",
                        null,
                        "Simulated seconds per second.",
                        "usual: 1 to 3600"));
    }
}
