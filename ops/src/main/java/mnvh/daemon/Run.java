package mnvh.daemon;

/**
 * What a verb does once its options are read.
 *
 * @param <O> its options
 */
@FunctionalInterface
public interface Run<O> {
    /** @return how the process ends; what is thrown is mapped by {@link Failures} */
    ExitCode run(O options, Screen screen) throws Exception;
}
