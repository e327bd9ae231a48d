package mnvh.backtest;

import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.EventSlot;
import mnvh.event.FundingEvent;
import mnvh.event.Ingress;
import mnvh.event.MarketDataEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionState;
import mnvh.event.TimerEvent;
import mnvh.universe.Universe;
import mnvh.venue.BarVenue;
import mnvh.venue.Funding;
import mnvh.venue.Panel;

/**
 * Publishes the bars of a panel: closes, then the funding of the bar, then the step's end; then the venue answers.
 *
 * <p>A close is published as a quote without a spread and as the last trade, so every mark source reads it. Funding is
 * charged on the position held into its boundary, so it comes before the step that trades at that close. One thread.
 */
public final class HistoryFeed {
    private final Panel panel;
    private final int[] columns;
    private final int[] instrumentOf;
    private final Ingress ingress;
    private final BarVenue venue;
    private final MarketDataEvent marketData = new MarketDataEvent();
    private final FundingEvent funding = new FundingEvent();
    private final TimerEvent timer = new TimerEvent();
    private int nextFunding;

    /**
     * @param panel bars that hold every symbol of the universe
     * @param venue told each bar before the step, and asked for its answers after it
     */
    public HistoryFeed(Panel panel, Universe universe, Ingress ingress, BarVenue venue) {
        this.panel = panel;
        this.ingress = ingress;
        this.venue = venue;
        this.columns = new int[universe.size()];
        this.instrumentOf = new int[panel.columns()];
        for (int column = 0; column < instrumentOf.length; column++) {
            instrumentOf[column] = universe.indexOf(panel.symbols().get(column));
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i] = panel.columnOf(universe.get(i).symbol());
        }
    }

    /** Publishes the session's start, every bar, and the session's end. */
    public void run() {
        long startNs = panel.closeNs(0) - panel.intervalNs();
        nextFunding = panel.funding().firstAfter(startNs);
        EventSlot slot = ingress.claim();
        new SessionEvent().begin(slot, startNs).state(SessionState.UP).text("history");
        ingress.publish(slot);
        for (int row = 0; row < panel.rows(); row++) {
            bar(row);
        }
        slot = ingress.claim();
        new CommandEvent()
                .begin(slot, panel.closeNs(panel.rows() - 1))
                .command(Command.STOP)
                .reason("end of data");
        ingress.publish(slot);
        venue.pump();
        venue.expirePending();
    }

    private void bar(int row) {
        long closeNs = panel.closeNs(row);
        venue.beginBar(closeNs);
        for (int i = 0; i < columns.length; i++) {
            long price = panel.close(row, columns[i]);
            if (price == 0) {
                continue;
            }
            venue.price(i, price);
            EventSlot slot = ingress.claim();
            marketData
                    .begin(slot, closeNs)
                    .instrument(i)
                    .bidPrice(price)
                    .askPrice(price)
                    .lastPrice(price)
                    .markPrice(price)
                    .volume(panel.volume(row, columns[i]))
                    .receivedNs(closeNs);
            ingress.publish(slot);
        }
        fundingUpTo(closeNs, row);
        EventSlot slot = ingress.claim();
        timer.begin(slot, closeNs).closeNs(closeNs);
        ingress.publish(slot);
        venue.pump();
    }

    private void fundingUpTo(long closeNs, int row) {
        Funding settlements = panel.funding();
        for (; nextFunding < settlements.size() && settlements.boundaryNs(nextFunding) <= closeNs; nextFunding++) {
            int column = settlements.column(nextFunding);
            long price = panel.close(row, column);
            int i = instrumentOf[column];
            if (i == Universe.UNKNOWN || price == 0) {
                continue;
            }
            EventSlot slot = ingress.claim();
            funding.begin(slot, closeNs)
                    .instrument(i)
                    .rate(settlements.rate(nextFunding))
                    .price(price)
                    .boundaryNs(settlements.boundaryNs(nextFunding));
            ingress.publish(slot);
        }
    }
}
