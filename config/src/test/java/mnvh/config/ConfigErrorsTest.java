package mnvh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigErrorsTest {
    @TempDir
    Path folder;

    private RunFiles files;

    @BeforeEach
    void open() {
        files = new RunFiles(folder);
    }

    @Test
    void c24_and_fault44_allProblemsAreReportedAtOnceWithPlaceCaretAndHint() {
        String report = files.report("""
                version: 1
                risk:
                  max_net_leverage_ratio: 3
                strategy:
                  inventory_leash: 9.2
                  agressiveness: 0.5
                """);
        assertEquals("""
                run.yaml:3:27: warning: risk.max_net_leverage_ratio 3 never binds: risk.max_gross_leverage_ratio is 2
                    3 |   max_net_leverage_ratio: 3
                      |                           ^
                run.yaml:5:20: error: strategy.inventory_leash must be within [0, 1], got 9.2
                    5 |   inventory_leash: 9.2
                      |                    ^^^
                  the paper recommends 0.80-0.98. See: mnvh config explain strategy.inventory_leash
                run.yaml:6:3: error: unknown key 'agressiveness'; did you mean 'aggressiveness'?
                    6 |   agressiveness: 0.5
                      |   ^^^^^^^^^^^^^
                  known here: inventory_leash, aggressiveness, aggressiveness_unit, trade_threshold_ratio, weights, \
                rho, throttle, cost, fee_budget, target_fee_to_gross_ratio, neutrality
                2 errors, 1 warning. Nothing was started.""", report);
    }

    @Test
    void betaIsRefusedAndBothBetasAreExplained() {
        String expected = """
                : error: 'beta' alone is not a key: there are two betas
                """;
        String hint =
                "  beta of the update rule is strategy.aggressiveness; the market beta is estimated, and bounded by"
                        + " risk.max_market_beta_ratio\n1 error. Nothing was started.";
        assertEquals(
                "run.yaml:2:3" + expected + "    2 |   beta: 0.5\n      |   ^^^^\n" + hint,
                files.report("strategy:\n  beta: 0.5\n"));
        assertEquals("--set beta" + expected + hint, files.report("version: 1", "beta=0.5"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneLineTellsWhatIsWrongAndWhere(String line, String expected) {
        String report = files.report(line);
        String message = expected.replaceFirst(" ", ": error: ");
        assertEquals("run.yaml:1:" + message, report.substring(0, report.indexOf('\n')));
        assertTrue(report.endsWith("\n1 error. Nothing was started."), report);
    }

    @Test
    void aKeyThatStandsTwiceIsAnError() {
        assertEquals("""
                run.yaml:3:1: error: key 'mode' stands twice
                    3 | mode: live
                      | ^^^^
                  it stands first in line 1
                1 error. Nothing was started.""", files.report("mode: paper\ncurrency: USD\nmode: live\n"));
    }

    @Test
    void problemsInReferencedFilesAreReportedTogetherWithTheirOwnPlaces() {
        files.write("venues/simulator.yaml", "fix:\n  heartbeat: 30\nsimulator: {seed: x}\n");
        files.write("universes/sim-40.yaml", """
                defaults: { kind: perp }
                instruments:
                  - { symbol: A, tick: "0.000000001", size_increment: "1" }
                  - { symbol: B, tick: "1", size_increment: "1", tik: 1 }
                """);
        assertEquals("""
                run.yaml:1:7: error: mode must be one of paper, shadow, live, backtest, got 'demo'
                    1 | mode: demo
                      |       ^^^^
                  See: mnvh config explain mode
                venues/simulator.yaml:2:3: error: unknown key 'heartbeat'; did you mean 'heartbeat_s'?
                    2 |   heartbeat: 30
                      |   ^^^^^^^^^
                  known here: begin_string, sender, target, host, port, heartbeat_s, username, password_file
                venues/simulator.yaml:3:19: error: venue.simulator.seed must be a whole number within \
                [-9223372036854775808, 9223372036854775807], got 'x'
                    3 | simulator: {seed: x}
                      |                   ^
                  See: mnvh config explain venue.simulator.seed
                universes/sim-40.yaml:1:19: error: kind must be one of linear-perp, linear-future, equity, spot, \
                got 'perp'
                    1 | defaults: { kind: perp }
                      |                   ^^^^
                universes/sim-40.yaml:3:24: error: tick must be within [0.00000001, 10000000], got '0.000000001'
                    3 |   - { symbol: A, tick: "0.000000001", size_increment: "1" }
                      |                        ^^^^^^^^^^^^^
                  at most 8 decimals, nothing is rounded silently
                universes/sim-40.yaml:4:50: error: unknown key 'tik'; did you mean 'tick'?
                    4 |   - { symbol: B, tick: "1", size_increment: "1", tik: 1 }
                      |                                                  ^^^
                  known here: symbol, kind, tick, size_increment, multiplier, currency, min_quantity, max_quantity, \
                min_notional, initial_margin_ratio, maintenance_margin_ratio, margin_mode, margin_tiers
                6 errors. Nothing was started.""", files.report("mode: demo"));
    }

    @Test
    void aMissingFileIsOneClearError() {
        assertEquals(
                "nowhere/run.yaml: error: no such file\n1 error. Nothing was started.",
                assertThrows(
                                ConfigException.class,
                                () -> ConfigLoader.load(Path.of("nowhere/run.yaml"), List.of(), Map.of()))
                        .getMessage());
        String report = files.report("universe: other.yaml");
        assertTrue(report.startsWith("run.yaml:1:11: error: 'other.yaml': no such file\n"), report);
        assertTrue(report.endsWith("1 error. Nothing was started."), report);
    }

    @Test
    void filesAreNamedAsTheUserNamedThem() {
        Path relative = Path.of("").toAbsolutePath().relativize(files.write("run.yaml", "mode: demo"));
        String report = String.valueOf(
                assertThrows(ConfigException.class, () -> ConfigLoader.load(relative, List.of(), Map.of()))
                        .getMessage());
        assertTrue(report.startsWith(relative + ":1:7: error: "), report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "api_secret", "passphrase", "PASSWORD", "access_token"})
    void aLiteralSecretIsAnErrorThatDoesNotRepeatIt(String key) {
        files.write("venues/simulator.yaml", "fix: { port: x, " + key + ": hunter2, host: a }\n");
        String report = files.report("version: 1", "venue.fix." + key + "=hunter2");
        assertTrue(report.contains("venues/simulator.yaml:1:17: error: '" + key + "' is a literal secret"), report);
        assertTrue(report.contains("--set venue.fix." + key + ": error: '" + key + "' is a literal secret"), report);
        assertTrue(report.contains("    1 | fix: { port: x, " + key + ": ***\n"), report);
        assertFalse(report.contains("hunter2"), report);
    }

    @Test
    void aPasswordFileThatOthersCanReadIsRefused() throws Exception {
        Path secret = files.write("secret", "hunter2");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        String set = "venue.fix.password_file=" + secret;
        assertEquals(
                "--set venue.fix.password_file: error: venue.fix.password_file 'secret' can be reached by group or"
                        + " others\n  chmod 600 secret\n1 error. Nothing was started.",
                files.report("version: 1", "mode=shadow", set));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        assertEquals(
                secret,
                files.load("version: 1", "mode=shadow", set).config().venue().passwordFile());
        Files.delete(secret);
        assertTrue(files.report("version: 1", "mode=shadow", set).contains("is not a file that can be read"));
    }

    private static Stream<Arguments> mistakes() {
        return RunFiles.pairs("""
                riks: {}
                    1 unknown key 'riks'; did you mean 'risk'?
                max_drawdown_ratio: 0.1
                    1 unknown key 'max_drawdown_ratio'; did you mean 'risk.max_drawdown_ratio'?
                lambda: 0.9
                    1 unknown key 'lambda'; did you mean 'strategy.inventory_leash'?
                zzzzzzzz: 1
                    1 unknown key 'zzzzzzzz'
                risk.max_drawdown_ratio: 0.1
                    1 'risk.max_drawdown_ratio' stands in the section risk
                mode: papr
                    7 mode must be one of paper, shadow, live, backtest, got 'papr'
                version: 2
                    10 version must be a whole number within [1, 1], got 2
                risk: 5
                    7 risk must be a section of keys, got 5
                mode: [paper]
                    7 mode must be one of paper, shadow, live, backtest, got a list
                currency:
                    10 currency must be a currency code of 3 to 8 capitals or digits, got nothing
                strategy: {throttle: {rho: on}}
                    28 strategy.throttle.rho must be true or false, got 'on'
                strategy: {throttle: {rho: 'true'}}
                    28 strategy.throttle.rho must be true or false, got 'true'
                strategy: {aggressiveness: '1'}
                    28 strategy.aggressiveness must be within (0, 1000000000000], got '1'
                strategy: {aggressiveness: .nan}
                    28 strategy.aggressiveness must be within (0, 1000000000000], got .nan
                strategy: {aggressiveness: 0}
                    28 strategy.aggressiveness must be within (0, 1000000000000], got 0
                strategy: {rho: {window_steps: 1e3}}
                    32 strategy.rho.window_steps must be a whole number within [2, 1000000], got 1e3
                strategy: {neutrality: {mode: hedged}}
                    31 strategy.neutrality.mode must be one of none, driver, hedge, got 'hedged'
                risk: {max_gross_leverage_ratio: 0}
                    34 risk.max_gross_leverage_ratio must be within (0, 100] or none, got 0
                risk: {max_gross_leverage_ratio: .inf}
                    34 risk.max_gross_leverage_ratio must be within (0, 100] or none, got .inf
                risk: {max_market_beta_ratio: 3}
                    31 risk.max_market_beta_ratio must be within (0, 1] or none, got 3
                initial_cash: 0.123456789
                    15 initial_cash must be within (0, 10000000000], got 0.123456789
                initial_cash: 1_000_000
                    15 initial_cash must be within (0, 10000000000], got '1_000_000'
                fees: {taker_bps: 0.123456789}
                    19 fees.taker_bps must be within [-100, 1000], got 0.123456789
                strategy: {target_fee_to_gross_ratio: [0.4, 0.2]}
                    39 strategy.target_fee_to_gross_ratio must be two numbers within [0, 1], the lower first, got a list
                journal: !secret {dir: x}
                    10 the tag !secret means nothing here
                a: {b: c
                    9 not valid YAML: expected ',' or '}', but got <stream end>
                mode: paper\tmode: live
                    17 not valid YAML: mapping values are not allowed here
                """);
    }
}
