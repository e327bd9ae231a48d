package mnvh.daemon;

import java.nio.file.Path;

/**
 * What a view shows of a run that does not change.
 *
 * @param mode what the run is for, as the user writes it
 * @param currency reporting currency
 * @param initialCash equity at the start, at 1e-8
 * @param steps steps after which the run ends; 0 for no such end
 * @param journal the session's folder
 * @param address where metrics and health are, or empty
 */
public record RunBanner(String mode, String currency, long initialCash, long steps, Path journal, String address) {}
