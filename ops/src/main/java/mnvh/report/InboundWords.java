package mnvh.report;

import java.nio.ByteBuffer;
import java.util.Locale;
import mnvh.event.CommandEvent;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.FillEvent;
import mnvh.event.FundingEvent;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.RefusedEvent;
import mnvh.event.SessionEvent;
import mnvh.event.TimerEvent;
import mnvh.journal.JournalReader;

/** Puts inbound records into words. One thread. */
final class InboundWords {
    private final MarketDataEvent marketData = new MarketDataEvent();
    private final OrderEvent order = new OrderEvent();
    private final FillEvent fill = new FillEvent();
    private final FundingEvent funding = new FundingEvent();
    private final TimerEvent timer = new TimerEvent();
    private final SessionEvent session = new SessionEvent();
    private final CommandEvent command = new CommandEvent();
    private final InstrumentStatusEvent status = new InstrumentStatusEvent();
    private final RefusedEvent refused = new RefusedEvent();
    private final Symbols symbols;

    InboundWords(Symbols symbols) {
        this.symbols = symbols;
    }

    /** @return the reader's record */
    RecordLine of(JournalReader reader) {
        ByteBuffer buffer = reader.buffer();
        int offset = reader.offset();
        long sequence = EventHeader.sequence(buffer, offset);
        RecordLine line =
                new RecordLine("in", sequence, sequence, EventHeader.timestampNs(buffer, offset), type(reader.kind()));
        switch (reader.kind()) {
            case EventKind.MARKET_DATA -> marketData(line, marketData.wrap(buffer, offset));
            case EventKind.ORDER -> order(line, order.wrap(buffer, offset));
            case EventKind.FILL -> fill(line, fill.wrap(buffer, offset));
            case EventKind.FUNDING -> {
                funding.wrap(buffer, offset);
                line.put("symbol", symbols.of(funding.instrument())).putRate("rate", funding.rate());
                line.putDecimal("price", funding.price()).put("boundary", SessionReport.time(funding.boundaryNs()));
            }
            case EventKind.TIMER ->
                line.put("close", SessionReport.time(timer.wrap(buffer, offset).closeNs()));
            case EventKind.SESSION -> {
                session.wrap(buffer, offset);
                line.put("state", word(session.state())).put("text", session.text());
            }
            case EventKind.COMMAND -> {
                command.wrap(buffer, offset);
                line.put("command", word(command.command())).put("reason", command.reason());
            }
            case EventKind.INSTRUMENT_STATUS -> {
                status.wrap(buffer, offset);
                line.put("symbol", symbols.of(status.instrument())).put("status", word(status.status()));
            }
            case EventKind.REFUSED -> {
                refused.wrap(buffer, offset);
                line.put("refusal", word(refused.refusal())).put("symbol", symbols.of(refused.instrument()));
                line.put("text", refused.text());
            }
            case EventKind.CONFIG, EventKind.UNIVERSE -> line.put("text", reader.text());
            default -> line.put("kind", reader.kind());
        }
        return line;
    }

    private void marketData(RecordLine line, MarketDataEvent e) {
        line.put("symbol", symbols.of(e.instrument()))
                .putDecimal("bid", e.bidPrice())
                .putDecimal("bid_size", e.bidSize())
                .putDecimal("ask", e.askPrice())
                .putDecimal("ask_size", e.askSize())
                .putDecimal("last", e.lastPrice())
                .putDecimal("volume", e.volume())
                .putDecimal("mark", e.markPrice());
    }

    private void order(RecordLine line, OrderEvent e) {
        line.put("cl_ord_id", e.clOrdId())
                .put("symbol", symbols.of(e.instrument()))
                .put("event", word(e.type()))
                .putDecimal("cum_quantity", e.cumQuantity())
                .putDecimal("leaves_quantity", e.leavesQuantity())
                .put("reason", e.reason())
                .put("order_id", e.orderId())
                .put("text", e.text());
    }

    private void fill(RecordLine line, FillEvent e) {
        line.put("cl_ord_id", e.clOrdId())
                .put("symbol", symbols.of(e.instrument()))
                .put("side", word(e.side()))
                .put("liquidity", word(e.liquidity()))
                .putDecimal("quantity", e.quantity())
                .putDecimal("price", e.price());
        if (e.hasCommission() != 0) {
            line.putDecimal("commission", e.commission());
        }
        line.putDecimal("cum_quantity", e.cumQuantity())
                .putDecimal("leaves_quantity", e.leavesQuantity())
                .put("exec_id", e.execId())
                .put("order_id", e.orderId());
    }

    private static String type(int kind) {
        return switch (kind) {
            case EventKind.MARKET_DATA -> "market-data";
            case EventKind.ORDER -> "order-report";
            case EventKind.FILL -> "fill-report";
            case EventKind.FUNDING -> "funding";
            case EventKind.TIMER -> "timer";
            case EventKind.SESSION -> "session";
            case EventKind.COMMAND -> "command";
            case EventKind.INSTRUMENT_STATUS -> "instrument-status";
            case EventKind.REFUSED -> "refused";
            case EventKind.CONFIG -> "config";
            case EventKind.UNIVERSE -> "universe";
            default -> "unknown";
        };
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
