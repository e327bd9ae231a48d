package mnvh.config;

import java.nio.file.Path;

/**
 * Where sessions are recorded.
 *
 * @param dir folder that receives one folder per session
 * @param durability what a record survives
 */
public record JournalConfig(Path dir, Durability durability) {}
