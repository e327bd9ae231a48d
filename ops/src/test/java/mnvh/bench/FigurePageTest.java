package mnvh.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FigurePageTest {
    private static final String BEFORE = "# Title\r\n\n  odd  spaces \n\n";
    private static final String BETWEEN = "\n\nbetween\t\n";
    private static final String AFTER = "\n\nafter, no newline at the end";
    private static final String PAGE = BEFORE + "<!-- figures: java 17 -->\nold 17\n<!-- end -->" + BETWEEN
            + "<!-- figures: java 25 -->\nold 25\n<!-- end -->" + AFTER;

    @Test
    void onlyTheVersionsRegionIsReplaced() {
        String page = FigurePage.replace(PAGE, 17, "new\n");

        assertTrue(page.startsWith(BEFORE + "<!-- figures: java 17 -->\n"), page);
        assertTrue(page.endsWith("<!-- end -->" + BETWEEN + "<!-- figures: java 25 -->\nold 25\n<!-- end -->" + AFTER));
        assertTrue(page.contains("\nnew\n"));
        assertFalse(page.contains("old 17"));
    }

    @Test
    void replacingTwiceIsReplacingOnce() {
        for (int feature : new int[] {17, 21, 25}) {
            String once = FigurePage.replace(PAGE, feature, "new\n");
            assertEquals(once, FigurePage.replace(once, feature, "new\n"));
        }
    }

    @Test
    void newVersionGoesBehindTheLastRegion() {
        String page = FigurePage.replace(PAGE, 21, "new\n");

        assertTrue(page.startsWith(PAGE.substring(0, PAGE.length() - AFTER.length())), page);
        assertTrue(page.endsWith("new\n\n<!-- end -->" + AFTER), page);
    }

    @Test
    void pageWithoutRegionsGetsOneAtItsEnd() {
        assertTrue(FigurePage.replace("prose", 17, "new\n").startsWith("prose\n\n<!-- figures: java 17 -->"));
        assertTrue(FigurePage.replace("", 17, "new\n").startsWith("<!-- figures: java 17 -->"));
    }

    @Test
    void versionIsNotItsPrefix() {
        String page = FigurePage.replace("<!-- figures: java 17 -->\nkept\n<!-- end -->\n", 1, "new\n");
        assertTrue(page.contains("kept"));
    }

    @Test
    void regionWithoutEndIsRefused() {
        String open = "<!-- figures: java 17 -->\nprose that must not be lost\n";
        assertThrows(BenchException.class, () -> FigurePage.replace(open, 17, "new\n"));
        assertThrows(
                BenchException.class,
                () -> FigurePage.replace(open + "<!-- figures: java 25 -->\n<!-- end -->\n", 17, "new\n"));
    }
}
