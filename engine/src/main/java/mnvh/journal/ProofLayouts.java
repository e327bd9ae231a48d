package mnvh.journal;

import mnvh.event.DecisionSection;
import mnvh.event.OrderProofSection;
import mnvh.event.SectionKind;

/** Layouts of what proves a list of orders: the decision they share, and what is each order's own. */
final class ProofLayouts {
    private ProofLayouts() {}

    /** @return layout of {@link DecisionSection} */
    static RecordLayout decision() {
        return RecordLayout.record("decision", SectionKind.DECISION, DecisionSection.LENGTH)
                .add("step", 8, FieldType.I64, "number of the step that decided it")
                .add("binding", 16, FieldType.NAME32, "the verdict that bound the list: ADMITTED, or what cut it")
                .add("neutrality", 20, FieldType.NAME32, "what the neutrality stage did")
                .add("financing_scale", 24, FieldType.RATE, "kappa")
                .add("risk_scale", 32, FieldType.RATE, "kappa_risk")
                .add("cash_before", 40, FieldType.DECIMAL, "cash once the orders that work have filled")
                .add("cash_after", 48, FieldType.DECIMAL, "the same once the list has filled too, fees paid")
                .add("cash_floor", 56, FieldType.DECIMAL, "least cash allowed; the smallest number for none")
                .add("demand", 64, FieldType.DECIMAL, "S: signed notionals and fees of the list")
                .add("demand_least", 72, FieldType.DECIMAL, "least S allowed; the smallest number for none")
                .add("demand_most", 80, FieldType.DECIMAL, "largest S allowed; the largest number for none")
                .add("gross_before", 88, FieldType.DECIMAL, "sum of absolute notionals, orders that work filled")
                .add("gross_after", 96, FieldType.DECIMAL, "the same with the list")
                .add("gross_limit", 104, FieldType.DECIMAL, "largest allowed; the largest number for none")
                .add("net_before", 112, FieldType.DECIMAL, "sum of notionals, orders that work filled")
                .add("net_after", 120, FieldType.DECIMAL, "the same with the list")
                .add("net_limit", 128, FieldType.DECIMAL, "largest magnitude allowed, or the largest number")
                .add("market_beta_before", 136, FieldType.DECIMAL, "market beta times notional, what works filled")
                .add("market_beta_after", 144, FieldType.DECIMAL, "the same with the list")
                .add("market_beta_limit", 152, FieldType.DECIMAL, "largest magnitude allowed, or the largest number")
                .add("margin_before", 160, FieldType.DECIMAL, "margin of the worst subset of fills")
                .add("margin_after", 168, FieldType.DECIMAL, "the same with the list")
                .add("margin_limit", 176, FieldType.DECIMAL, "largest allowed; the largest number for none")
                .add("messages", 184, FieldType.I32, "requests of the last second, with the list")
                .add("messages_limit", 188, FieldType.I32, "largest number allowed; the largest number for none")
                .add("working", 192, FieldType.I32, "orders that work, with the list")
                .add("working_limit", 196, FieldType.I32, "largest number allowed")
                .build();
    }

    /** @return layout of {@link OrderProofSection} */
    static RecordLayout orderProof() {
        return RecordLayout.record("order_proof", SectionKind.ORDER_PROOF, OrderProofSection.LENGTH)
                .add("cl_ord_id", 8, FieldType.I64, "ClOrdID(11) of the order")
                .add("instrument", 16, FieldType.INSTRUMENT, "")
                .add("cut", 20, FieldType.NAME32, "the verdict on the trade: ADMITTED, or what cut it")
                .add("reference_price", 24, FieldType.DECIMAL, "mark that decided it")
                .add("reference_age_ns", 32, FieldType.I64, "age of that price when the step closed, nanoseconds")
                .add("price_bound", 40, FieldType.DECIMAL, "furthest limit price that collar and price deviation allow")
                .add("notional", 48, FieldType.DECIMAL, "the order at the mark, signed")
                .add("notional_limit", 56, FieldType.DECIMAL, "largest magnitude of it allowed, or the largest number")
                .add("fee", 64, FieldType.DECIMAL, "taker fee at the mark")
                .add("position_before", 72, FieldType.DECIMAL, "notional with what works on its side filled")
                .add("position_after", 80, FieldType.DECIMAL, "the same with the order")
                .add("position_limit", 88, FieldType.DECIMAL, "largest magnitude allowed, or the largest number")
                .add(
                        "next",
                        96,
                        FieldType.NAME32,
                        "the verdict with one increment more of it; ADMITTED where it passes")
                .add("next_after", 104, FieldType.I64, "what that check would have seen, in its own unit")
                .add("next_limit", 112, FieldType.I64, "what it would have been held against")
                .build();
    }
}
