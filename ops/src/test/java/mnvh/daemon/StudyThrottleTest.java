package mnvh.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import mnvh.report.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mnvh study throttle} as it is typed. */
class StudyThrottleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String line) {
        Screen screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), OutputFormat.TABLE);
        return CommandShell.execute(Wiring.runs(), screen, line.split(" "));
    }

    @Test
    void shortFormPrintsARowForEveryRhoAndWindow() {
        String line = "study throttle --seed 1 --trials 4 --rho 0.05,0.2 --window 30,60 --judged-steps 100";
        assertEquals(0, execute(line + " -o csv"), err.toString());
        String[] rows = out.toString().split("\n");
        assertEquals(5, rows.length, out.toString());
        assertTrue(rows[0].startsWith("rho,window_steps,mean_rho,delay_median_steps"), rows[0]);
        assertTrue(rows[3].startsWith("0.2,30,0."), rows[3]);
        assertEquals("0.0", rows[4].split(",")[6], "no false alarm at 0.2 over 60 steps: " + rows[4]);
        assertEquals(0, execute(line), err.toString());
        assertTrue(out.toString().contains("| 0.200 | 60 | 0."), out.toString());
        assertEquals(0, execute(line + " -o json"), err.toString());
        assertTrue(out.toString().contains("\"rho\": 0.2"), out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "study | say which: throttle",
                "study throttle --rho 0 | --rho must be between 0 and 1, got 0.0",
                "study throttle --window 5 | --window must be within 6 and 100000, got 5",
                "study throttle --trials 0 | --trials must be within 1 and 100000, got 0"
            })
    void misuseIsExitCodeTwoAndSaysWhy(String line, String why) {
        assertEquals(2, execute(line));
        assertTrue(err.toString().contains(why), err.toString());
    }
}
