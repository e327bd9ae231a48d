package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mnvh.event.DecisionSection;
import mnvh.event.FrameReader;
import mnvh.event.NewOrderSection;
import mnvh.event.OrderProofSection;
import mnvh.event.SectionKind;
import mnvh.event.StepSection;
import mnvh.journal.JournalReader;
import mnvh.journal.SessionFolder;
import mnvh.report.OutputFormat;
import mnvh.risk.Verdict;
import mnvh.units.Side;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proofs that a backtest journals beside its orders, and {@code mnvh explain step} and {@code explain order}. */
class ExplainProofTest {
    @TempDir
    private static Path work;

    private static Path session = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Under limits that the strategy trades into. */
    @BeforeAll
    static void record() throws IOException {
        session = RecordedBacktest.record(
                work, 60, 5, "risk.max_gross_leverage_ratio=0.9", "risk.max_order_notional=2500");
    }

    private int execute(String... arguments) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, arguments);
    }

    @Test
    void everyOrderHasItsProofAndEveryNumberIsWithinItsLimit() {
        Set<Verdict> next = EnumSet.noneOf(Verdict.class);
        int proven = 0;
        try (SessionFolder folder = SessionFolder.open(session);
                JournalReader outbound = new JournalReader(folder.outbound())) {
            while (outbound.next()) {
                proven += frame(outbound, next);
            }
        }
        assertTrue(proven > 100, proven + " orders");
        assertTrue(next.contains(Verdict.DENIED_ORDER_NOTIONAL), next.toString());
    }

    private static int frame(JournalReader outbound, Set<Verdict> next) {
        List<Long> orders = new ArrayList<>();
        List<Long> proofs = new ArrayList<>();
        DecisionSection decision = null;
        NewOrderSection order = new NewOrderSection();
        for (FrameReader reader = new FrameReader().wrap(outbound.buffer(), outbound.offset()); reader.next(); ) {
            switch (reader.kind()) {
                case SectionKind.DECISION:
                    decision = new DecisionSection().wrap(outbound.buffer(), reader.start());
                    within(decision);
                    break;
                case SectionKind.NEW_ORDER:
                    orders.add(order.wrap(outbound.buffer(), reader.start()).clOrdId());
                    break;
                case SectionKind.ORDER_PROOF:
                    OrderProofSection proof = new OrderProofSection().wrap(outbound.buffer(), reader.start());
                    proofs.add(proof.clOrdId());
                    next.add(Verdict.values()[proof.next()]);
                    within(order, proof);
                    break;
                case SectionKind.STEP:
                    if (decision != null) {
                        same(new StepSection().wrap(outbound.buffer(), reader.start()), decision);
                    }
                    break;
                default:
                    break;
            }
        }
        assertEquals(orders, proofs, "each order is followed by its own");
        assertEquals(orders.isEmpty(), decision == null, "a list that leaves has one decision");
        return proofs.size();
    }

    private static void within(DecisionSection s) {
        assertTrue(s.grossAfter() <= s.grossLimit(), "gross");
        assertTrue(s.demand() <= s.demandMost() && s.demand() >= s.demandLeast(), "cash demand");
        assertEquals(s.cashBefore() - s.demand(), s.cashAfter());
        assertTrue(s.messages() <= s.messagesLimit() && s.working() <= s.workingLimit());
    }

    private static void within(NewOrderSection order, OrderProofSection proof) {
        assertEquals(order.clOrdId(), proof.clOrdId());
        assertEquals(order.instrument(), proof.instrument());
        assertEquals(order.markPrice(), proof.referencePrice());
        assertTrue(Math.abs(proof.notional()) <= proof.notionalLimit());
        assertEquals(order.side() == Side.BUY, proof.notional() > 0);
        long rounding = proof.positionAfter() - proof.positionBefore() - proof.notional();
        assertTrue(Math.abs(rounding) <= 1, "each is rounded once");
        assertEquals(0, proof.referenceAgeNs(), "a bar's close is the step's");
        boolean broken = proof.next() != Verdict.ADMITTED.ordinal();
        assertEquals(broken, proof.nextAfter() > proof.nextLimit());
    }

    private static void same(StepSection step, DecisionSection decision) {
        assertEquals(step.step(), decision.step());
        assertEquals(step.cashDemand(), decision.demand());
        assertEquals(step.marginUsed(), decision.marginAfter());
        assertEquals(step.financingScale(), decision.financingScale());
        assertEquals(step.riskScale(), decision.riskScale());
    }

    @Test
    void stepIsExplainedFromSignalToOrders() {
        assertEquals(0, execute("explain", "step", "30", "--session", session.toString()), err.toString());
        String text = out.toString();
        assertTrue(text.contains("\nstep              30\n"), text);
        assertTrue(text.contains("\noutcome           traded\n"), text);
        assertTrue(text.contains("\nthrottle          1.0 = rho 1.0 * trend 1.0 * drawdown 1.0 * edge 1.0\n"), text);
        assertTrue(text.contains("gross exposure"), text);
        assertTrue(text.contains("cut-order-notional: cut so that what it opens"), text);
        out.getBuffer().setLength(0);
        assertEquals(0, execute("explain", "step", "30", "--session", session.toString(), "-o", "json"));
        assertTrue(out.toString().contains("\"stages\": ["), out.toString());
    }

    @Test
    void orderIsExplainedFromSignalToItsEnd() {
        assertEquals(0, execute("explain", "order", "MNVH-7", "--session", session.toString()), err.toString());
        String text = out.toString();
        assertTrue(text.contains("\norder               7\n"), text);
        assertTrue(text.contains(" more: denied-") || text.contains("more would pass every check"), text);
        assertTrue(text.contains("order notional"), text);
        assertTrue(text.contains("complete-fill"), text);
        assertTrue(text.matches("(?s).*\nsignal +\\S+ = weight 0.2 \\* \\(R \\S+ - r \\S+\\)\n.*"), text);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertEquals(2, execute("explain", "step", "60", "--session", session.toString()));
        assertTrue(err.toString().startsWith("mnvh: there is no step 60 in the session, whose steps are 0 to 59\n"));
        err.getBuffer().setLength(0);
        assertEquals(2, execute("explain", "order", "999999", "--session", session.toString()));
        assertTrue(err.toString().startsWith("mnvh: the session sent no order 999999\n"), err.toString());
        err.getBuffer().setLength(0);
        assertEquals(2, execute("explain", "order", "seven", "--session", session.toString()));
        assertTrue(err.toString().startsWith("mnvh: ID must be a number or end with one, got seven\n"));
        assertEquals("", out.toString());
    }
}
