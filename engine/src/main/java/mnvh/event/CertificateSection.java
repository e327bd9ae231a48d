package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * One currency's books at a step: what they held, that they balance, and what they are worth.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class CertificateSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 120;

    static final int CURRENCY_OFFSET = 8;
    static final int KNOWN_OFFSET = 12;
    static final int STEP_OFFSET = 16;
    static final int INDEX_PRICE_OFFSET = 24;
    static final int WALLET_OFFSET = 32;
    static final int FINANCING_OFFSET = 40;
    static final int POSITION_VALUE_OFFSET = 48;
    static final int CAPITAL_OFFSET = 56;
    static final int DEBITS_OFFSET = 64;
    static final int CREDITS_OFFSET = 72;
    static final int RESIDUAL_OFFSET = 80;
    static final int TRANSLATED_EQUITY_OFFSET = 88;
    static final int FX_OFFSET = 96;
    static final int ROUNDING_OFFSET = 104;
    static final int BOOKS_HASH_OFFSET = 112;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public CertificateSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return index among the run's currencies */
    public int currency() {
        return buffer.getInt(offset + CURRENCY_OFFSET);
    }

    /** Sets index among the run's currencies. */
    public CertificateSection currency(int value) {
        buffer.putInt(offset + CURRENCY_OFFSET, value);
        return this;
    }

    /** @return 1 when its index price was known and in time, else 0 */
    public int known() {
        return buffer.getInt(offset + KNOWN_OFFSET);
    }

    /** Sets 1 when its index price was known and in time, else 0. */
    public CertificateSection known(int value) {
        buffer.putInt(offset + KNOWN_OFFSET, value);
        return this;
    }

    /** @return number of the step, from 0 */
    public long step() {
        return buffer.getLong(offset + STEP_OFFSET);
    }

    /** Sets number of the step, from 0. */
    public CertificateSection step(long value) {
        buffer.putLong(offset + STEP_OFFSET, value);
        return this;
    }

    /** @return units of the reporting currency for one of this one, at 1e-8; 0 for none */
    public long indexPrice() {
        return buffer.getLong(offset + INDEX_PRICE_OFFSET);
    }

    /** Sets units of the reporting currency for one of this one, at 1e-8; 0 for none. */
    public CertificateSection indexPrice(long value) {
        buffer.putLong(offset + INDEX_PRICE_OFFSET, value);
        return this;
    }

    /** @return balance of the wallet at 1e-8, debits positive */
    public long wallet() {
        return buffer.getLong(offset + WALLET_OFFSET);
    }

    /** Sets balance of the wallet at 1e-8, debits positive. */
    public CertificateSection wallet(long value) {
        buffer.putLong(offset + WALLET_OFFSET, value);
        return this;
    }

    /** @return balance of the financing at 1e-8, debits positive */
    public long financing() {
        return buffer.getLong(offset + FINANCING_OFFSET);
    }

    /** Sets balance of the financing at 1e-8, debits positive. */
    public CertificateSection financing(long value) {
        buffer.putLong(offset + FINANCING_OFFSET, value);
        return this;
    }

    /** @return balance of the position value at 1e-8, debits positive */
    public long positionValue() {
        return buffer.getLong(offset + POSITION_VALUE_OFFSET);
    }

    /** Sets balance of the position value at 1e-8, debits positive. */
    public CertificateSection positionValue(long value) {
        buffer.putLong(offset + POSITION_VALUE_OFFSET, value);
        return this;
    }

    /** @return balance of the capital at 1e-8, debits positive */
    public long capital() {
        return buffer.getLong(offset + CAPITAL_OFFSET);
    }

    /** Sets balance of the capital at 1e-8, debits positive. */
    public CertificateSection capital(long value) {
        buffer.putLong(offset + CAPITAL_OFFSET, value);
        return this;
    }

    /** @return sum of all positive balances of the currency's accounts at 1e-8 */
    public long debits() {
        return buffer.getLong(offset + DEBITS_OFFSET);
    }

    /** Sets sum of all positive balances of the currency's accounts at 1e-8. */
    public CertificateSection debits(long value) {
        buffer.putLong(offset + DEBITS_OFFSET, value);
        return this;
    }

    /** @return sum of all negative balances of the currency's accounts at 1e-8 */
    public long credits() {
        return buffer.getLong(offset + CREDITS_OFFSET);
    }

    /** Sets sum of all negative balances of the currency's accounts at 1e-8. */
    public CertificateSection credits(long value) {
        buffer.putLong(offset + CREDITS_OFFSET, value);
        return this;
    }

    /** @return what the identities leave over at 1e-8; 0 */
    public long residual() {
        return buffer.getLong(offset + RESIDUAL_OFFSET);
    }

    /** Sets what the identities leave over at 1e-8; 0. */
    public CertificateSection residual(long value) {
        buffer.putLong(offset + RESIDUAL_OFFSET, value);
        return this;
    }

    /** @return equity in the reporting currency at 1e-8 */
    public long translatedEquity() {
        return buffer.getLong(offset + TRANSLATED_EQUITY_OFFSET);
    }

    /** Sets equity in the reporting currency at 1e-8. */
    public CertificateSection translatedEquity(long value) {
        buffer.putLong(offset + TRANSLATED_EQUITY_OFFSET, value);
        return this;
    }

    /** @return income from changes of its worth, in the reporting currency at 1e-8 */
    public long fx() {
        return buffer.getLong(offset + FX_OFFSET);
    }

    /** Sets income from changes of its worth, in the reporting currency at 1e-8. */
    public CertificateSection fx(long value) {
        buffer.putLong(offset + FX_OFFSET, value);
        return this;
    }

    /** @return remainders of its translation, in the reporting currency at 1e-8 */
    public long rounding() {
        return buffer.getLong(offset + ROUNDING_OFFSET);
    }

    /** Sets remainders of its translation, in the reporting currency at 1e-8. */
    public CertificateSection rounding(long value) {
        buffer.putLong(offset + ROUNDING_OFFSET, value);
        return this;
    }

    /** @return hash of the books */
    public long booksHash() {
        return buffer.getLong(offset + BOOKS_HASH_OFFSET);
    }

    /** Sets hash of the books. */
    public CertificateSection booksHash(long value) {
        buffer.putLong(offset + BOOKS_HASH_OFFSET, value);
        return this;
    }
}
