package mnvh.venue;

/**
 * Seeded random numbers that are the same on every JDK and machine: xoshiro256** (Blackman and Vigna), seeded through
 * SplitMix64.
 *
 * <p>Streams of the same seed are independent, so that a draw more in one never shifts another. One thread. Allocates
 * nothing after construction.
 */
public final class Generator {
    /** Streams of one seed. */
    static final int STATIC = 1;

    static final int STEP = 2;
    static final int PATH = 3;
    static final int VOLUME = 4;
    static final int FUNDING = 5;
    static final int REJECTS = 6;
    /** Markets that are only studied. */
    public static final int STUDY = 7;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spare;
    private boolean hasSpare;

    /** @param stream one of the constants */
    public Generator(long seed, int stream) {
        long state = mix(seed) + stream * GOLDEN;
        s0 = mix(state += GOLDEN);
        s1 = mix(state += GOLDEN);
        s2 = mix(state += GOLDEN);
        // The all-zero state would never leave zero.
        s3 = mix(state + GOLDEN) | 1;
    }

    /** @return 64 random bits */
    long next() {
        long result = Long.rotateLeft(s1 * 5, 7) * 9;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** @return uniform in [0, 1) */
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** @return standard normal; Marsaglia's polar method with StrictMath */
    public double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * factor;
                hasSpare = true;
                return u * factor;
            }
        }
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
