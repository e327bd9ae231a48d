package mnvh.bench;

import java.util.List;
import mnvh.config.Config;
import mnvh.ledger.Execution;
import mnvh.ledger.FeeSchedule;
import mnvh.ledger.Ledger;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;
import mnvh.units.Side;
import mnvh.universe.Currencies;
import mnvh.universe.Universe;

/**
 * Booking an execution exactly, beside the two exact products without which no fill can be booked: the usual fill, and
 * one whose commission the venue reports, which is booked with care. To fill the execution is counted in.
 */
final class LedgerBenchmark implements Benchmark {
    private static final int SIZE = 200;
    private static final int ROUNDS = 2000;
    private static final long QUANTITY = 123_400_000;
    private static final long TICK = 1_000_000;

    private final long[] price = new long[SIZE];
    private final Execution execution = new Execution();
    private long round;
    private long id;

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String summary() {
        return "booking a fill: lots, cash, realised, fee, components";
    }

    @Override
    public void run(Meter meter) throws Exception {
        Ledger ledger = ledger();
        int rounds = meter.count(ROUNDS);
        Samples[][] taken =
                meter.sideBySide("ledger posting", () -> fills(ledger, rounds, false), () -> products(rounds));
        meter.figure(Figure.of("ledger, per fill", Unit.NS, taken[0][0])
                .against("two exact products of price and quantity", taken[1][0])
                .aiming(Goal.most(25)));
        meter.figure(Figure.of("ledger, allocation per fill", Unit.BYTES, taken[0][1])
                .aiming(Goal.most(0.001)));
        // Afterwards, so that the compiler does not shape the usual way for both.
        Samples[][] careful =
                meter.sideBySide("ledger, with care", () -> fills(ledger, rounds, true), () -> products(rounds));
        meter.figure(Figure.of("ledger, per fill with a reported commission", Unit.NS, careful[0][0])
                .against("two exact products of price and quantity", careful[1][0]));
    }

    private Ledger ledger() {
        Universe universe = BenchRun.universe(SIZE);
        Config config = BenchRun.config(universe, true);
        Ledger ledger = new Ledger(
                universe,
                Currencies.of(universe, config.currency(), List.of()),
                new FeeSchedule(universe, config.fees()),
                config.lots(),
                config.initialCash(),
                BenchRun.STEP_NS,
                (component, instrument, currency, amount) -> {});
        for (int i = 0; i < SIZE; i++) {
            price[i] = 10_000_000_000L + i * TICK;
            ledger.mark(i, price[i]);
        }
        return ledger;
    }

    /** Two buys, then one sale of both: lots are opened, consumed and gains realised. */
    private double[] fills(Ledger ledger, int rounds, boolean reported) {
        long fees = 0;
        long bytes = Allocated.bytes();
        long startNs = System.nanoTime();
        for (int k = 0; k < rounds; k++) {
            round++;
            boolean closing = round % 3 == 0;
            Side side = closing ? Side.SELL : Side.BUY;
            long quantity = closing ? 2 * QUANTITY : QUANTITY;
            long drift = round % 7 * TICK;
            for (int i = 0; i < SIZE; i++) {
                execution.of(++id, i, side, quantity, price[i] + drift).at(round);
                if (reported) {
                    execution.commission(0, TICK);
                }
                fees += ledger.fill(execution);
            }
        }
        double ns = System.nanoTime() - startNs;
        Consumed.number = fees;
        double fills = (double) rounds * SIZE;
        return new double[] {ns / fills, (Allocated.bytes() - bytes) / fills};
    }

    private double[] products(int rounds) {
        long sum = 0;
        long startNs = System.nanoTime();
        for (int k = 0; k < rounds; k++) {
            long drift = k % 7 * TICK;
            for (int i = 0; i < SIZE; i++) {
                sum += FixedPoint.multiplyDivide(price[i] + drift, QUANTITY, FixedPoint.SCALE, Rounding.HALF_EVEN);
                sum += FixedPoint.multiplyDivide(price[i], QUANTITY, FixedPoint.SCALE, Rounding.HALF_EVEN);
            }
        }
        double ns = System.nanoTime() - startNs;
        Consumed.number = sum;
        return new double[] {ns / ((double) rounds * SIZE)};
    }
}
