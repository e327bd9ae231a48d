package mnvh.config;

import java.nio.file.Path;

/**
 * The operator's endpoint, and the kill switch's file.
 *
 * @param httpPort port of metrics and health; 0 for any free one
 * @param bind address, loopback by default
 * @param killFile there while the kill switch is pulled, and pulls it by appearing; relative to the control folder
 */
public record MonitorConfig(int httpPort, String bind, Path killFile) {}
