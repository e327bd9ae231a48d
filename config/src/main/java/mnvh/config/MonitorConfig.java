package mnvh.config;

/**
 * The operator's endpoint.
 *
 * @param httpPort port of metrics and health; 0 for any free one
 * @param bind address, loopback by default
 */
public record MonitorConfig(int httpPort, String bind) {}
