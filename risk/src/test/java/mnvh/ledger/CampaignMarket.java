package mnvh.ledger;

import java.util.ArrayList;
import java.util.List;
import mnvh.units.FixedPoint;
import mnvh.universe.Currencies;
import mnvh.universe.Instrument;
import mnvh.universe.InstrumentKind;
import mnvh.universe.Universe;

/** Fifty instruments of all kinds in four currencies; the same for every run. */
final class CampaignMarket {
    static final int INSTRUMENTS = 50;

    private static final String[] CODES = {"USD", "EUR", "BTC", "ETH"};
    private static final InstrumentKind[] KINDS = InstrumentKind.values();
    private static final long[] MULTIPLIERS = {100_000_000L, 100_000_000L, 1_000_000L, 10_000_000_000L};

    final Universe universe;
    final Currencies currencies;

    CampaignMarket() {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < INSTRUMENTS; i++) {
            InstrumentKind kind = KINDS[i % KINDS.length];
            String currency = kind.inverse() ? CODES[2 + i % 2] : CODES[i % CODES.length];
            instruments.add(new Instrument(
                    i,
                    "I" + i,
                    kind,
                    currency,
                    1,
                    100,
                    MULTIPLIERS[i % MULTIPLIERS.length],
                    0,
                    Long.MAX_VALUE,
                    0,
                    FixedPoint.RATE_SCALE));
        }
        universe = new Universe(instruments);
        currencies = Currencies.of(universe, CODES[0], List.of(CODES));
    }
}
