package mnvh.daemon;

/** Java text without what a reader of code must not trip over. */
final class Blanked {
    private Blanked() {}

    /** @return {@code text} with comments and literals' content turned into blanks, line breaks kept */
    static String of(String text) {
        StringBuilder code = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            boolean blank = false;
            if (text.startsWith("//", at)) {
                end = until(text, "\n", at);
                blank = true;
            } else if (text.startsWith("/*", at)) {
                end = until(text, "*/", at + 2) + 2;
                blank = true;
            } else if (text.startsWith("\"\"\"", at)) {
                end = until(text, "\"\"\"", at + 3) + 3;
                blank = true;
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                end = literalEnd(text, at);
                blank = true;
            }
            end = Math.min(end, text.length());
            for (int i = at; i < end; i++) {
                char c = text.charAt(i);
                boolean edge = c == '"' && (i == at || i == end - 1);
                code.append(!blank || c == '\n' || edge ? c : ' ');
            }
            at = end;
        }
        return code.toString();
    }

    private static int until(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found;
    }

    private static int literalEnd(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
