package mnvh.event;

import java.nio.ByteBuffer;
import mnvh.units.HotPath;

/**
 * What the gate saw of a list that leaves: each exposure before and after it beside its limit.
 *
 * <p>It stands once in the frame, before the orders that share it; {@link OrderProofSection} holds what is each order's
 * own.
 *
 * <p>Flyweight: wrap, read, forget. Allocates nothing but the texts that say so.
 */
@HotPath
public final class DecisionSection {
    /** Length of the section, header included, in bytes. */
    public static final int LENGTH = 200;

    static final int STEP_OFFSET = 8;
    static final int BINDING_OFFSET = 16;
    static final int NEUTRALITY_OFFSET = 20;
    static final int FINANCING_SCALE_OFFSET = 24;
    static final int RISK_SCALE_OFFSET = 32;
    static final int CASH_BEFORE_OFFSET = 40;
    static final int CASH_AFTER_OFFSET = 48;
    static final int CASH_FLOOR_OFFSET = 56;
    static final int DEMAND_OFFSET = 64;
    static final int DEMAND_LEAST_OFFSET = 72;
    static final int DEMAND_MOST_OFFSET = 80;
    static final int GROSS_BEFORE_OFFSET = 88;
    static final int GROSS_AFTER_OFFSET = 96;
    static final int GROSS_LIMIT_OFFSET = 104;
    static final int NET_BEFORE_OFFSET = 112;
    static final int NET_AFTER_OFFSET = 120;
    static final int NET_LIMIT_OFFSET = 128;
    static final int MARKET_BETA_BEFORE_OFFSET = 136;
    static final int MARKET_BETA_AFTER_OFFSET = 144;
    static final int MARKET_BETA_LIMIT_OFFSET = 152;
    static final int MARGIN_BEFORE_OFFSET = 160;
    static final int MARGIN_AFTER_OFFSET = 168;
    static final int MARGIN_LIMIT_OFFSET = 176;
    static final int MESSAGES_OFFSET = 184;
    static final int MESSAGES_LIMIT_OFFSET = 188;
    static final int WORKING_OFFSET = 192;
    static final int WORKING_LIMIT_OFFSET = 196;

    private ByteBuffer buffer = EventSlot.EMPTY;
    private int offset;

    /** Points at the section that starts at {@code start}. */
    public DecisionSection wrap(ByteBuffer source, int start) {
        this.buffer = source;
        this.offset = start;
        return this;
    }

    /** @return number of the step that decided it */
    public long step() {
        return buffer.getLong(offset + STEP_OFFSET);
    }

    /** Sets number of the step that decided it. */
    public DecisionSection step(long value) {
        buffer.putLong(offset + STEP_OFFSET, value);
        return this;
    }

    /** @return ordinal of the verdict that bound the list: ADMITTED, or what cut it */
    public int binding() {
        return buffer.getInt(offset + BINDING_OFFSET);
    }

    /** Sets ordinal of the verdict that bound the list: ADMITTED, or what cut it. */
    public DecisionSection binding(int value) {
        buffer.putInt(offset + BINDING_OFFSET, value);
        return this;
    }

    /** @return ordinal of what the neutrality stage did */
    public int neutrality() {
        return buffer.getInt(offset + NEUTRALITY_OFFSET);
    }

    /** Sets ordinal of what the neutrality stage did. */
    public DecisionSection neutrality(int value) {
        buffer.putInt(offset + NEUTRALITY_OFFSET, value);
        return this;
    }

    /** @return kappa at 1e-12 */
    public long financingScale() {
        return buffer.getLong(offset + FINANCING_SCALE_OFFSET);
    }

    /** Sets kappa at 1e-12. */
    public DecisionSection financingScale(long value) {
        buffer.putLong(offset + FINANCING_SCALE_OFFSET, value);
        return this;
    }

    /** @return kappa_risk at 1e-12 */
    public long riskScale() {
        return buffer.getLong(offset + RISK_SCALE_OFFSET);
    }

    /** Sets kappa_risk at 1e-12. */
    public DecisionSection riskScale(long value) {
        buffer.putLong(offset + RISK_SCALE_OFFSET, value);
        return this;
    }

    /** @return cash at 1e-8 once the orders that work have filled */
    public long cashBefore() {
        return buffer.getLong(offset + CASH_BEFORE_OFFSET);
    }

    /** Sets cash at 1e-8 once the orders that work have filled. */
    public DecisionSection cashBefore(long value) {
        buffer.putLong(offset + CASH_BEFORE_OFFSET, value);
        return this;
    }

    /** @return the same once the list has filled too, fees paid */
    public long cashAfter() {
        return buffer.getLong(offset + CASH_AFTER_OFFSET);
    }

    /** Sets the same once the list has filled too, fees paid. */
    public DecisionSection cashAfter(long value) {
        buffer.putLong(offset + CASH_AFTER_OFFSET, value);
        return this;
    }

    /** @return least cash allowed; the smallest number for none */
    public long cashFloor() {
        return buffer.getLong(offset + CASH_FLOOR_OFFSET);
    }

    /** Sets least cash allowed; the smallest number for none. */
    public DecisionSection cashFloor(long value) {
        buffer.putLong(offset + CASH_FLOOR_OFFSET, value);
        return this;
    }

    /** @return S at 1e-8: signed notionals and fees of the list */
    public long demand() {
        return buffer.getLong(offset + DEMAND_OFFSET);
    }

    /** Sets S at 1e-8: signed notionals and fees of the list. */
    public DecisionSection demand(long value) {
        buffer.putLong(offset + DEMAND_OFFSET, value);
        return this;
    }

    /** @return least S allowed; the smallest number for none */
    public long demandLeast() {
        return buffer.getLong(offset + DEMAND_LEAST_OFFSET);
    }

    /** Sets least S allowed; the smallest number for none. */
    public DecisionSection demandLeast(long value) {
        buffer.putLong(offset + DEMAND_LEAST_OFFSET, value);
        return this;
    }

    /** @return largest S allowed; the largest number for none */
    public long demandMost() {
        return buffer.getLong(offset + DEMAND_MOST_OFFSET);
    }

    /** Sets largest S allowed; the largest number for none. */
    public DecisionSection demandMost(long value) {
        buffer.putLong(offset + DEMAND_MOST_OFFSET, value);
        return this;
    }

    /** @return sum of absolute notionals at 1e-8, orders that work filled */
    public long grossBefore() {
        return buffer.getLong(offset + GROSS_BEFORE_OFFSET);
    }

    /** Sets sum of absolute notionals at 1e-8, orders that work filled. */
    public DecisionSection grossBefore(long value) {
        buffer.putLong(offset + GROSS_BEFORE_OFFSET, value);
        return this;
    }

    /** @return the same with the list */
    public long grossAfter() {
        return buffer.getLong(offset + GROSS_AFTER_OFFSET);
    }

    /** Sets the same with the list. */
    public DecisionSection grossAfter(long value) {
        buffer.putLong(offset + GROSS_AFTER_OFFSET, value);
        return this;
    }

    /** @return largest allowed; the largest number for none */
    public long grossLimit() {
        return buffer.getLong(offset + GROSS_LIMIT_OFFSET);
    }

    /** Sets largest allowed; the largest number for none. */
    public DecisionSection grossLimit(long value) {
        buffer.putLong(offset + GROSS_LIMIT_OFFSET, value);
        return this;
    }

    /** @return sum of notionals at 1e-8, orders that work filled */
    public long netBefore() {
        return buffer.getLong(offset + NET_BEFORE_OFFSET);
    }

    /** Sets sum of notionals at 1e-8, orders that work filled. */
    public DecisionSection netBefore(long value) {
        buffer.putLong(offset + NET_BEFORE_OFFSET, value);
        return this;
    }

    /** @return the same with the list */
    public long netAfter() {
        return buffer.getLong(offset + NET_AFTER_OFFSET);
    }

    /** Sets the same with the list. */
    public DecisionSection netAfter(long value) {
        buffer.putLong(offset + NET_AFTER_OFFSET, value);
        return this;
    }

    /** @return largest magnitude allowed; the largest number for none */
    public long netLimit() {
        return buffer.getLong(offset + NET_LIMIT_OFFSET);
    }

    /** Sets largest magnitude allowed; the largest number for none. */
    public DecisionSection netLimit(long value) {
        buffer.putLong(offset + NET_LIMIT_OFFSET, value);
        return this;
    }

    /** @return sum of market beta times notional at 1e-8, orders that work filled */
    public long marketBetaBefore() {
        return buffer.getLong(offset + MARKET_BETA_BEFORE_OFFSET);
    }

    /** Sets sum of market beta times notional at 1e-8, orders that work filled. */
    public DecisionSection marketBetaBefore(long value) {
        buffer.putLong(offset + MARKET_BETA_BEFORE_OFFSET, value);
        return this;
    }

    /** @return the same with the list */
    public long marketBetaAfter() {
        return buffer.getLong(offset + MARKET_BETA_AFTER_OFFSET);
    }

    /** Sets the same with the list. */
    public DecisionSection marketBetaAfter(long value) {
        buffer.putLong(offset + MARKET_BETA_AFTER_OFFSET, value);
        return this;
    }

    /** @return largest magnitude allowed; the largest number for none */
    public long marketBetaLimit() {
        return buffer.getLong(offset + MARKET_BETA_LIMIT_OFFSET);
    }

    /** Sets largest magnitude allowed; the largest number for none. */
    public DecisionSection marketBetaLimit(long value) {
        buffer.putLong(offset + MARKET_BETA_LIMIT_OFFSET, value);
        return this;
    }

    /** @return margin of the worst subset of fills at 1e-8 */
    public long marginBefore() {
        return buffer.getLong(offset + MARGIN_BEFORE_OFFSET);
    }

    /** Sets margin of the worst subset of fills at 1e-8. */
    public DecisionSection marginBefore(long value) {
        buffer.putLong(offset + MARGIN_BEFORE_OFFSET, value);
        return this;
    }

    /** @return the same with the list */
    public long marginAfter() {
        return buffer.getLong(offset + MARGIN_AFTER_OFFSET);
    }

    /** Sets the same with the list. */
    public DecisionSection marginAfter(long value) {
        buffer.putLong(offset + MARGIN_AFTER_OFFSET, value);
        return this;
    }

    /** @return largest allowed; the largest number for none */
    public long marginLimit() {
        return buffer.getLong(offset + MARGIN_LIMIT_OFFSET);
    }

    /** Sets largest allowed; the largest number for none. */
    public DecisionSection marginLimit(long value) {
        buffer.putLong(offset + MARGIN_LIMIT_OFFSET, value);
        return this;
    }

    /** @return requests of the last second, with the list */
    public int messages() {
        return buffer.getInt(offset + MESSAGES_OFFSET);
    }

    /** Sets requests of the last second, with the list. */
    public DecisionSection messages(int value) {
        buffer.putInt(offset + MESSAGES_OFFSET, value);
        return this;
    }

    /** @return largest number allowed; the largest number for none */
    public int messagesLimit() {
        return buffer.getInt(offset + MESSAGES_LIMIT_OFFSET);
    }

    /** Sets largest number allowed; the largest number for none. */
    public DecisionSection messagesLimit(int value) {
        buffer.putInt(offset + MESSAGES_LIMIT_OFFSET, value);
        return this;
    }

    /** @return orders that work, with the list */
    public int working() {
        return buffer.getInt(offset + WORKING_OFFSET);
    }

    /** Sets orders that work, with the list. */
    public DecisionSection working(int value) {
        buffer.putInt(offset + WORKING_OFFSET, value);
        return this;
    }

    /** @return largest number allowed */
    public int workingLimit() {
        return buffer.getInt(offset + WORKING_LIMIT_OFFSET);
    }

    /** Sets largest number allowed. */
    public DecisionSection workingLimit(int value) {
        buffer.putInt(offset + WORKING_LIMIT_OFFSET, value);
        return this;
    }
}
