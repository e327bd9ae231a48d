package mnvh.engine;

import static mnvh.engine.FlowBench.CASH;
import static mnvh.engine.FlowBench.EUR;
import static mnvh.engine.FlowBench.USD;
import static mnvh.engine.FlowBench.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import mnvh.event.BalanceType;
import mnvh.event.Notice;
import mnvh.ledger.Account;
import mnvh.risk.TradingState;
import mnvh.units.FeeKind;
import org.junit.jupiter.api.Test;

/** How much cash is unexplained, held against {@code risk.max_unexplained}. */
class UnexplainedFlowsTest {
    @Test
    void differencesBelowTheLimitDoNotReduce() {
        FlowBench tolerant = new FlowBench(TestRun.unexplained(at(10), 2)).started();
        long wallet = tolerant.owned().wallet(USD);
        tolerant.balance(USD, wallet + at(6), 0);
        assertEquals(TradingState.ACTIVE, tolerant.still().state());
        tolerant.balance(USD, wallet + at(2), 0);
        assertEquals(TradingState.ACTIVE, tolerant.still().state(), "6 and -4 come to 10");
        tolerant.resolve(tolerant.sequence() - 1, Account.INTEREST, 1);
        FlowFrame third = tolerant.fee(1, "E9", "F1", FeeKind.TAX, USD, 1);
        assertEquals(List.of(Notice.BOOKING_REFUSED), third.said(), "only two may be open");
        assertEquals(TradingState.HALTED, tolerant.still().state());
    }

    @Test
    void differenceInAnotherCurrencyIsHeldAgainstTheLimitAtItsIndexPrice() {
        FlowBench tolerant = new FlowBench(TestRun.unexplained(at(10), 2)).started();
        tolerant.balance(EUR, at(8), 0);
        assertEquals(TradingState.REDUCING, tolerant.last().notices.get(0).after(), "no index price, so no worth");
        FlowFrame cheap = tolerant.indexPrice(EUR, 1.25);
        assertEquals(List.of(Notice.UNEXPLAINED_LIMIT), cheap.said());
        assertEquals(at(10), cheap.notices.get(0).value());
        assertEquals(TradingState.ACTIVE, cheap.notices.get(0).after());
        FlowFrame dear = tolerant.indexPrice(EUR, 1.26);
        assertEquals(TradingState.REDUCING, dear.notices.get(0).after());
        assertEquals(at(10.08), dear.notices.get(0).value());
        assertEquals(List.of(), tolerant.indexPrice(EUR, 1.27).said(), "told once");
    }

    @Test
    void positionThatDiffersReducesWhateverTheLimit() {
        FlowBench tolerant = new FlowBench(TestRun.unexplained(at(1_000_000), 2)).started();
        tolerant.position(1, 1, 0);
        assertEquals(TradingState.REDUCING, tolerant.still().state());
    }

    /** What is said leaves exactly this much unexplained: a limit of that passes, one of a unit less does not. */
    private static void assertUnexplained(double amount, Consumer<FlowBench> said) {
        for (int less = 0; less <= 1; less++) {
            FlowBench bench = new FlowBench(TestRun.unexplained(at(amount) - less, 8)).started();
            said.accept(bench);
            assertEquals(
                    less == 0 ? TradingState.ACTIVE : TradingState.REDUCING,
                    bench.still().state(),
                    "limit " + amount + " less " + less);
        }
    }

    private static void wallet(FlowBench bench, double more) {
        bench.balance(USD, CASH + at(more), 0);
    }

    private static void fees(FlowBench bench, double total) {
        bench.total(BalanceType.FEES, USD, at(total), 0);
    }

    private static void funding(FlowBench bench, double total) {
        bench.total(BalanceType.FUNDING, USD, at(total), 0);
    }

    private static void lateFee(FlowBench bench, double amount) {
        bench.fee(1, "E9", "F" + bench.sequence(), FeeKind.TAX, USD, at(amount));
    }

    @Test
    void feeThatShowsInTheTotalAndThenInTheWalletCountsOnce() {
        assertUnexplained(5, bench -> fees(bench, -5));
        assertUnexplained(5, bench -> {
            fees(bench, -5);
            wallet(bench, -5);
        });
        assertUnexplained(8, bench -> {
            fees(bench, -5);
            funding(bench, -3);
            wallet(bench, -8);
        });
    }

    @Test
    void totalThatComesAfterTheWalletCountsUntilTheWalletIsToldAgain() {
        assertUnexplained(10, bench -> {
            wallet(bench, -5);
            fees(bench, -5);
        });
        assertUnexplained(5, bench -> {
            wallet(bench, -5);
            fees(bench, -5);
            wallet(bench, -5);
        });
        assertUnexplained(10, bench -> {
            wallet(bench, -5);
            fees(bench, -5);
            wallet(bench, -10);
        });
    }

    @Test
    void walletFromBeforeATotalDoesNotHoldIt() {
        assertUnexplained(10, bench -> {
            wallet(bench, -5);
            long before = bench.sequence();
            bench.balance(EUR, 0, 0);
            bench.total(BalanceType.FEES, USD, at(-5), bench.sequence());
            bench.balance(USD, CASH + at(-5), before);
        });
        assertUnexplained(5, bench -> {
            wallet(bench, -5);
            bench.total(BalanceType.FEES, USD, at(-5), bench.sequence());
            bench.balance(USD, CASH + at(-5), bench.sequence());
        });
    }

    @Test
    void noMoreIsTakenOffThanTheWalletHolds() {
        assertUnexplained(5, bench -> {
            fees(bench, -5);
            wallet(bench, -2);
        });
        assertUnexplained(7, bench -> {
            fees(bench, -5);
            wallet(bench, -7);
        });
        assertUnexplained(9, bench -> {
            fees(bench, -5);
            wallet(bench, 4);
        });
        assertUnexplained(6, bench -> {
            fees(bench, -4);
            wallet(bench, -4);
            fees(bench, -6);
        });
        assertUnexplained(4, bench -> {
            fees(bench, -6);
            wallet(bench, -4);
            fees(bench, -2);
        });
        assertUnexplained(7, bench -> {
            fees(bench, -4);
            wallet(bench, -4);
            fees(bench, 3);
        });
    }

    @Test
    void lateFeeInSuspenseAndInTheTotalCountsOnce() {
        assertUnexplained(5, bench -> {
            lateFee(bench, 5);
            fees(bench, -5);
        });
        assertUnexplained(7, bench -> {
            lateFee(bench, 5);
            fees(bench, -7);
        });
        assertUnexplained(7, bench -> {
            lateFee(bench, 5);
            fees(bench, -7);
            wallet(bench, -7);
        });
        assertUnexplained(10, bench -> {
            fees(bench, -5);
            lateFee(bench, 5);
        });
        assertUnexplained(8, bench -> {
            lateFee(bench, 5);
            funding(bench, -3);
        });
    }

    @Test
    void walletReportThatHoldsATotalIsTold() {
        FlowBench bench = new FlowBench(TestRun.unexplained(at(5), 8)).started();
        wallet(bench, -5);
        fees(bench, -5);
        assertEquals(TradingState.REDUCING, bench.still().state());
        FlowFrame held = bench.balance(USD, CASH + at(-5), 0);
        assertEquals(List.of(Notice.UNEXPLAINED_LIMIT), held.said());
        assertEquals(at(5), held.notices.get(0).value());
        assertEquals(TradingState.ACTIVE, held.notices.get(0).after());
    }

    @Test
    void totalIsCountedAtTheIndexPriceOfItsCurrency() {
        assertUnexplained(11, bench -> {
            bench.indexPrice(EUR, 1.1);
            bench.total(BalanceType.FEES, EUR, at(-10), 0);
            bench.balance(EUR, at(-10), 0);
        });
    }
}
