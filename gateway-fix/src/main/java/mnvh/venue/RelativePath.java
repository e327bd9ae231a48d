package mnvh.venue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import mnvh.units.FixedPoint;

/**
 * Price relatives to a price path: the cumulative product from exactly 1, at 34 significant digits, each price rounded
 * half-even to 10^-8.
 *
 * <p>A missing relative would leave the rest of its path undefined and is refused, as is a path that leaves the range
 * of prices.
 */
final class RelativePath implements WideTable.CellReader {
    private BigDecimal[] path = new BigDecimal[0];

    @Override
    public long read(int row, int column, String text) {
        if (column >= path.length) {
            int length = path.length;
            path = Arrays.copyOf(path, column + 1);
            Arrays.fill(path, length, path.length, BigDecimal.ONE);
        }
        if (text.isEmpty()) {
            throw new NumberFormatException("a missing relative leaves the path undefined");
        }
        BigDecimal relative = Cell.decimal(text);
        if (relative.signum() <= 0) {
            throw new NumberFormatException("a price relative must be positive, got " + text);
        }
        BigDecimal next = path[column].multiply(relative, MathContext.DECIMAL128);
        // The path itself may be finer than a price; only a price of zero has no meaning.
        long price = Cell.pathPrice(next);
        path[column] = next;
        return price;
    }

    /** @return {@code table} with the row of ones in front, one bar before its first */
    static WideTable withStart(WideTable table) {
        int rows = table.index().length;
        long[] index = new long[rows + 1];
        System.arraycopy(table.index(), 0, index, 1, rows);
        long bar = table.kind() == WideTable.IndexKind.OPEN_TIME_MS && rows > 1 ? index[2] - index[1] : 1;
        index[0] = index[1] - bar;
        long[][] values = new long[rows + 1][];
        System.arraycopy(table.values(), 0, values, 1, rows);
        values[0] = new long[table.symbols().size()];
        Arrays.fill(values[0], FixedPoint.SCALE);
        return new WideTable(table.file(), table.symbols(), table.kind(), index, values);
    }
}
