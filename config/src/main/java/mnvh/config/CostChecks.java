package mnvh.config;

/** What the keys of cost and fee budget cannot say alone. */
final class CostChecks {
    private CostChecks() {}

    static void run(Settings settings, Problems problems) {
        band(settings, problems);
        bars(settings, problems);
    }

    private static void band(Settings settings, Problems problems) {
        String narrowest = "strategy.trade_threshold_ratio";
        String widest = "strategy.fee_budget.band_max_ratio";
        if (settings.has(narrowest, widest, "strategy.fee_budget.control")
                && settings.flag("strategy.fee_budget.control")
                && settings.real(narrowest) > settings.real(widest)) {
            problems.error(
                    settings.placeOf(narrowest, widest),
                    narrowest + " must not be above " + widest + ", got " + YamlNumber.format(settings.real(narrowest))
                            + " and " + YamlNumber.format(settings.real(widest)),
                    "the fee budget moves the band between them; or set strategy.fee_budget.control: false");
        }
    }

    /** Bars have no spread to quote: the expected cost would never be known, and nothing would ever trade. */
    private static void bars(Settings settings, Problems problems) {
        String spread = "strategy.cost.half_spread_bps";
        if (settings.has("mode", spread, "strategy.throttle.edge", "strategy.throttle.warmup")
                && settings.word("mode", Mode.class) == Mode.BACKTEST
                && settings.flag("strategy.throttle.edge")
                && settings.real("strategy.throttle.warmup") == 0
                && Double.isNaN(settings.real(spread))) {
            problems.warning(
                    settings.placeOf(spread, "strategy.throttle.edge"),
                    "strategy.throttle.edge never opens on bars while strategy.cost.half_spread_bps is quoted",
                    "bars have no quotes; give the half spread, or set strategy.throttle.edge: false");
        }
    }
}
