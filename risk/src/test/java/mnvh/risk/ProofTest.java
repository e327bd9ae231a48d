package mnvh.risk;

import static mnvh.risk.RiskFixture.money;
import static mnvh.risk.RiskFixture.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import mnvh.config.FinancingMode;
import mnvh.units.Side;
import org.junit.jupiter.api.Test;

/**
 * What a proof says one more increment would break, against the gate asked about just that list: the same check, with
 * the same numbers, for each order of thousands of random lists that were filled up to where nothing more passes.
 */
class ProofTest {
    private static final int LISTS = 2_000;

    @Test
    void oneMoreIncrementBreaksExactlyWhatTheProofNames() {
        long seed = 0x9700F;
        System.out.println("ProofTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Verdict, Integer> named = new EnumMap<>(Verdict.class);
        for (int n = 0; n < LISTS; n++) {
            new Trial(random).run(named);
        }
        System.out.println("ProofTest named " + named);
        for (Verdict expected : new Verdict[] {
            Verdict.ADMITTED,
            Verdict.DENIED_FINANCING,
            Verdict.DENIED_ORDER_NOTIONAL,
            Verdict.DENIED_POSITION,
            Verdict.DENIED_GROSS,
            Verdict.DENIED_NET,
            Verdict.DENIED_MARKET_BETA,
            Verdict.DENIED_MARGIN
        }) {
            assertTrue(named.getOrDefault(expected, 0) > 20, expected + " was hardly ever named: " + named);
        }
    }

    /** One book, one list, and the gate. */
    private static final class Trial {
        private final SplittableRandom random;
        private final RiskFixture fixture = new RiskFixture();
        private final int size;
        private final RiskFixture.Recheck gate;
        private final long[] list;
        private final long[] quantity;

        Trial(SplittableRandom random) {
            this.random = random;
            size = random.nextInt(1, 6);
            for (int i = 0; i < size; i++) {
                fixture.asset(random.nextInt(5, 200) + "." + random.nextInt(100), random.nextInt(3) == 0 ? "0.1" : "1");
            }
            fixture.initialCash = money("2000");
            fixture.feeRate = rate(random.nextInt(2) == 0 ? "0" : "0.001");
            fixture.feeMinimum = random.nextInt(3) == 0 ? money("0.5") : 0;
            fixture.collar = random.nextInt(3) == 0 ? RiskFixture.NONE : rate("0.01");
            fixture.stress = rate("0.05");
            fixture.maxGross = oneIn(3, "2");
            fixture.maxNet = oneIn(3, "0.5");
            fixture.maxBeta = oneIn(3, "0.4");
            fixture.maxMargin = oneIn(3, "0.3");
            fixture.maxOrder = random.nextInt(4) == 0 ? money("900") : RiskFixture.NONE;
            fixture.maxPosition = random.nextInt(4) == 0 ? money("1200") : RiskFixture.NONE;
            fixture.cashFloor = random.nextInt(2) == 0 ? money("200") : fixture.cashFloor;
            fixture.financing = random.nextInt(5) == 0 ? FinancingMode.PROJECTION : FinancingMode.FUNDED;
            gate = fixture.openRecheck();
            list = new long[size];
            quantity = new long[size];
            for (int i = 0; i < size; i++) {
                if (random.nextInt(2) == 0) {
                    fixture.hold(i, String.valueOf(random.nextInt(-5, 6) | 1));
                }
                if (random.nextInt(3) == 0) {
                    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                    fixture.working.open(i, side, money("1"), fixture.marks.get(i));
                }
                fixture.inputs.present[i] = true;
                fixture.inputs.tradable[i] = true;
                fixture.inputs.marketBeta[i] = random.nextInt(-5, 20) / 10.0;
            }
        }

        private long oneIn(int n, String ratio) {
            return random.nextInt(n) == 0 ? rate(ratio) : RiskFixture.NONE;
        }

        void run(Map<Verdict, Integer> named) {
            fill();
            ask();
            // Without the orders that were denied on their own.
            System.arraycopy(fixture.basket.quantity, 0, quantity, 0, size);
            if (ask() != Verdict.ADMITTED) {
                return;
            }
            Proof proof = fixture.basket.proof;
            Verdict[] next = proof.next.clone();
            long[] after = proof.nextAfter.clone();
            long[] limit = proof.nextLimit.clone();
            for (int i = 0; i < size; i++) {
                if (quantity[i] != 0) {
                    fixture.denials.clear();
                    assertEquals(next[i], askWithMore(i), "order " + i);
                    named.merge(next[i], 1, Integer::sum);
                    if (next[i] != Verdict.ADMITTED) {
                        assertEquals(next[i], fixture.denials.get(0).reason());
                        assertEquals(fixture.denials.get(0).after(), after[i], next[i].name());
                        assertEquals(fixture.denials.get(0).limit(), limit[i], next[i].name());
                    }
                }
            }
        }

        /** Adds increments at random, as long as the gate takes them and for at most so many turns. */
        private void fill() {
            long[] sign = new long[size];
            for (int i = 0; i < size; i++) {
                sign[i] = random.nextInt(4) == 0 ? 0 : random.nextBoolean() ? 1 : -1;
                quantity[i] = 4 * sign[i] * fixture.universe.get(i).sizeIncrement();
            }
            int turns = random.nextInt(60);
            for (int turn = 0; turn < turns; turn++) {
                int i = random.nextInt(size);
                long before = quantity[i];
                quantity[i] += (1 + random.nextInt(3))
                        * sign[i]
                        * fixture.universe.get(i).sizeIncrement();
                quantity[i] = ask() == Verdict.ADMITTED ? quantity[i] : before;
            }
        }

        private Verdict askWithMore(int i) {
            quantity[i] += Long.signum(quantity[i]) * fixture.universe.get(i).sizeIncrement();
            Verdict verdict = ask();
            if (fixture.basket.verdict[i].denies() && fixture.basket.verdict[i] != verdict) {
                verdict = fixture.basket.verdict[i];
            }
            quantity[i] -= Long.signum(quantity[i]) * fixture.universe.get(i).sizeIncrement();
            return verdict;
        }

        /** Asks the gate about the list as it is, and leaves the list alone. */
        private Verdict ask() {
            Basket basket = fixture.basket;
            basket.clear();
            fixture.inputs.nowNs++;
            for (int i = 0; i < size; i++) {
                basket.quantity[i] = quantity[i];
                basket.limitPrice[i] = quantity[i] == 0 ? 0 : limitOf(i);
                list[i] = fixture.universe.get(i).notional(quantity[i], fixture.marks.get(i));
            }
            return gate.admit(list);
        }

        private long limitOf(int i) {
            long mark = fixture.marks.get(i);
            return quantity[i] > 0 ? mark + mark / 200 : mark - mark / 200;
        }
    }
}
