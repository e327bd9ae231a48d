package mnvh.venue;

import static mnvh.venue.Fixtures.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import mnvh.config.ConfigException;
import mnvh.config.UniverseConfig;
import mnvh.universe.Instrument;
import mnvh.universe.Universe;
import org.junit.jupiter.api.Test;

class UniverseResolverTest {
    private static final Instrument TEMPLATE = Fixtures.instrument(0, "*");

    @Test
    void templateGetsEverySymbolWithTheDecimalsOfTheData() {
        Panel panel = panel(Map.of("A", new SymbolRules(4, 0, 8), "B", new SymbolRules(8, 8, 0)), "B", "A", "C");
        Universe universe = UniverseResolver.resolve(new UniverseConfig(List.of(), TEMPLATE), panel);
        assertEquals(3, universe.size());
        Instrument a = universe.get(universe.indexOf("A"));
        assertEquals(1, a.index());
        assertEquals(n("0.0001"), a.tickSize());
        assertEquals(n("1"), a.sizeIncrement());
        // The template's minimum of 0.002 lies between two increments.
        assertEquals(n("1"), a.minQuantity());
        assertEquals(1, universe.get(0).tickSize());
        assertEquals(TEMPLATE.tickSize(), universe.get(2).tickSize());
        assertEquals(TEMPLATE.minNotional(), universe.get(2).minNotional());
    }

    @Test
    void listedInstrumentsStayAsListedAndMustAllBeInTheData() {
        UniverseConfig config =
                new UniverseConfig(List.of(Fixtures.instrument(0, "A"), Fixtures.instrument(1, "X")), null);
        Panel whole = panel(Map.of("A", new SymbolRules(4, 0, 8)), "X", "A");
        assertEquals(n("0.01"), UniverseResolver.resolve(config, whole).get(0).tickSize());
        ConfigException refused =
                assertThrows(ConfigException.class, () -> UniverseResolver.resolve(config, panel(Map.of(), "A", "B")));
        assertEquals("data.csv: error: no data for 'X', which the universe lists", refused.getMessage());
        assertEquals(2, UniverseResolver.resolve(config, null).size());
    }

    @Test
    void templateWithoutDataIsRefused() {
        UniverseConfig config = new UniverseConfig(List.of(), TEMPLATE);
        assertThrows(ConfigException.class, () -> UniverseResolver.resolve(config, null));
    }

    private static Panel panel(Map<String, SymbolRules> rules, String... symbols) {
        Panel.Bars bars = new Panel.Bars(new long[1][symbols.length], null, null, null, null);
        return new Panel("data.csv", List.of(symbols), new long[] {1}, 1, bars, Funding.NONE, rules);
    }
}
