package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import mnvh.config.LotMethod;
import mnvh.config.LotsConfig;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.universe.Currencies;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int SIZE = 3;
    /** All that is admitted to books with nothing in them. */
    private static final long NEAR = 1L << 57;

    private final Universe universe = new Universe(List.of(
            LedgerDesk.instrument(0, InstrumentKind.SPOT, FixedPoint.SCALE),
            LedgerDesk.instrument(1, InstrumentKind.INVERSE_PERP, FixedPoint.SCALE),
            LedgerDesk.instrument(2, InstrumentKind.LINEAR_PERP, FixedPoint.SCALE)));
    private final Rows rows = new Rows(universe, Currencies.of(universe, "USD", List.of("EUR")));

    @Test
    void everyNumberHasAPlaceOfItsOwn() {
        for (int lots = 1; lots < 20; lots++) {
            LotsConfig config = new LotsConfig(LotMethod.FIFO, lots, lots);
            Memory memory = new Memory(rows, config);
            BitSet taken = new BitSet();
            for (int row = 0; row < rows.count(); row++) {
                take(taken, Memory.row(row), Memory.ROW);
            }
            for (int c = 0; c < rows.currencies(); c++) {
                take(taken, memory.totals(c), Memory.ROW);
            }
            for (int i = 0; i < SIZE; i++) {
                take(taken, memory.lots(i), Lots.wordsOf(config));
                take(taken, memory.fills(i), FillHistory.wordsOf(config));
            }
            assertTrue(taken.length() <= memory.words.length, "all within the array");
        }
    }

    @Test
    void whatInstrumentsHaveIsAnOddNumberOfLinesApart() {
        for (int lots = 1; lots < 300; lots++) {
            Memory memory = new Memory(rows, new LotsConfig(LotMethod.FIFO, lots, lots));
            assertEquals(8, (memory.lots(1) - memory.lots(0)) % 16);
            assertEquals(8, (memory.fills(2) - memory.fills(1)) % 16);
        }
    }

    @Test
    void noMoreLinesAreTakenThanAnOddNumberNeeds() {
        for (int lots = 1; lots < 300; lots++) {
            LotsConfig config = new LotsConfig(LotMethod.FIFO, lots, lots);
            Memory memory = new Memory(rows, config);
            assertTrue(memory.lots(1) - memory.lots(0) < Lots.wordsOf(config) + 16, lots + " lots");
            assertTrue(memory.fills(1) - memory.fills(0) < FillHistory.wordsOf(config) + 16, lots + " fills");
        }
    }

    @Test
    void booksAndComponentsWriteTheirOwnWordsAndNoOthers() {
        Memory memory = new Memory(rows, new LotsConfig(LotMethod.FIFO, 2, 2));
        Books books = new Books(rows, memory, 0);
        ComponentTotals components = new ComponentTotals(rows, memory, (component, i, currency, amount) -> {});
        List<Long> balances = new ArrayList<>();
        List<Long> sums = new ArrayList<>();
        for (int at = 0; at < memory.words.length; at++) {
            memory.words[at] = at + 1L;
        }
        for (int row = 0; row < rows.count() + rows.currencies(); row++) {
            add(balances, Memory.row(row) + Memory.BALANCES, Account.count());
        }
        for (int row = 0; row < rows.count(); row++) {
            add(sums, Memory.row(row) + Memory.COMPONENTS, Component.count());
        }
        RecordedState state = new RecordedState();
        books.writeTo(state);
        assertEquals(balances, state.take());
        components.writeTo(state);
        assertEquals(sums, state.take());
    }

    private static void add(List<Long> numbers, int from, int length) {
        for (int at = from; at < from + length; at++) {
            numbers.add(at + 1L);
        }
    }

    @Test
    void whatStandsBesideTheBalancesIsNotMeasured() {
        Memory memory = new Memory(rows, new LotsConfig(LotMethod.FIFO, 2, 2));
        Books books = new Books(rows, memory, 0);
        assertTrue(books.admits(NEAR));
        Arrays.fill(memory.words, Long.MAX_VALUE);
        for (int row = 0; row < rows.count() + rows.currencies(); row++) {
            int balances = Memory.row(row) + Memory.BALANCES;
            Arrays.fill(memory.words, balances, balances + Account.count(), 0);
        }
        assertTrue(books.admits(NEAR), "no balance is large");
    }

    @Test
    void moreThanOneArrayHoldsIsRefused() {
        LotsConfig most = new LotsConfig(LotMethod.FIFO, 200_000_000, 8);
        String told = assertThrows(IllegalArgumentException.class, () -> new Memory(rows, most))
                .getMessage();
        assertEquals(
                "lots.max_per_instrument 200000000 and lots.history 8 of 3 instruments are more than one array holds",
                told);
    }

    private static void take(BitSet taken, int from, int length) {
        assertEquals(-1, taken.get(from, from + length).length() - 1, "free before");
        taken.set(from, from + length);
    }
}
