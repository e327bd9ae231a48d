package mnvh.journal;

import java.util.List;
import mnvh.event.AccrualEvent;
import mnvh.event.AccrualType;
import mnvh.event.BalanceReportEvent;
import mnvh.event.BalanceType;
import mnvh.event.CashEvent;
import mnvh.event.CashType;
import mnvh.event.Command;
import mnvh.event.CommandEvent;
import mnvh.event.CorrectionType;
import mnvh.event.EventKind;
import mnvh.event.FeeEvent;
import mnvh.event.FillCopyEvent;
import mnvh.event.FillEvent;
import mnvh.event.FundingEvent;
import mnvh.event.IndexPriceEvent;
import mnvh.event.InstrumentStatusEvent;
import mnvh.event.MarketDataEvent;
import mnvh.event.OrderEvent;
import mnvh.event.OrderEventType;
import mnvh.event.OrderStatus;
import mnvh.event.OutboundFrame;
import mnvh.event.PositionReportEvent;
import mnvh.event.Refusal;
import mnvh.event.RefusedEvent;
import mnvh.event.ReportStatus;
import mnvh.event.ResolutionEvent;
import mnvh.event.SessionEvent;
import mnvh.event.SessionRole;
import mnvh.event.SessionState;
import mnvh.event.SettlementEvent;
import mnvh.event.SettlementType;
import mnvh.event.TermEvent;
import mnvh.event.TimerEvent;
import mnvh.event.TradeCorrectionEvent;
import mnvh.event.TradingStatus;
import mnvh.units.FeeKind;
import mnvh.units.Liquidity;
import mnvh.units.Side;

/** Layouts of the records of both streams. */
final class EventLayouts {
    private static final String CURRENCY = "index among the run's currencies";
    private static final String AS_OF = "last inbound sequence that the report includes, 0 for unknown";
    static final String TERM = "ordinal of the limit, margin factor or fee";

    private EventLayouts() {}

    static List<RecordLayout> all() {
        return List.of(
                RecordLayout.record("market_data", EventKind.MARKET_DATA, MarketDataEvent.LENGTH)
                        .add("instrument", 48, FieldType.INSTRUMENT, "")
                        .add("bid_price", 56, FieldType.DECIMAL, "best bid, 0 for none")
                        .add("bid_size", 64, FieldType.DECIMAL, "quantity at the best bid")
                        .add("ask_price", 72, FieldType.DECIMAL, "best offer, 0 for none")
                        .add("ask_size", 80, FieldType.DECIMAL, "quantity at the best offer")
                        .add("last_price", 88, FieldType.DECIMAL, "last trade, 0 for none")
                        .add("volume", 96, FieldType.DECIMAL, "traded since the instrument's previous event")
                        .add("mark_price", 104, FieldType.DECIMAL, "the venue's own mark, 0 for none")
                        .add("received_ns", 112, FieldType.TIME, "when the edge received it")
                        .build(),
                RecordLayout.record("order", EventKind.ORDER, OrderEvent.LENGTH)
                        .add("cl_ord_id", 48, FieldType.I64, "ClOrdID(11)")
                        .add("instrument", 56, FieldType.INSTRUMENT, "")
                        .add("type", 60, OrderEventType.values(), "what the venue says")
                        .add("status", 61, OrderStatus.values(), "OrdStatus(39) of a status report")
                        .add("cum_quantity", 64, FieldType.DECIMAL, "CumQty(14)")
                        .add("leaves_quantity", 72, FieldType.DECIMAL, "LeavesQty(151)")
                        .add(
                                "reason",
                                80,
                                FieldType.I32,
                                "OrdRejReason(103), CxlRejReason(102), BusinessRejectReason(380)")
                        .text("order_id", 88, 32, "OrderID(37)")
                        .text("text", 120, 96, "Text(58)")
                        .add("quantity", 216, FieldType.DECIMAL, "OrderQty(38), 0 where the report is silent")
                        .add("price", 224, FieldType.DECIMAL, "limit Price(44), 0 where the report is silent")
                        .build(),
                RecordLayout.record("fill", EventKind.FILL, FillEvent.LENGTH)
                        .add("cl_ord_id", 48, FieldType.I64, "ClOrdID(11), 0 when it names none of ours")
                        .add("instrument", 56, FieldType.INSTRUMENT, "")
                        .add("side", 60, Side.values(), "Side(54)")
                        .add("liquidity", 61, Liquidity.values(), "LastLiquidityInd(851)")
                        .add("has_commission", 62, FieldType.I8, "1 when the venue reported Commission(12)")
                        .add("commission_currency", 63, FieldType.I8, CURRENCY)
                        .add("quantity", 64, FieldType.DECIMAL, "LastQty(32), positive")
                        .add("price", 72, FieldType.DECIMAL, "LastPx(31)")
                        .add("commission", 80, FieldType.DECIMAL, "Commission(12), positive is a cost")
                        .add("cum_quantity", 88, FieldType.DECIMAL, "CumQty(14)")
                        .add("leaves_quantity", 96, FieldType.DECIMAL, "LeavesQty(151)")
                        .text("exec_id", 104, 32, "ExecID(17)")
                        .text("order_id", 136, 32, "OrderID(37)")
                        .build(),
                RecordLayout.record("funding", EventKind.FUNDING, FundingEvent.LENGTH)
                        .add("instrument", 48, FieldType.INSTRUMENT, "")
                        .add("rate", 56, FieldType.RATE, "a long pays when it is positive")
                        .add("price", 64, FieldType.DECIMAL, "mark of the settlement")
                        .add("boundary_ns", 72, FieldType.TIME, "the settlement time")
                        .build(),
                RecordLayout.record("timer", EventKind.TIMER, TimerEvent.LENGTH)
                        .add("close_ns", 48, FieldType.TIME, "T[k], the step's close")
                        .build(),
                RecordLayout.record("session", EventKind.SESSION, SessionEvent.LENGTH)
                        .add("state", 48, SessionState.values(), "what the venue session is now")
                        .add("role", 49, SessionRole.values(), "which session")
                        .text("text", 56, 96, "why")
                        .build(),
                RecordLayout.record("command", EventKind.COMMAND, CommandEvent.LENGTH)
                        .add("command", 48, Command.values(), "what to do")
                        .text("reason", 56, 96, "in the words of who asks")
                        .text("operator", 152, 32, "who asks, empty where the daemon does")
                        .build(),
                RecordLayout.record("instrument_status", EventKind.INSTRUMENT_STATUS, InstrumentStatusEvent.LENGTH)
                        .add("instrument", 48, FieldType.INSTRUMENT, "")
                        .add("status", 52, TradingStatus.values(), "SecurityTradingStatus(326)")
                        .build(),
                RecordLayout.record("refused", EventKind.REFUSED, RefusedEvent.LENGTH)
                        .add("refusal", 48, Refusal.values(), "what was wrong")
                        .add("instrument", 52, FieldType.INSTRUMENT, "-1 where it has none")
                        .text("text", 56, 160, "the offending field and value")
                        .build(),
                RecordLayout.record("index_price", EventKind.INDEX_PRICE, IndexPriceEvent.LENGTH)
                        .add("currency", 48, FieldType.I32, CURRENCY)
                        .add("price", 56, FieldType.DECIMAL, "units of the reporting currency for one of this one")
                        .build(),
                RecordLayout.record("accrual", EventKind.ACCRUAL, AccrualEvent.LENGTH)
                        .add("instrument", 48, FieldType.INSTRUMENT, "-1 for interest")
                        .add("currency", 52, FieldType.I32, CURRENCY)
                        .add("type", 56, AccrualType.values(), "what accrued")
                        .add("rate", 64, FieldType.RATE, "of the whole period; positive: a short pays, a wallet earns")
                        .add("boundary_ns", 72, FieldType.TIME, "end of the period")
                        .build(),
                RecordLayout.record("settlement", EventKind.SETTLEMENT, SettlementEvent.LENGTH)
                        .add("instrument", 48, FieldType.INSTRUMENT, "")
                        .add("type", 52, SettlementType.values(), "why it ends")
                        .add("price", 56, FieldType.DECIMAL, "final settlement price")
                        .build(),
                RecordLayout.record("trade_correction", EventKind.TRADE_CORRECTION, TradeCorrectionEvent.LENGTH)
                        .add("cl_ord_id", 48, FieldType.I64, "ClOrdID(11), 0 when it names none of ours")
                        .add("instrument", 56, FieldType.INSTRUMENT, "")
                        .add("side", 60, Side.values(), "Side(54)")
                        .add("liquidity", 61, Liquidity.values(), "LastLiquidityInd(851)")
                        .add("has_commission", 62, FieldType.I8, "1 when the venue reported Commission(12)")
                        .add("type", 63, CorrectionType.values(), "what the venue does to the fill, ExecType(150)")
                        .add("commission_currency", 64, FieldType.I32, CURRENCY)
                        .add("quantity", 72, FieldType.DECIMAL, "LastQty(32) as it is now, positive; 0 for a bust")
                        .add("price", 80, FieldType.DECIMAL, "LastPx(31) as it is now; 0 for a bust")
                        .add("commission", 88, FieldType.DECIMAL, "Commission(12) as it is now, positive is a cost")
                        .text("exec_id", 96, 32, "ExecID(17)")
                        .text("exec_ref_id", 128, 32, "ExecRefID(19), the ExecID(17) of the fill")
                        .build(),
                RecordLayout.record("fee", EventKind.FEE, FeeEvent.LENGTH)
                        .add("instrument", 48, FieldType.INSTRUMENT, "")
                        .add("currency", 52, FieldType.I32, CURRENCY)
                        .add("fee_kind", 56, FeeKind.values(), "what it is for")
                        .add("amount", 64, FieldType.DECIMAL, "positive is a cost")
                        .text("exec_ref_id", 72, 32, "ExecID(17) of the fill")
                        .text("fee_id", 104, 32, "the name of the fee itself")
                        .build(),
                RecordLayout.record("cash", EventKind.CASH, CashEvent.LENGTH)
                        .add("currency", 48, FieldType.I32, CURRENCY)
                        .add("to_currency", 52, FieldType.I32, "of what came in a conversion")
                        .add("type", 56, CashType.values(), "how it moved")
                        .add("amount", 64, FieldType.DECIMAL, "external: positive came in; conversion: what left")
                        .add("to_amount", 72, FieldType.DECIMAL, "what came in a conversion, positive; 0 for external")
                        .text("id", 80, 32, "the name of the movement")
                        .build(),
                RecordLayout.record("balance_report", EventKind.BALANCE_REPORT, BalanceReportEvent.LENGTH)
                        .add("currency", 48, FieldType.I32, CURRENCY)
                        .add("status", 52, ReportStatus.values(), "whether the venue answered")
                        .add("type", 53, BalanceType.values(), "what is reported")
                        .add("balance", 56, FieldType.DECIMAL, "wallet or total; what raised the wallet is positive")
                        .add("as_of_sequence", 64, FieldType.I64, AS_OF)
                        .text("text", 72, 96, "why it failed")
                        .build(),
                RecordLayout.record("position_report", EventKind.POSITION_REPORT, PositionReportEvent.LENGTH)
                        .add("instrument", 48, FieldType.INSTRUMENT, "")
                        .add("status", 52, ReportStatus.values(), "whether the venue answered")
                        .add("quantity", 56, FieldType.DECIMAL, "the venue's position, signed")
                        .add("as_of_sequence", 64, FieldType.I64, AS_OF)
                        .text("text", 72, 96, "why it failed")
                        .build(),
                RecordLayout.record("resolution", EventKind.RESOLUTION, ResolutionEvent.LENGTH)
                        .add("break_id", 48, FieldType.I64, "the inbound sequence that raised the break")
                        .add("account", 56, FieldType.I32, "ordinal of the ledger's account that explains it")
                        .add("amount", 64, FieldType.DECIMAL, "what moves there from suspense, signed")
                        .text("operator", 72, 32, "who says so")
                        .text("reason", 104, 96, "in the words of who asks")
                        .text("resolution_id", 200, 32, "the name of the explanation itself")
                        .build(),
                RecordLayout.record("term", EventKind.TERM, TermEvent.LENGTH)
                        .add("term", 48, FieldType.I32, TERM)
                        .add("instrument", 52, FieldType.INSTRUMENT, "-1 for a limit of the account")
                        .add("value", 56, FieldType.I64, "what it is to be, in the term's own fixed point")
                        .text("reason", 64, 96, "in the words of who asks")
                        .text("operator", 160, 32, "who asks")
                        .build(),
                RecordLayout.record("fill_copy", EventKind.FILL_COPY, FillCopyEvent.LENGTH)
                        .add("cl_ord_id", 48, FieldType.I64, "ClOrdID(11), 0 when it names none of ours")
                        .add("instrument", 56, FieldType.INSTRUMENT, "")
                        .add("side", 60, Side.values(), "Side(54)")
                        .add("quantity", 64, FieldType.DECIMAL, "LastQty(32), positive")
                        .add("price", 72, FieldType.DECIMAL, "LastPx(31)")
                        .text("exec_id", 80, 32, "ExecID(17)")
                        .build(),
                RecordLayout.record("config", EventKind.CONFIG, TextRecord.TEXT_OFFSET)
                        .add("text_length", TextRecord.TEXT_LENGTH_OFFSET, FieldType.I32, "bytes of the text")
                        .add("text", TextRecord.TEXT_OFFSET, FieldType.UTF8, "the whole configuration")
                        .build(),
                RecordLayout.record("universe", EventKind.UNIVERSE, TextRecord.TEXT_OFFSET)
                        .add("text_length", TextRecord.TEXT_LENGTH_OFFSET, FieldType.I32, "bytes of the text")
                        .add(
                                "text",
                                TextRecord.TEXT_OFFSET,
                                FieldType.UTF8,
                                "one instrument a line, columns apart by tabs")
                        .build(),
                RecordLayout.record("frame", EventKind.FRAME, OutboundFrame.SECTIONS_OFFSET)
                        .add("sections", 48, FieldType.I32, "sections that follow")
                        .build());
    }
}
