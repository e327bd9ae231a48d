package mnvh.units;

/** How a quotient that falls between two integers becomes one of them; named at every call. */
public enum Rounding {
    /** To the nearest, ties to the even neighbour: notionals, funding, interest, conversion. */
    HALF_EVEN,
    /** Truncation: sizes and scaled proposals, which must never grow. */
    TOWARDS_ZERO,
    /** Towards positive infinity: fees, which round in the venue's favour. */
    CEILING,
    /** Towards negative infinity. */
    FLOOR
}
