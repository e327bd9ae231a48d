package mnvh.report;

import java.nio.ByteBuffer;
import java.util.Locale;
import mnvh.event.AccrualEvent;
import mnvh.event.BalanceReportEvent;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.CommandEvent;
import mnvh.event.EventHeader;
import mnvh.event.EventKind;
import mnvh.event.FeeEvent;
import mnvh.event.FillCopyEvent;
import mnvh.event.FillEvent;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderStatus;
import mnvh.event.PositionReportEvent;
import mnvh.event.RefusedEvent;
import mnvh.event.ResolutionEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SettlementEvent;
import mnvh.event.TermEvent;
import mnvh.event.TimerEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.journal.JournalReader;
import mnvh.units.Term;

/** Puts inbound records into words. One thread. */
final class InboundWords {
    private final MarketDataEvent marketData = new MarketDataEvent();
    private final OrderEvent order = new OrderEvent();
    private final FillEvent fill = new FillEvent();
    private final FillCopyEvent copy = new FillCopyEvent();
    private final FundingEvent funding = new FundingEvent();
    private final TimerEvent timer = new TimerEvent();
    private final SessionEvent session = new SessionEvent();
    private final CommandEvent command = new CommandEvent();
    private final InstrumentStatusEvent status = new InstrumentStatusEvent();
    private final RefusedEvent refused = new RefusedEvent();
    private final IndexPriceEvent indexPrice = new IndexPriceEvent();
    private final AccrualEvent accrual = new AccrualEvent();
    private final SettlementEvent settlement = new SettlementEvent();
    private final TradeCorrectionEvent correction = new TradeCorrectionEvent();
    private final FeeEvent fee = new FeeEvent();
    private final CashEvent cash = new CashEvent();
    private final BalanceReportEvent balance = new BalanceReportEvent();
    private final PositionReportEvent position = new PositionReportEvent();
    private final ResolutionEvent resolution = new ResolutionEvent();
    private final TermEvent term = new TermEvent();
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
                line.put("role", word(session.role())).put("state", word(session.state()));
                line.put("text", session.text());
            }
            case EventKind.COMMAND -> {
                command.wrap(buffer, offset);
                line.put("command", word(command.command()))
                        .put("reason", command.reason())
                        .put("operator", command.operator());
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
            case EventKind.INDEX_PRICE -> indexPrice(line, indexPrice.wrap(buffer, offset));
            case EventKind.ACCRUAL -> accrual(line, accrual.wrap(buffer, offset));
            case EventKind.SETTLEMENT -> settlement(line, settlement.wrap(buffer, offset));
            case EventKind.TRADE_CORRECTION -> correction(line, correction.wrap(buffer, offset));
            case EventKind.FEE -> fee(line, fee.wrap(buffer, offset));
            case EventKind.CASH -> cash(line, cash.wrap(buffer, offset));
            case EventKind.BALANCE_REPORT -> balance(line, balance.wrap(buffer, offset));
            case EventKind.POSITION_REPORT -> position(line, position.wrap(buffer, offset));
            case EventKind.RESOLUTION -> resolution(line, resolution.wrap(buffer, offset));
            case EventKind.TERM -> term(line, term.wrap(buffer, offset));
            case EventKind.FILL_COPY -> copy(line, copy.wrap(buffer, offset));
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
                .put("event", word(e.type()));
        if (e.status() != OrderStatus.NONE) {
            line.put("status", word(e.status()));
        }
        if (e.quantity() != 0) {
            line.putDecimal("quantity", e.quantity());
        }
        if (e.price() != 0) {
            line.putDecimal("price", e.price());
        }
        line.putDecimal("cum_quantity", e.cumQuantity())
                .putDecimal("leaves_quantity", e.leavesQuantity())
                .put("reason", e.reason())
                .put("order_id", e.orderId())
                .put("text", e.text());
    }

    private void copy(RecordLine line, FillCopyEvent e) {
        line.put("cl_ord_id", e.clOrdId())
                .put("symbol", symbols.of(e.instrument()))
                .put("side", word(e.side()))
                .putDecimal("quantity", e.quantity())
                .putDecimal("price", e.price())
                .put("exec_id", e.execId());
    }

    private void fill(RecordLine line, FillEvent e) {
        line.put("cl_ord_id", e.clOrdId())
                .put("symbol", symbols.of(e.instrument()))
                .put("side", word(e.side()))
                .put("liquidity", word(e.liquidity()))
                .putDecimal("quantity", e.quantity())
                .putDecimal("price", e.price());
        if (e.hasCommission() != 0) {
            line.putDecimal("commission", e.commission()).put("commission_currency", e.commissionCurrency());
        }
        line.putDecimal("cum_quantity", e.cumQuantity())
                .putDecimal("leaves_quantity", e.leavesQuantity())
                .put("exec_id", e.execId())
                .put("order_id", e.orderId());
    }

    private void indexPrice(RecordLine line, IndexPriceEvent e) {
        line.put("currency", e.currency()).putDecimal("price", e.price());
    }

    private void accrual(RecordLine line, AccrualEvent e) {
        line.put("accrual", word(e.type()))
                .put("symbol", symbols.of(e.instrument()))
                .put("currency", e.currency())
                .putRate("rate", e.rate())
                .put("boundary", SessionReport.time(e.boundaryNs()));
    }

    private void settlement(RecordLine line, SettlementEvent e) {
        line.put("symbol", symbols.of(e.instrument()))
                .put("settlement", word(e.type()))
                .putDecimal("price", e.price());
    }

    private void correction(RecordLine line, TradeCorrectionEvent e) {
        line.put("correction", word(e.type()))
                .put("cl_ord_id", e.clOrdId())
                .put("symbol", symbols.of(e.instrument()))
                .put("side", word(e.side()))
                .put("liquidity", word(e.liquidity()))
                .putDecimal("quantity", e.quantity())
                .putDecimal("price", e.price());
        if (e.hasCommission() != 0) {
            line.putDecimal("commission", e.commission()).put("commission_currency", e.commissionCurrency());
        }
        line.put("exec_id", e.execId()).put("exec_ref_id", e.execRefId());
    }

    private void fee(RecordLine line, FeeEvent e) {
        line.put("symbol", symbols.of(e.instrument()))
                .put("fee", word(e.feeKind()))
                .put("currency", e.currency())
                .putDecimal("amount", e.amount())
                .put("exec_ref_id", e.execRefId())
                .put("fee_id", e.feeId());
    }

    private void cash(RecordLine line, CashEvent e) {
        line.put("cash", word(e.type())).put("currency", e.currency()).putDecimal("amount", e.amount());
        if (e.type() == CashType.CONVERSION) {
            line.put("to_currency", e.toCurrency()).putDecimal("to_amount", e.toAmount());
        }
        line.put("id", e.id());
    }

    private void balance(RecordLine line, BalanceReportEvent e) {
        line.put("status", word(e.status()))
                .put("of", word(e.type()))
                .put("currency", e.currency())
                .putDecimal("balance", e.balance())
                .put("as_of_sequence", e.asOfSequence())
                .put("text", e.text());
    }

    private void position(RecordLine line, PositionReportEvent e) {
        line.put("status", word(e.status()))
                .put("symbol", symbols.of(e.instrument()))
                .putDecimal("quantity", e.quantity())
                .put("as_of_sequence", e.asOfSequence())
                .put("text", e.text());
    }

    private void resolution(RecordLine line, ResolutionEvent e) {
        line.put("break_id", e.breakId())
                .put("account", e.account())
                .putDecimal("amount", e.amount())
                .put("operator", e.operator())
                .put("reason", e.reason())
                .put("resolution_id", e.resolutionId());
    }

    private void term(RecordLine line, TermEvent e) {
        putTerm(line, symbols, e.term(), e.instrument());
        line.put("value", value(e.term(), e.value()))
                .put("operator", e.operator())
                .put("reason", e.reason());
    }

    /** Names a term, and whose it is where it is an instrument's; an unknown ordinal stands as a number. */
    static void putTerm(RecordLine line, Symbols symbols, int term, int instrument) {
        line.put("term", known(term) ? Term.of(term).key() : Integer.toString(term));
        if (instrument >= 0) {
            line.put("symbol", symbols.of(instrument));
        }
    }

    /** @return a term's value as a person writes it */
    static String value(int term, long value) {
        return known(term) ? Term.of(term).format(value) : Long.toString(value);
    }

    private static boolean known(int term) {
        return term >= 0 && term < Term.count();
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
            case EventKind.INDEX_PRICE -> "index-price";
            case EventKind.ACCRUAL -> "accrual";
            case EventKind.SETTLEMENT -> "settlement";
            case EventKind.TRADE_CORRECTION -> "trade-correction";
            case EventKind.FEE -> "fee";
            case EventKind.CASH -> "cash";
            case EventKind.BALANCE_REPORT -> "balance-report";
            case EventKind.POSITION_REPORT -> "position-report";
            case EventKind.RESOLUTION -> "resolution";
            case EventKind.TERM -> "term";
            case EventKind.FILL_COPY -> "fill-copy";
            case EventKind.CONFIG -> "config";
            case EventKind.UNIVERSE -> "universe";
            default -> "unknown";
        };
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
