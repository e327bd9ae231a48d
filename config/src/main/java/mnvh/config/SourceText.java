package mnvh.config;

/**
 * The lines of one file, kept so that a message can show them.
 *
 * <p>Whatever follows a key that names a secret is masked, also on a line that is shown for another reason.
 */
final class SourceText {
    private final String name;
    private final int order;
    private final String[] lines;

    /**
     * @param name the file as the user gave it
     * @param order position among the files of a run, for sorting messages
     * @param text its contents
     */
    SourceText(String name, int order, String text) {
        this.name = name;
        this.order = order;
        this.lines = text.split("\r\n|\r|\n", -1);
    }

    /** @return the file as the user gave it */
    String name() {
        return name;
    }

    /** @return position among the files of a run */
    int order() {
        return order;
    }

    /** @return how many lines there are */
    int size() {
        return lines.length;
    }

    /** @return line {@code number} from 1 as it may be shown: tabs as blanks, secrets as stars */
    String shown(int number) {
        if (number < 1 || number > lines.length) {
            return "";
        }
        return SecretKeys.mask(lines[number - 1].replace('\t', ' '));
    }
}
