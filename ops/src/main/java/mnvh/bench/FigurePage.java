package mnvh.bench;

/**
 * A page of prose with a region of figures for each Java version.
 *
 * <pre>
 *   &lt;!-- figures: java 17 --&gt;
 *   written here
 *   &lt;!-- end --&gt;
 * </pre>
 *
 * <p>Everything outside the region in question stays as it is.
 */
public final class FigurePage {
    private static final String END = "<!-- end -->";

    private FigurePage() {}

    /**
     * Replaces the region of a Java version, or adds one behind the last region, or at the end of a page that has none.
     *
     * @param page as it was
     * @param feature the version's first number
     * @param figures the region's new content, whole lines
     * @return the page as it is now; throws {@link BenchException} for a region without an end
     */
    public static String replace(String page, int feature, String figures) {
        String start = "<!-- figures: java " + feature + " -->";
        String region = start + "\n\n### Java " + feature + "\n\n" + figures + "\n" + END;
        int from = page.indexOf(start);
        if (from >= 0) {
            int end = page.indexOf(END, from);
            int nextRegion = page.indexOf("<!-- figures:", from + 1);
            if (end < 0 || (nextRegion >= 0 && nextRegion < end)) {
                throw new BenchException("the page has '" + start + "' without '" + END + "' behind it");
            }
            return page.substring(0, from) + region + page.substring(end + END.length());
        }
        int last = page.lastIndexOf(END);
        if (last >= 0) {
            int behind = last + END.length();
            return page.substring(0, behind) + "\n\n" + region + page.substring(behind);
        }
        String gap = page.isEmpty() || page.endsWith("\n\n") ? "" : page.endsWith("\n") ? "\n" : "\n\n";
        return page + gap + region + "\n";
    }
}
