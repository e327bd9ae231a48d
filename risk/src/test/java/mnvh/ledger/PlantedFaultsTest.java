package mnvh.ledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks the ledger in one place at a time: an identity, the auditor or the worked example must notice each fault. Who
 * noticed it first is written to {@code risk/target/planted-faults.md}.
 */
@Tag("slow")
class PlantedFaultsTest {
    private static final Path TARGET = Path.of(System.getProperty("mnvh.root", ".."), "risk", "target");

    @TempDir
    private Path folder;

    @Test
    void soundLedgerIsNotSuspected() throws ReflectiveOperationException {
        assertEquals(FaultCampaign.NOTHING, FaultyLedger.sound().get());
    }

    @Test
    void everyPlaceIsThereOnce() {
        assertAll(LedgerFaults.ALL.stream().map(fault -> fault::source));
    }

    @Test
    void everyFaultIsNoticed() throws IOException, ReflectiveOperationException {
        List<String> unnoticed = new ArrayList<>();
        StringBuilder table = new StringBuilder("| fault | place | caught by | after events |\n|---|---|---|---|\n");
        int number = 0;
        for (LedgerFault fault : LedgerFaults.ALL) {
            String[] found = FaultyLedger.with(fault, folder.resolve("fault" + number++))
                    .get()
                    .split("\t", -1);
            if (found.length == 1) {
                unnoticed.add(fault.toString());
            } else {
                table.append("| ")
                        .append(String.join(
                                " | ",
                                fault.what(),
                                "`" + fault.place() + "`",
                                found[0],
                                found[1].isEmpty() ? "-" : found[1]))
                        .append(" |\n");
            }
        }
        System.out.print(table);
        Files.writeString(Files.createDirectories(TARGET).resolve("planted-faults.md"), table);
        assertEquals(List.of(), unnoticed, "faults that nothing noticed");
        assertTrue(number >= 30, "only " + number + " faults");
    }
}
