package mnvh.monitor;

import java.math.BigDecimal;
import mnvh.units.Component;
import mnvh.units.FixedPoint;
import mnvh.units.Int128;

/** What each component has changed since the start, exactly. Immutable; any thread. */
public final class ComponentTotals {
    private static final Component[] COMPONENTS = Component.values();

    private final BigDecimal[] amounts;

    /** @param totals one per component in ordinal order, at 1e-8 */
    ComponentTotals(Int128[] totals) {
        amounts = new BigDecimal[COMPONENTS.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = new BigDecimal(totals[i].toBigInteger(), FixedPoint.DECIMALS);
        }
    }

    /** @return the total in the reporting currency; positive raised equity */
    public BigDecimal of(Component component) {
        return amounts[component.ordinal()];
    }

    /** @return fees less rebates over what was earned before them, or NaN where nothing was earned */
    public double feeToGrossRatio() {
        BigDecimal fees = of(Component.FEE).add(of(Component.REBATE)).negate();
        BigDecimal gross = of(Component.MTM).add(of(Component.EDGE)).add(of(Component.FUNDING));
        return gross.signum() > 0 ? fees.doubleValue() / gross.doubleValue() : Double.NaN;
    }
}
