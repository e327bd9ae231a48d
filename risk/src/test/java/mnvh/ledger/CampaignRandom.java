package mnvh.ledger;

/** A splitmix64 stream: the same numbers on every machine. */
final class CampaignRandom {
    private long state;

    CampaignRandom(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E37_79B9_7F4A_7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /** @return a number of {@code [0, bound)} */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** @return a number of {@code [0, bound)} */
    long below(long bound) {
        return (next() >>> 1) % bound;
    }

    /** @return true once in {@code n} times */
    boolean oneIn(int n) {
        return below(n) == 0;
    }

    /** @return a positive number whose length in bits is any up to {@code bits}, so that extremes are common */
    long ofAnySize(int bits) {
        return (next() >>> (64 - (1 + below(bits)))) | 1;
    }

    /** @return the same of either sign */
    long signedOfAnySize(int bits) {
        long size = ofAnySize(bits);
        return (next() & 1) == 0 ? size : -size;
    }
}
