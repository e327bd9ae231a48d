package mnvh.report;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import mnvh.event.BreakSection;
import mnvh.event.CancelOrderSection;
import mnvh.event.CertificateSection;
import mnvh.event.Column;
import mnvh.event.DecisionSection;
import mnvh.event.DenialSection;
import mnvh.event.EventHeader;
import mnvh.event.FillSection;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.Notice;
import mnvh.event.NoticeSection;
import mnvh.event.OrderProofSection;
import mnvh.event.OrderStateSection;
import mnvh.event.ReplaceOrderSection;
import mnvh.event.SectionKind;
import mnvh.event.StepOutcome;
import mnvh.event.StepSection;
import mnvh.event.TermSection;
import mnvh.event.VarianceRatioSection;
import mnvh.journal.JournalReader;
import mnvh.units.Component;

/** Puts the sections of outbound frames into words. One thread. */
final class OutboundWords {
    private static final int COMPONENTS = Component.values().length;

    private final FrameReader reader = new FrameReader();
    private final NewOrderSection order = new NewOrderSection();
    private final CancelOrderSection cancel = new CancelOrderSection();
    private final ReplaceOrderSection replace = new ReplaceOrderSection();
    private final StepSection step = new StepSection();
    private final FillSection fill = new FillSection();
    private final OrderStateSection state = new OrderStateSection();
    private final DenialSection denial = new DenialSection();
    private final NoticeSection notice = new NoticeSection();
    private final CertificateSection certificate = new CertificateSection();
    private final BreakSection difference = new BreakSection();
    private final VarianceRatioSection ratio = new VarianceRatioSection();
    private final DecisionSection decision = new DecisionSection();
    private final OrderProofSection proof = new OrderProofSection();
    private final TermSection term = new TermSection();
    private final Symbols symbols;
    private final RecordNames names;

    OutboundWords(Symbols symbols, RecordNames names) {
        this.symbols = symbols;
        this.names = names;
    }

    /** Appends one line per section of the reader's frame. */
    void append(JournalReader journal, Queue<RecordLine> lines) {
        ByteBuffer buffer = journal.buffer();
        int offset = journal.offset();
        long sequence = EventHeader.sequence(buffer, offset);
        long cause = EventHeader.cause(buffer, offset);
        long timestampNs = EventHeader.timestampNs(buffer, offset);
        reader.wrap(buffer, offset);
        while (reader.next()) {
            RecordLine line = new RecordLine("out", sequence, cause, timestampNs, type(reader.kind()));
            describe(line, buffer, reader.start());
            lines.add(line);
        }
    }

    /** @return an empty queue that {@link #append} fills */
    static Queue<RecordLine> queue() {
        return new ArrayDeque<>();
    }

    private void describe(RecordLine line, ByteBuffer buffer, int start) {
        switch (reader.kind()) {
            case SectionKind.NEW_ORDER -> order(line, order.wrap(buffer, start));
            case SectionKind.CANCEL_ORDER -> cancel(line, cancel.wrap(buffer, start));
            case SectionKind.REPLACE_ORDER -> replace(line, replace.wrap(buffer, start));
            case SectionKind.STEP -> step(line, step.wrap(buffer, start));
            case SectionKind.COLUMN -> column(line);
            case SectionKind.FILL -> fill(line, fill.wrap(buffer, start));
            case SectionKind.ORDER_STATE -> state(line, state.wrap(buffer, start));
            case SectionKind.DENIAL -> denial(line, denial.wrap(buffer, start));
            case SectionKind.NOTICE -> notice(line, notice.wrap(buffer, start));
            case SectionKind.CERTIFICATE -> certificate(line, certificate.wrap(buffer, start));
            case SectionKind.BREAK -> difference(line, difference.wrap(buffer, start));
            case SectionKind.VARIANCE_RATIO -> ratio(line, ratio.wrap(buffer, start));
            case SectionKind.DECISION -> decision(line, decision.wrap(buffer, start));
            case SectionKind.ORDER_PROOF -> proof(line, proof.wrap(buffer, start));
            case SectionKind.TERM -> term(line, term.wrap(buffer, start));
            default -> line.put("kind", reader.kind());
        }
    }

    private void term(RecordLine line, TermSection s) {
        InboundWords.putTerm(line, symbols, s.term(), s.instrument());
        line.put("before", InboundWords.value(s.term(), s.before()))
                .put("after", InboundWords.value(s.term(), s.after()));
    }

    private void ratio(RecordLine line, VarianceRatioSection s) {
        line.put("horizon_steps", s.horizonSteps()).put("ratio", s.ratio());
    }

    private void difference(RecordLine line, BreakSection s) {
        line.put("break_id", s.breakId())
                .put("cause", InboundWords.word(s.cause()))
                .put("symbol", symbols.of(s.instrument()))
                .put("currency", s.currency())
                .putDecimal("amount", s.amount())
                .put("first", SessionReport.time(s.firstNs()));
    }

    private void order(RecordLine line, NewOrderSection s) {
        line.put("cl_ord_id", s.clOrdId())
                .put("symbol", symbols.of(s.instrument()))
                .put("side", InboundWords.word(s.side()))
                .put("time_in_force", InboundWords.word(s.timeInForce()))
                .putDecimal("quantity", s.quantity())
                .putDecimal("price", s.price())
                .putDecimal("mark", s.markPrice())
                .put("step", s.step());
    }

    private void cancel(RecordLine line, CancelOrderSection s) {
        line.put("cl_ord_id", s.clOrdId())
                .put("orig_cl_ord_id", s.origClOrdId())
                .put("symbol", symbols.of(s.instrument()))
                .put("side", InboundWords.word(s.side()))
                .putDecimal("quantity", s.quantity());
    }

    private void replace(RecordLine line, ReplaceOrderSection s) {
        line.put("cl_ord_id", s.clOrdId())
                .put("orig_cl_ord_id", s.origClOrdId())
                .put("symbol", symbols.of(s.instrument()))
                .put("side", InboundWords.word(s.side()))
                .put("time_in_force", InboundWords.word(s.timeInForce()))
                .putDecimal("quantity", s.quantity())
                .putDecimal("price", s.price());
    }

    private void step(RecordLine line, StepSection s) {
        line.put("step", s.step())
                .put("close", SessionReport.time(s.closeNs()))
                .put("outcome", InboundWords.word(StepOutcome.of(s.outcome())))
                .put("state", RecordNames.word(names.tradingStates(), s.state()))
                .put("present", s.present())
                .put("orders", s.orders())
                .put("denied", s.denied())
                .putDecimal("equity", s.equity())
                .putDecimal("cash", s.cash())
                .putDecimal("position_value", s.positionValue())
                .putDecimal("gross", s.gross())
                .putDecimal("net", s.net())
                .putDecimal("margin_used", s.marginUsed())
                .putDecimal("maintenance_margin", s.maintenanceMargin())
                .putRate("liquidation_distance", s.liquidationDistance())
                .put("rho", s.rho())
                .put("dispersion", s.dispersion())
                .put("throttle", s.throttle())
                .put("market_beta_ratio", s.marketBetaRatio())
                .putRate("financing_scale", s.financingScale())
                .putRate("risk_scale", s.riskScale())
                .putDecimal("cash_demand", s.cashDemand())
                .putDecimal("residual", s.residual())
                .put("state_hash", SessionReport.hex(s.stateHash()));
    }

    private void column(RecordLine line) {
        int id = reader.column();
        line.put("column", columnName(id));
        for (int i = 0; i < reader.count(); i++) {
            int instrument = reader.instrument(i);
            // A component that belongs to no instrument stands in its currency's general row.
            boolean general = instrument < 0 && id < COMPONENTS;
            String symbol = general ? "currency#" + (-1 - instrument) : symbols.of(instrument);
            if (Column.isDouble(id)) {
                line.put(symbol, reader.doubleValue(i));
            } else {
                line.putDecimal(symbol, reader.value(i));
            }
        }
    }

    static String columnName(int id) {
        if (id >= 0 && id < COMPONENTS) {
            return InboundWords.word(Component.of(id));
        }
        return switch (id) {
            case Column.MARK -> "mark";
            case Column.LIQUIDATION_DISTANCE -> "liquidation_distance";
            case Column.STEP_RETURN -> "step-return";
            case Column.WEIGHT -> "weight";
            case Column.MARKET_BETA -> "market-beta";
            case Column.POSITION -> "position";
            case Column.PROPOSED -> "proposed";
            case Column.AFTER_BAND -> "after-band";
            case Column.AFTER_CLIPS -> "after-clips";
            case Column.AFTER_NEUTRALITY -> "after-neutrality";
            case Column.AFTER_FINANCING -> "after-financing";
            case Column.AFTER_RISK -> "after-risk";
            case Column.QUANTITY -> "quantity";
            default -> "#" + id;
        };
    }

    private void fill(RecordLine line, FillSection s) {
        line.put("cl_ord_id", s.clOrdId())
                .put("symbol", symbols.of(s.instrument()))
                .put("side", InboundWords.word(s.side()))
                .put("liquidity", InboundWords.word(s.liquidity()))
                .putDecimal("quantity", s.quantity())
                .putDecimal("price", s.price())
                .putDecimal("mark", s.markPrice())
                .putDecimal("fee", s.fee())
                .put("fee_currency", s.feeCurrency())
                .putDecimal("scheduled_fee", s.scheduledFee())
                .putDecimal("fee_difference", s.feeDifference())
                .putDecimal("realised", s.realised())
                .putDecimal("position", s.position())
                .putDecimal("cash", s.cash())
                .putDecimal("equity", s.equity());
    }

    private void state(RecordLine line, OrderStateSection s) {
        line.put("cl_ord_id", s.clOrdId())
                .put("symbol", symbols.of(s.instrument()))
                .put("from", RecordNames.word(names.orderStates(), s.from()))
                .put("to", RecordNames.word(names.orderStates(), s.to()))
                .put("cause", RecordNames.word(names.orderCauses(), s.cause()))
                .putDecimal("cum_quantity", s.cumQuantity())
                .putDecimal("leaves_quantity", s.leavesQuantity());
    }

    private void denial(RecordLine line, DenialSection s) {
        line.put("symbol", symbols.of(s.instrument()))
                .put("reason", RecordNames.word(names.verdicts(), s.reason()))
                .putDecimal("before", s.before())
                .putDecimal("after", s.after())
                .putDecimal("limit", s.limit())
                .putDecimal("notional", s.notional());
    }

    private void notice(RecordLine line, NoticeSection s) {
        line.put("notice", InboundWords.word(Notice.of(s.code())))
                .put("symbol", symbols.of(s.instrument()))
                .put("value", s.value())
                .put("limit", s.limit())
                .put("state_before", RecordNames.word(names.tradingStates(), s.stateBefore()))
                .put("state_after", RecordNames.word(names.tradingStates(), s.stateAfter()));
    }

    private void certificate(RecordLine line, CertificateSection s) {
        line.put("currency", s.currency())
                .put("known", s.known())
                .put("step", s.step())
                .putDecimal("index_price", s.indexPrice())
                .putDecimal("wallet", s.wallet())
                .putDecimal("financing", s.financing())
                .putDecimal("position_value", s.positionValue())
                .putDecimal("capital", s.capital())
                .putDecimal("debits", s.debits())
                .putDecimal("credits", s.credits())
                .putDecimal("residual", s.residual())
                .putDecimal("translated_equity", s.translatedEquity())
                .putDecimal("fx", s.fx())
                .putDecimal("rounding", s.rounding())
                .put("books_hash", SessionReport.hex(s.booksHash()));
    }

    private void decision(RecordLine line, DecisionSection s) {
        line.put("step", s.step())
                .put("binding", RecordNames.word(names.verdicts(), s.binding()))
                .put("neutrality", RecordNames.word(names.neutralities(), s.neutrality()))
                .putRate("financing_scale", s.financingScale())
                .putRate("risk_scale", s.riskScale())
                .putDecimal("cash_before", s.cashBefore())
                .putDecimal("cash_after", s.cashAfter())
                .putDecimal("cash_floor", s.cashFloor())
                .putDecimal("demand", s.demand())
                .putDecimal("demand_least", s.demandLeast())
                .putDecimal("demand_most", s.demandMost())
                .putDecimal("gross_before", s.grossBefore())
                .putDecimal("gross_after", s.grossAfter())
                .putDecimal("gross_limit", s.grossLimit())
                .putDecimal("net_before", s.netBefore())
                .putDecimal("net_after", s.netAfter())
                .putDecimal("net_limit", s.netLimit())
                .putDecimal("market_beta_before", s.marketBetaBefore())
                .putDecimal("market_beta_after", s.marketBetaAfter())
                .putDecimal("market_beta_limit", s.marketBetaLimit())
                .putDecimal("margin_before", s.marginBefore())
                .putDecimal("margin_after", s.marginAfter())
                .putDecimal("margin_limit", s.marginLimit())
                .put("messages", s.messages())
                .put("messages_limit", s.messagesLimit())
                .put("working", s.working())
                .put("working_limit", s.workingLimit());
    }

    private void proof(RecordLine line, OrderProofSection s) {
        line.put("cl_ord_id", s.clOrdId())
                .put("symbol", symbols.of(s.instrument()))
                .put("cut", RecordNames.word(names.verdicts(), s.cut()))
                .putDecimal("reference_price", s.referencePrice())
                .put("reference_age_ns", s.referenceAgeNs())
                .putDecimal("price_bound", s.priceBound())
                .putDecimal("notional", s.notional())
                .putDecimal("notional_limit", s.notionalLimit())
                .putDecimal("fee", s.fee())
                .putDecimal("position_before", s.positionBefore())
                .putDecimal("position_after", s.positionAfter())
                .putDecimal("position_limit", s.positionLimit())
                .put("next", RecordNames.word(names.verdicts(), s.next()))
                .put("next_after", s.nextAfter())
                .put("next_limit", s.nextLimit());
    }

    private static String type(int kind) {
        return switch (kind) {
            case SectionKind.NEW_ORDER -> "order";
            case SectionKind.CANCEL_ORDER -> "cancel";
            case SectionKind.REPLACE_ORDER -> "replace";
            case SectionKind.STEP -> "step";
            case SectionKind.COLUMN -> "column";
            case SectionKind.FILL -> "fill";
            case SectionKind.ORDER_STATE -> "order-state";
            case SectionKind.DENIAL -> "denial";
            case SectionKind.NOTICE -> "notice";
            case SectionKind.CERTIFICATE -> "certificate";
            case SectionKind.BREAK -> "break";
            case SectionKind.VARIANCE_RATIO -> "variance-ratio";
            case SectionKind.DECISION -> "decision";
            case SectionKind.ORDER_PROOF -> "order-proof";
            case SectionKind.TERM -> "term";
            default -> "unknown";
        };
    }
}
