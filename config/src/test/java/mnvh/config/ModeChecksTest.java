package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Controls C14 and C15 of a configuration: what paper must not reach, and what live must not go without. */
class ModeChecksTest {
    @TempDir
    Path folder;

    private RunFiles files;

    @BeforeEach
    void open() {
        files = new RunFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fix.exchange.com",
                "203.0.113.7",
                "127.exchange.com",
                "127.0.0.1.exchange.com",
                "134744072",
                "0x08080808",
                "2001:db8::1",
                "exchange."
            })
    void c14_aHostThatCanBeARealVenueIsRefusedOnPaper(String host) {
        assertEquals(
                "--set venue.fix.host: error: venue.fix.host must be this machine or a name without a dot in mode"
                        + " paper, got '" + host + "'\n  paper trades with a simulator alone, never with a real venue\n"
                        + "1 error. Nothing was started.",
                files.report("mode: paper", "venue.fix.host=\"" + host + "\""));
        assertEquals(
                host,
                files.load("mode: shadow", "venue.fix.host=\"" + host + "\"")
                        .config()
                        .venue()
                        .host());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.1.1", "localhost", "::1", "0.0.0.0", "simulator"})
    void c14_aSimulatorOnOrBesideThisMachineIsReached(String host) {
        assertEquals(
                host,
                files.load("mode: paper", "venue.fix.host=\"" + host + "\"")
                        .config()
                        .venue()
                        .host());
    }

    @Test
    void c14_theDropCopyOfARealVenueIsRefusedOnPaper() {
        assertEquals(
                "--set venue.drop_copy.host: error: venue.drop_copy.host must be this machine or a name without a dot"
                        + " in mode paper, got 'copies.example.com'\n"
                        + "  paper trades with a simulator alone, never with a real venue\n"
                        + "1 error. Nothing was started.",
                files.report("mode: paper", "venue.drop_copy.host=copies.example.com"));
    }

    @Test
    void c14_credentialsAreRefusedOnPaperWhereverTheyComeFrom() throws Exception {
        Path secret = files.write("secret", "hunter2");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        files.write("venues/simulator.yaml", "fix:\n  username: key-1234\n  password_file: " + secret + "\n");

        String report = files.report("mode: paper");

        assertTrue(
                report.contains("venues/simulator.yaml:2:13: error: venue.fix.username must be none in mode paper\n"),
                report);
        assertTrue(
                report.contains(
                        "venues/simulator.yaml:3:18: error: venue.fix.password_file must be none in mode paper\n"),
                report);
        assertTrue(report.endsWith("2 errors. Nothing was started."), report);
        assertFalse(report.contains("key-1234"), report);
        assertEquals("key-1234", files.load("mode: shadow").config().venue().username());

        files.write("venues/simulator.yaml", "name: simulator\n");
        Path run = files.write("run.yaml", "mode: paper");
        try {
            ConfigLoader.load(run, List.of(), Map.of("MNVH_VENUE__FIX__USERNAME", "key-1234"));
        } catch (ConfigException e) {
            assertTrue(
                    String.valueOf(e.getMessage()).contains("venue.fix.username must be none in mode paper"),
                    e.getMessage());
            assertFalse(String.valueOf(e.getMessage()).contains("key-1234"), e.getMessage());
            return;
        }
        throw new AssertionError("credentials from the environment were taken");
    }

    @Test
    void c15_liveMustRequireAnApproval() {
        String report = files.report("mode: live");
        assertTrue(report.startsWith("run.yaml:1:7: error: mode live needs approval.required: true\n"), report);
        assertTrue(report.endsWith("\n1 error. Nothing was started."), report);
        report = files.report("mode: live\napproval: { required: false }");
        assertTrue(report.startsWith("run.yaml:2:23: error: mode live needs approval.required: true\n"), report);
        assertTrue(files.load("mode: live\napproval: { required: true }")
                .config()
                .approval()
                .required());
    }

    @Test
    void c15_fingerprintIsThatOfTheValuesAlone() {
        String written = ConfigFingerprint.of(files.load("step: { interval_s: 2 }"));
        assertEquals(written, ConfigFingerprint.of(files.load("version: 1", "step.interval_s=2.0")));
        assertTrue(written.matches("[0-9a-f]{64}"), written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risk.max_order_notional=49999.99999999",
                "venue.fix.host=127.0.0.2",
                "venue.fix.username=me",
                "journal.dir=elsewhere",
                "approval.required=true",
                "mode=backtest",
                "venue.simulator.seed=43"
            })
    void c15_everyKeyCountsInTheFingerprint(String set) {
        String plain = ConfigFingerprint.of(files.load("mode: shadow"));
        assertFalse(plain.equals(ConfigFingerprint.of(files.load("mode: shadow", set))), set);
    }

    @Test
    void c15_usernameAndInstrumentsCountInTheFingerprint() {
        String me = ConfigFingerprint.of(files.load("mode: shadow", "venue.fix.username=me"));
        assertFalse(me.equals(ConfigFingerprint.of(files.load("mode: shadow", "venue.fix.username=you"))));
        files.write("universes/sim-40.yaml", RunFiles.TWO_PERPS.replace("0.001", "0.002"));
        assertFalse(me.equals(ConfigFingerprint.of(files.load("mode: shadow", "venue.fix.username=me"))));
    }
}
