package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import mnvh.state.StateHash;
import mnvh.units.FixedPoint;
import mnvh.universe.Currencies;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

/**
 * Postings of every size, beside the same in unlimited integers: booked where every sum fits 64 bits and refused where
 * one does not, whichever way the books take. A run's amounts have a size of their own, and mostly its sign.
 */
class BooksPropertyTest {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int OWNED = 3;
    private static final int LEGS = 9;

    private final Universe universe = new Universe(List.of(
            LedgerDesk.instrument(0, InstrumentKind.SPOT, FixedPoint.SCALE),
            LedgerDesk.instrument(1, InstrumentKind.INVERSE_PERP, FixedPoint.SCALE),
            LedgerDesk.instrument(2, InstrumentKind.LINEAR_PERP, FixedPoint.SCALE)));
    private final Rows rows = new Rows(universe, Currencies.of(universe, "USD", List.of("EUR")));

    @Test
    void everyPostingIsBookedWholeOrRefusedWhole() {
        long seed = 0xB00C5;
        System.out.println("BooksPropertyTest seed " + seed);
        int refused = 0;
        for (int run = 0; run < 60; run++) {
            refused += new Run(new SplittableRandom(seed + run)).postings();
        }
        assertEquals(true, refused > 500, refused + " refused");
    }

    /** Books beside what they should be. */
    private final class Run {
        private final SplittableRandom random;
        private final OpenBooks open = new OpenBooks(rows, 0);
        private final Books books = open.books;
        private final Posting posting = new Posting(LEGS);
        private final BigInteger[] balances = new BigInteger[rows.count() * Account.count()];
        private final int shift;
        private final int turns;

        Run(SplittableRandom random) {
            this.random = random;
            shift = random.nextInt(1, 12);
            turns = random.nextInt(2, 40);
            Arrays.fill(balances, BigInteger.ZERO);
        }

        /** @return how many postings were refused */
        int postings() {
            int refused = 0;
            for (int n = 0; n < 150; n++) {
                BigInteger[] before = balances.clone();
                posting.clear();
                boolean fits = true;
                for (int legs = random.nextInt(1, LEGS); legs > 0; legs--) {
                    fits &= leg();
                }
                for (int c = 0; c < rows.currencies(); c++) {
                    fits &= fits(c);
                }
                if (fits) {
                    books.commit(posting);
                } else {
                    refused++;
                    System.arraycopy(before, 0, balances, 0, balances.length);
                    long hash = hash();
                    assertThrows(ArithmeticException.class, () -> books.commit(posting));
                    assertEquals(hash, hash());
                }
                agree();
            }
            return refused;
        }

        /** Stages a leg. @return whether the balance and the total fit with it, and so do their opposites */
        private boolean leg() {
            int row = random.nextInt(rows.count());
            Account account = Account.of(random.nextInt(random.nextBoolean() ? OWNED + 1 : Account.count()));
            int cell = row * Account.count() + account.ordinal();
            long amount = random.nextLong() >>> shift;
            if (random.nextInt(turns) == 0) {
                amount = -balances[cell].longValue();
            } else if (random.nextInt(20) == 0) {
                // To the last number there is, or one beyond.
                BigInteger rest = MOST.subtract(balances[cell]);
                amount = rest.bitLength() > 62 ? amount : rest.longValue() + random.nextInt(2);
            }
            amount = balances[cell].signum() < 0 && random.nextInt(8) > 0 ? -amount : amount;
            if (balances[cell].signum() == 0 && random.nextBoolean()) {
                amount = -amount;
            }
            posting.debit(account, row, amount);
            balances[cell] = balances[cell].add(BigInteger.valueOf(amount));
            return hasOpposite(balances[cell]) && hasOpposite(total(account, rows.currency(row)));
        }

        private boolean fits(int currency) {
            boolean fits =
                    cash(currency).bitLength() < Long.SIZE && equity(currency).bitLength() < Long.SIZE;
            for (int k = 0; k < Account.count(); k++) {
                fits &= hasOpposite(total(Account.of(k), currency));
            }
            return fits;
        }

        private void agree() {
            for (int row = 0; row < rows.count(); row++) {
                for (int k = 0; k < Account.count(); k++) {
                    assertEquals(
                            balances[row * Account.count() + k].longValueExact(), books.balance(Account.of(k), row));
                }
            }
            for (int c = 0; c < rows.currencies(); c++) {
                for (int k = 0; k < Account.count(); k++) {
                    assertEquals(total(Account.of(k), c).longValueExact(), books.total(Account.of(k), c));
                }
                assertEquals(cash(c).longValueExact(), books.cash(c));
                assertEquals(equity(c).longValueExact(), books.equity(c));
            }
        }

        private BigInteger total(Account account, int currency) {
            BigInteger total = BigInteger.ZERO;
            for (int row = 0; row < rows.count(); row++) {
                if (rows.currency(row) == currency) {
                    total = total.add(balances[row * Account.count() + account.ordinal()]);
                }
            }
            return total;
        }

        private BigInteger cash(int currency) {
            return total(Account.WALLET, currency).add(total(Account.FINANCING, currency));
        }

        private BigInteger equity(int currency) {
            return cash(currency).add(total(Account.POSITION_VALUE, currency));
        }

        private long hash() {
            StateHash hash = new StateHash();
            books.writeTo(hash);
            return hash.value();
        }
    }

    private static boolean hasOpposite(BigInteger number) {
        return number.abs().bitLength() < Long.SIZE;
    }
}
