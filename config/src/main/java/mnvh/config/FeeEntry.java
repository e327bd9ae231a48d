package mnvh.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one place of the configuration says about fees; what it leaves out, a less specific place says.
 *
 * <p>The two rates and the tiers are one table: an entry with a rate and without tiers has none, whatever stands
 * elsewhere.
 */
record FeeEntry(
        Place place,
        @Nullable Long makerRate,
        @Nullable Long takerRate,
        @Nullable Long perContract,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable List<FeeTier> tiers) {
    /** @return what a resolved table says, wherever it came from */
    static FeeEntry of(FeeTable table) {
        return new FeeEntry(
                Place.of(Origin.DEFAULT),
                table.makerRate(),
                table.takerRate(),
                table.perContract(),
                table.minimum(),
                table.maximum(),
                table.tiers());
    }

    /** @return this entry, and where it is silent the other */
    FeeEntry over(FeeEntry general) {
        boolean rated = makerRate != null || takerRate != null;
        return new FeeEntry(
                place,
                makerRate == null ? general.makerRate : makerRate,
                takerRate == null ? general.takerRate : takerRate,
                perContract == null ? general.perContract : perContract,
                minimum == null ? general.minimum : minimum,
                maximum == null ? general.maximum : maximum,
                tiers != null ? tiers : rated ? List.of() : general.tiers);
    }

    /** @return the table; nothing may be left out */
    FeeTable table() {
        if (makerRate == null
                || takerRate == null
                || perContract == null
                || minimum == null
                || maximum == null
                || tiers == null) {
            throw new IllegalStateException("a fee table with something left out: " + this);
        }
        return new FeeTable(makerRate, takerRate, perContract, minimum, maximum, tiers);
    }
}
