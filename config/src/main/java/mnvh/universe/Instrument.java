package mnvh.universe;

import java.util.Objects;
import mnvh.units.FixedPoint;
import mnvh.units.Rounding;

/**
 * One tradable contract, as the venue defines it.
 *
 * @param index position in the universe, dense from 0
 * @param symbol Symbol(55)
 * @param kind how it is settled
 * @param currency currency of settlement, for all but inverse kinds of the price too
 * @param tickSize MinPriceIncrement(969), price at 10^-8
 * @param sizeIncrement smallest change of an order quantity, at 10^-8
 * @param multiplier ContractMultiplier(231), units of the underlying per contract, at 10^-8; of an inverse contract its
 *     face value in the currency of the price
 * @param minQuantity MinTradeVol(562), at 10^-8
 * @param maxQuantity largest order quantity, at 10^-8
 * @param minNotional smallest order value in {@code currency}, at 10^-8; 0 for none
 * @param margin what margin the venue asks for a position in it
 */
public record Instrument(
        int index,
        String symbol,
        InstrumentKind kind,
        String currency,
        long tickSize,
        long sizeIncrement,
        long multiplier,
        long minQuantity,
        long maxQuantity,
        long minNotional,
        MarginTerms margin) {

    public Instrument {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(margin, "margin");
        requireWord("symbol", symbol);
        requireWord(symbol + ": currency", currency);
        requirePositive(symbol, "tick_size", tickSize);
        requirePositive(symbol, "size_increment", sizeIncrement);
        requirePositive(symbol, "multiplier", multiplier);
        requirePositive(symbol, "max_quantity", maxQuantity);
        if (minQuantity < 0 || minNotional < 0) {
            throw new IllegalArgumentException(symbol + ": min_quantity and min_notional must not be negative");
        }
        long smallest = sizeIncrement * multiplier;
        if (Math.multiplyHigh(sizeIncrement, multiplier) != 0 || smallest < 0 || smallest % FixedPoint.SCALE != 0) {
            throw new IllegalArgumentException(
                    symbol + ": size_increment times multiplier must be a multiple of 1e-8 of the underlying");
        }
    }

    /** With cross margin at one rate, initial and maintenance, for every notional; a fraction at 10^-12. */
    public Instrument(
            int index,
            String symbol,
            InstrumentKind kind,
            String currency,
            long tickSize,
            long sizeIncrement,
            long multiplier,
            long minQuantity,
            long maxQuantity,
            long minNotional,
            long marginRate) {
        this(
                index,
                symbol,
                kind,
                currency,
                tickSize,
                sizeIncrement,
                multiplier,
                minQuantity,
                maxQuantity,
                minNotional,
                MarginTerms.flat(marginRate));
    }

    /** @return initial margin of the smallest notionals as a fraction, at 10^-12 */
    public long initialMarginRate() {
        return margin.firstInitialRate();
    }

    /** Control characters are refused because tabs and line feeds separate columns and lines of the universe's text. */
    private static void requireWord(String name, String text) {
        if (text.isBlank() || text.length() > 32 || text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new IllegalArgumentException(name + " must have 1 to 32 printable characters, got '" + text + "'");
        }
    }

    private static void requirePositive(String symbol, String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(symbol + ": " + name + " must be positive");
        }
    }

    /**
     * Units of the underlying in a quantity; exact because quantities are multiples of the size increment.
     *
     * @param quantity contracts at 10^-8, signed
     * @return underlying units at 10^-8, signed
     */
    public long underlying(long quantity) {
        return multiplier == FixedPoint.SCALE
                ? quantity
                : FixedPoint.multiply(quantity, multiplier, Rounding.HALF_EVEN);
    }

    /**
     * Size of a quantity at a price in the settlement currency: {@code m * mult * q}, for inverse contracts {@code face
     * * q / m} in the coin; rounded once, half-even.
     *
     * @param quantity contracts at 10^-8, signed
     * @param price price at 10^-8
     * @return signed notional in {@code currency} at 10^-8
     */
    public long notional(long quantity, long price) {
        return kind.inverse()
                ? FixedPoint.divide(underlying(quantity), price, Rounding.HALF_EVEN)
                : FixedPoint.multiply(underlying(quantity), price, Rounding.HALF_EVEN);
    }

    /**
     * Value of a quantity at a price (method 6): its notional, for inverse contracts minus its notional, because what a
     * face value costs in the coin falls as the price rises.
     *
     * @param quantity contracts at 10^-8, signed
     * @param price price at 10^-8
     * @return value in {@code currency} at 10^-8
     */
    public long value(long quantity, long price) {
        return kind.inverse() ? Math.negateExact(notional(quantity, price)) : notional(quantity, price);
    }

    /** @return {@code quantity} truncated towards zero to a multiple of the size increment */
    public long truncateToIncrement(long quantity) {
        return quantity - FixedPoint.remainder(quantity, sizeIncrement);
    }

    /** @return true when {@code quantity} is a multiple of the size increment */
    public boolean isOnIncrement(long quantity) {
        return FixedPoint.remainder(quantity, sizeIncrement) == 0;
    }

    /** @return true when {@code price} is a multiple of the tick */
    public boolean isOnTick(long price) {
        return FixedPoint.remainder(price, tickSize) == 0;
    }
}
