package mnvh.risk;

import mnvh.config.RiskConfig;
import mnvh.units.FixedPoint;
import mnvh.units.HotPath;

/**
 * Exposures in doubles, good only for seeing that no limit is near; where one is, integers decide.
 *
 * <p>What it calls clear would pass in integers too: the doubt it allows for is far above what doubles and rounding to
 * units err by. So it changes no decision, it only spares the exact sums of a list that nothing limits. Core thread
 * only; allocates nothing after construction.
 */
@HotPath
final class RoughExposure {
    private static final double DOUBT = 1.0e-6;
    /** Units by which rounding may move the exact figures of one instrument. */
    private static final double UNITS_PER_INSTRUMENT = 64;

    private final Limits risk;
    private final Book book;
    private final LimitPrices prices;
    private final double stressRatio;
    private final Margins margins;

    RoughExposure(Limits risk, Book book, LimitPrices prices, Margins margins) {
        this.risk = risk;
        this.margins = margins;
        this.book = book;
        this.prices = prices;
        stressRatio = FixedPoint.rateToDouble(risk.stressMoveRatio());
    }

    /** @return true when the list passes every limit beyond doubt */
    boolean clear(long[] x) {
        double costRatio = prices.worstLossRatio() + book.worstFeeRatio() * (1 + prices.worstLossRatio());
        double gross = 0;
        double net = 0;
        double beta = 0;
        double initial = 0;
        double boughtOut = 0;
        double soldOut = 0;
        double alone = 0;
        double costs = 0;
        for (int i = 0; i < x.length; i++) {
            double trade = (double) x[i];
            double after = (double) book.inventory[i] + trade;
            double most = (double) book.boughtOut[i] + Math.max(0, trade);
            double least = (double) book.soldOut[i] + Math.min(0, trade);
            gross += Math.abs(after);
            net += after;
            beta += (double) book.betaRate[i] * after;
            initial += margins.roughInitial(i, Math.max(Math.abs(most), Math.abs(least)));
            if (margins.isolated(i)) {
                alone += Math.max(0, Math.max(most, -least));
            } else {
                boughtOut += most;
                soldOut += least;
            }
            costs += (double) book.workingCost[i] + costRatio * Math.abs(trade);
        }
        double margin = initial + stressRatio * (Math.max(0, Math.max(boughtOut, -soldOut)) + alone) + costs;
        // What nearly cancels in net and beta keeps the error of its parts.
        double error = DOUBT * gross + UNITS_PER_INSTRUMENT * x.length;
        return below(gross + error, risk.maxGrossLeverageRatio())
                && below(Math.abs(net) + error, risk.maxNetLeverageRatio())
                && below(Math.abs(beta) / FixedPoint.RATE_SCALE + error * largestBeta(), risk.maxMarketBetaRatio())
                && below(margin * (1 + DOUBT) + error, risk.maxMarginUsageRatio());
    }

    private double largestBeta() {
        double largest = 1;
        for (int i = 0; i < book.size; i++) {
            largest = Math.max(largest, Math.abs(FixedPoint.rateToDouble(book.betaRate[i])));
        }
        return largest;
    }

    private boolean below(double exposure, long ratio) {
        return ratio == RiskConfig.NONE || exposure < (double) book.ofEquity(ratio) * (1 - DOUBT);
    }
}
