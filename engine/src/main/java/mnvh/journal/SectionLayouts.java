package mnvh.journal;

import java.util.List;
import mnvh.event.BreakCause;
import mnvh.event.BreakSection;
import mnvh.event.CancelOrderSection;
import mnvh.event.CertificateSection;
import mnvh.event.DenialSection;
import mnvh.event.FillSection;
import mnvh.event.NewOrderSection;
import mnvh.event.NoticeSection;
import mnvh.event.OrderStateSection;
import mnvh.event.OutboundFrame;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.event.TermSection;
import mnvh.event.VarianceRatioSection;
import mnvh.units.Liquidity;
import mnvh.units.Side;
import mnvh.units.TimeInForce;

/** Layouts of the sections of a frame. */
final class SectionLayouts {
    private SectionLayouts() {}

    static List<RecordLayout> all() {
        return List.of(
                RecordLayout.record("new_order", SectionKind.NEW_ORDER, NewOrderSection.LENGTH)
                        .add("cl_ord_id", 8, FieldType.I64, "ClOrdID(11)")
                        .add("instrument", 16, FieldType.INSTRUMENT, "")
                        .add("side", 20, Side.values(), "Side(54)")
                        .add("time_in_force", 21, TimeInForce.values(), "TimeInForce(59)")
                        .add("quantity", 24, FieldType.DECIMAL, "OrderQty(38), positive")
                        .add("price", 32, FieldType.DECIMAL, "limit Price(44)")
                        .add("mark_price", 40, FieldType.DECIMAL, "mark at the decision")
                        .add("step", 48, FieldType.I64, "number of the step that decided it")
                        .build(),
                RecordLayout.record("cancel_order", SectionKind.CANCEL_ORDER, CancelOrderSection.LENGTH)
                        .add("cl_ord_id", 8, FieldType.I64, "ClOrdID(11) of the request")
                        .add("orig_cl_ord_id", 16, FieldType.I64, "OrigClOrdID(41)")
                        .add("instrument", 24, FieldType.INSTRUMENT, "")
                        .add("side", 28, Side.values(), "Side(54)")
                        .add("quantity", 32, FieldType.DECIMAL, "OrderQty(38) of the order")
                        .build(),
                StepLayout.step(),
                RecordLayout.record("column", SectionKind.COLUMN, OutboundFrame.COLUMN_ENTRIES)
                        .add("column", 8, FieldType.I32, "what the entries hold")
                        .build(),
                RecordLayout.record("fill", SectionKind.FILL, FillSection.LENGTH)
                        .add("cl_ord_id", 8, FieldType.I64, "ClOrdID(11)")
                        .add("instrument", 16, FieldType.INSTRUMENT, "")
                        .add("side", 20, Side.values(), "Side(54)")
                        .add("liquidity", 21, Liquidity.values(), "LastLiquidityInd(851)")
                        .add("fee_reported", 22, FieldType.I8, "1 when the fee is Commission(12), 0 when scheduled")
                        .add("fee_currency", 23, FieldType.I8, "of the fee, index among the run's currencies")
                        .add("quantity", 24, FieldType.DECIMAL, "LastQty(32)")
                        .add("price", 32, FieldType.DECIMAL, "LastPx(31)")
                        .add("mark_price", 40, FieldType.DECIMAL, "mark in force")
                        .add("fee", 48, FieldType.DECIMAL, "charged, positive is a cost")
                        .add("realised", 56, FieldType.DECIMAL, "profit on the closed lots before fees")
                        .add("position", 64, FieldType.DECIMAL, "after, signed")
                        .add("cash", 72, FieldType.DECIMAL, "after, wallet plus financing")
                        .add("equity", 80, FieldType.DECIMAL, "after")
                        .add("scheduled_fee", 88, FieldType.DECIMAL, "by schedule, in the settlement currency")
                        .add("fee_difference", 96, FieldType.DECIMAL, "charged less scheduled, reporting currency")
                        .build(),
                RecordLayout.record("order_state", SectionKind.ORDER_STATE, OrderStateSection.LENGTH)
                        .add("cl_ord_id", 8, FieldType.I64, "ClOrdID(11)")
                        .add("instrument", 16, FieldType.INSTRUMENT, "")
                        .add("from", 20, FieldType.NAME8, "state before")
                        .add("to", 21, FieldType.NAME8, "state after")
                        .add("cause", 22, FieldType.NAME8, "what caused it")
                        .add("cum_quantity", 24, FieldType.DECIMAL, "filled so far")
                        .add("leaves_quantity", 32, FieldType.DECIMAL, "still open")
                        .build(),
                RecordLayout.record("denial", SectionKind.DENIAL, DenialSection.LENGTH)
                        .add("instrument", 8, FieldType.INSTRUMENT, "-1 for the whole basket")
                        .add("reason", 12, FieldType.NAME32, "the verdict")
                        .add("before", 16, FieldType.I64, "the checked value before the trade, in the check's own unit")
                        .add("after", 24, FieldType.I64, "the checked value with it")
                        .add("limit", 32, FieldType.I64, "the limit")
                        .add("notional", 40, FieldType.DECIMAL, "the trade, signed")
                        .build(),
                RecordLayout.record("notice", SectionKind.NOTICE, NoticeSection.LENGTH)
                        .add("code", 8, FieldType.NAME32, "the notice")
                        .add("instrument", 12, FieldType.INSTRUMENT, "-1 for none")
                        .add("value", 16, FieldType.I64, "the number that caused it, in the notice's own unit")
                        .add("limit", 24, FieldType.I64, "what it was held against")
                        .add("state_before", 32, FieldType.NAME32, "engine state before")
                        .add("state_after", 36, FieldType.NAME32, "engine state after")
                        .build(),
                RecordLayout.record("certificate", SectionKind.CERTIFICATE, CertificateSection.LENGTH)
                        .add("currency", 8, FieldType.I32, "index among the run's currencies")
                        .add("known", 12, FieldType.I32, "1 when its index price was known and in time, else 0")
                        .add("step", 16, FieldType.I64, "number of the step, from 0")
                        .add("index_price", 24, FieldType.DECIMAL, "reporting currency for one of this one, 0 for none")
                        .add("wallet", 32, FieldType.DECIMAL, "balance of the wallet, debits positive")
                        .add("financing", 40, FieldType.DECIMAL, "balance of the financing, debits positive")
                        .add("position_value", 48, FieldType.DECIMAL, "balance of the position value, debits positive")
                        .add("capital", 56, FieldType.DECIMAL, "balance of the capital, debits positive")
                        .add("debits", 64, FieldType.DECIMAL, "sum of all positive balances of the currency's accounts")
                        .add("credits", 72, FieldType.DECIMAL, "sum of all their negative balances")
                        .add("residual", 80, FieldType.DECIMAL, "what the identities leave over; 0")
                        .add("translated_equity", 88, FieldType.DECIMAL, "equity in the reporting currency")
                        .add("fx", 96, FieldType.DECIMAL, "income from changes of its worth, in the reporting currency")
                        .add("rounding", 104, FieldType.DECIMAL, "remainders of translation, in the reporting currency")
                        .add("books_hash", 112, FieldType.HEX64, "hash of the books")
                        .build(),
                RecordLayout.record("replace_order", SectionKind.REPLACE_ORDER, ReplaceOrderSection.LENGTH)
                        .add("cl_ord_id", 8, FieldType.I64, "ClOrdID(11) of the request, the order's from 150=5 on")
                        .add("orig_cl_ord_id", 16, FieldType.I64, "OrigClOrdID(41)")
                        .add("instrument", 24, FieldType.INSTRUMENT, "")
                        .add("side", 28, Side.values(), "Side(54)")
                        .add("time_in_force", 29, TimeInForce.values(), "TimeInForce(59)")
                        .add("quantity", 32, FieldType.DECIMAL, "new OrderQty(38), what has filled included")
                        .add("price", 40, FieldType.DECIMAL, "new limit Price(44)")
                        .build(),
                RecordLayout.record("break", SectionKind.BREAK, BreakSection.LENGTH)
                        .add("break_id", 8, FieldType.I64, "the inbound sequence that raised it")
                        .add("cause", 16, BreakCause.values(), "what showed it")
                        .add("instrument", 20, FieldType.INSTRUMENT, "-1 for a difference in cash")
                        .add("currency", 24, FieldType.I32, "index among the run's currencies, -1 for a position")
                        .add("amount", 32, FieldType.DECIMAL, "what the venue has more and is unexplained, signed")
                        .add("first_ns", 40, FieldType.TIME, "event time of the record that raised it")
                        .build(),
                RecordLayout.record("term", SectionKind.TERM, TermSection.LENGTH)
                        .add("term", 8, FieldType.I32, EventLayouts.TERM)
                        .add("instrument", 12, FieldType.INSTRUMENT, "-1 for a limit of the account")
                        .add("before", 16, FieldType.I64, "what it was, in the term's own fixed point")
                        .add("after", 24, FieldType.I64, "what it is from now on")
                        .build(),
                RecordLayout.record("variance_ratio", SectionKind.VARIANCE_RATIO, VarianceRatioSection.LENGTH)
                        .add("horizon_steps", 8, FieldType.I32, "h, in steps")
                        .add("ratio", 16, FieldType.F64, "VR(h); NaN while not ready")
                        .build(),
                ProofLayouts.decision(),
                ProofLayouts.orderProof());
    }
}
