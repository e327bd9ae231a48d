package mnvh.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the schedule says of a fill, beside what was charged.
 *
 * @param scheduled fee in the settlement currency at 10^-8, positive is a cost
 * @param difference what was charged less what the schedule says, in the reporting currency at 10^-8; 0 where the
 *     schedule charges; null where an index price that it takes is missing or old
 */
public record FeeOpinion(Exact scheduled, @Nullable Exact difference) {}
