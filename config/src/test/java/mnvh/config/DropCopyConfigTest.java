package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import mnvh.universe.Universe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropCopyConfigTest {
    @TempDir
    Path folder;

    private RunFiles files;

    @BeforeEach
    void open() throws Exception {
        files = new RunFiles(folder);
    }

    private Config load(String... sets) {
        return files.load("mode: shadow", sets).config();
    }

    @Test
    void thereIsNoneUnlessSteps() {
        assertNull(load().venue().dropCopy());
        assertEquals(0, load().venue().fillCopyWithinSteps());
    }

    @Test
    void aBacktestHasNone() {
        assertNull(files.load("mode: backtest", "venue.drop_copy.within_steps=3")
                .config()
                .venue()
                .dropCopy());
    }

    @Test
    void whatIsNotGivenIsThatOfTheFirstSession() {
        assertEquals(
                new DropCopyConfig("MNVH-COPY", "VENUE", "fix.example.com", 4100, 3),
                load(
                                "venue.drop_copy.within_steps=3",
                                "venue.fix.target=VENUE",
                                "venue.fix.host=fix.example.com",
                                "venue.fix.port=4100")
                        .venue()
                        .dropCopy());
        assertEquals(
                new DropCopyConfig("ME", "COPIES", "copy.example.com", 4200, 1),
                load(
                                "venue.drop_copy.within_steps=1",
                                "venue.drop_copy.sender=ME",
                                "venue.drop_copy.target=COPIES",
                                "venue.drop_copy.host=copy.example.com",
                                "venue.drop_copy.port=4200")
                        .venue()
                        .dropCopy());
    }

    @Test
    void anEmbeddedSimulatorTakesBothAtThePortItChose() {
        VenueConfig open = load("venue.drop_copy.within_steps=3").venue().at(5001);
        assertEquals(5001, open.port());
        assertEquals(new DropCopyConfig("MNVH-COPY", "SIMULATOR", "127.0.0.1", 5001, 3), open.dropCopy());
    }

    @Test
    void theSecondSessionIsNotTheFirst() {
        String report = files.report(
                "mode: paper",
                "venue.drop_copy.within_steps=3",
                "venue.drop_copy.sender=MNVH",
                "venue.fix.sender=MNVH");
        assertTrue(
                report.startsWith("--set venue.drop_copy.sender: error: venue.drop_copy.sender and target are those of"
                        + " venue.fix: 'MNVH'\n"),
                report);
        assertEquals(
                new DropCopyConfig("MNVH", "OTHER", "127.0.0.1", 0, 3),
                load("venue.drop_copy.within_steps=3", "venue.drop_copy.sender=MNVH", "venue.drop_copy.target=OTHER")
                        .venue()
                        .dropCopy());
    }

    /** A backtest's fills have one source, and its journal says so. */
    @Test
    void theJournaledTextKnowsWithinHowManySteps() {
        Config with = load("venue.drop_copy.within_steps=3");
        String text = ConfigText.write(with);
        assertTrue(text.contains("venue.drop_copy.within_steps=3\n"), text);
        Universe universe = new Universe(with.universe().instruments());
        assertEquals(3, ConfigText.parse(text, universe).venue().fillCopyWithinSteps());
        assertTrue(ConfigText.write(with.withDropCopy(null)).contains("venue.drop_copy.within_steps=none\n"));
    }
}
