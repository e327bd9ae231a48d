package mnvh.venue;

import java.util.Arrays;
import mnvh.config.ConfigException;
import mnvh.config.SimulatorConfig;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/**
 * A panel's bars as quotes and funding, one bar a step.
 *
 * <p>Within a bar the price goes from the open to the nearer of high and low, to the other, to the close; a bar without
 * a range is one quote at its close. The open is stamped a thousandth into the bar, the extremes at one and two thirds,
 * the close at the close; the bar's volume is spread over its quotes. Around each price stands the configured spread.
 *
 * <p>At a boundary that is a bar's close the order is: the bar's quotes, the funding priced at that close, the end of
 * the step. So funding is charged on the position held into the boundary, and what the step then decides is not
 * charged. A boundary within a bar is priced at the latest quote before it. Unknown settlements are not emitted.
 *
 * <p>One thread. Allocates nothing per step.
 */
public final class RecordedMarket implements Market {
    private static final int PATH_POINTS = 4;

    private final Universe universe;
    private final Panel panel;
    private final long spreadRate;
    private final int[] column;
    private final int[] instrumentOfColumn;
    private final long[] latest;
    private int row;
    private int nextFunding;

    /** @param panel holds every instrument of {@code universe}, else {@link ConfigException} */
    public RecordedMarket(Universe universe, Panel panel, SimulatorConfig config) {
        this.universe = universe;
        this.panel = panel;
        this.spreadRate = config.spreadRate();
        this.column = new int[universe.size()];
        this.instrumentOfColumn = new int[panel.columns()];
        Arrays.fill(instrumentOfColumn, Universe.UNKNOWN);
        for (int i = 0; i < column.length; i++) {
            column[i] = panel.columnOf(universe.get(i).symbol());
            if (column[i] < 0) {
                throw new ConfigException(panel.source() + ": error: no data for '"
                        + universe.get(i).symbol() + "'");
            }
            instrumentOfColumn[column[i]] = i;
        }
        this.latest = new long[column.length];
    }

    /** Plays the bars whose close lies within {@code [fromNs, toNs]}, see {@link Panel#window(long, long)}. */
    RecordedMarket(Universe universe, Panel panel, SimulatorConfig config, long fromNs, long toNs) {
        this(universe, panel.window(fromNs, toNs), config);
    }

    @Override
    public Universe universe() {
        return universe;
    }

    @Override
    public long startNs() {
        return panel.closeNs(0) - panel.intervalNs();
    }

    @Override
    public long stepNs() {
        return panel.intervalNs();
    }

    @Override
    public boolean nextStep(MarketListener listener) {
        if (row == panel.rows()) {
            return false;
        }
        long closeNs = panel.closeNs(row);
        for (int point = panel.hasRange() ? 0 : PATH_POINTS - 1; point < PATH_POINTS; point++) {
            long atNs = stampNs(closeNs, point);
            settle(listener, atNs, false);
            for (int i = 0; i < column.length; i++) {
                quote(listener, atNs, i, point);
            }
        }
        settle(listener, closeNs, true);
        listener.onStepEnd(closeNs);
        row++;
        return true;
    }

    private long stampNs(long closeNs, int point) {
        long length = panel.intervalNs();
        switch (point) {
            case 0:
                return closeNs - length + length / 1000;
            case 1:
                return closeNs - length + length / 3;
            case 2:
                return closeNs - length + length / 3 * 2;
            default:
                return closeNs;
        }
    }

    private void quote(MarketListener listener, long atNs, int i, int point) {
        int c = column[i];
        if (panel.close(row, c) == 0) {
            return;
        }
        long price = price(c, point);
        long tick = universe.get(i).tickSize();
        latest[i] = price;
        listener.onQuote(
                atNs,
                i,
                Spread.bid(price, spreadRate, tick),
                Spread.ask(price, spreadRate, tick),
                price,
                volume(c, point));
    }

    private long price(int c, int point) {
        if (point == PATH_POINTS - 1) {
            return panel.close(row, c);
        }
        long open = panel.open(row, c);
        if (point == 0) {
            return open;
        }
        long high = panel.high(row, c);
        long low = panel.low(row, c);
        boolean highIsNearer = high - open < open - low;
        return highIsNearer == (point == 1) ? high : low;
    }

    private long volume(int c, int point) {
        long whole = panel.volume(row, c);
        if (!panel.hasRange()) {
            return whole;
        }
        long part = whole / PATH_POINTS;
        return point == PATH_POINTS - 1 ? whole - part * (PATH_POINTS - 1) : part;
    }

    /** Emits the settlements before {@code untilNs}, or up to and including it. */
    private void settle(MarketListener listener, long untilNs, boolean included) {
        Funding funding = panel.funding();
        for (; nextFunding < funding.size(); nextFunding++) {
            long boundaryNs = funding.boundaryNs(nextFunding);
            if (included ? boundaryNs > untilNs : boundaryNs >= untilNs) {
                return;
            }
            int i = instrumentOfColumn[funding.column(nextFunding)];
            if (i >= 0 && latest[i] > 0 && universe.get(i).kind() == InstrumentKind.LINEAR_PERP) {
                listener.onFunding(boundaryNs, i, funding.rate(nextFunding), latest[i], boundaryNs);
            }
        }
    }
}
