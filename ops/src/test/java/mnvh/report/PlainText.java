package mnvh.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads exported double entry, of hledger or beancount, line by line, and lets nothing pass that it does not know. */
final class PlainText {
    private static final Pattern HEAD =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d (?:\\* \")?(\\d+ [a-z_]+( .+?)?)(?:\"|  ; time:\\S+Z)");
    private static final Pattern POSTING = Pattern.compile(" {2,4}(\\S+)  (-?\\d+\\.\\d{8}) (\\S+)");
    private static final Pattern DECLARED = Pattern.compile("(?:account|1677-09-21 open) (\\S+)(?: \\S+)?");
    private static final Pattern OTHER = Pattern.compile(
            "|;.*|commodity 1000\\.0{8} \\S+|option \"operating_currency\" \"USD\"|1677-09-21 commodity \\S+"
                    + "|  time: \"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z\"");

    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private int transactions;
    private int postings;

    PlainText(String text) {
        text.lines().forEach(this::read);
        conclude();
    }

    private void read(String line) {
        Matcher posting = POSTING.matcher(line);
        Matcher head = HEAD.matcher(line);
        Matcher declaration = DECLARED.matcher(line);
        if (posting.matches()) {
            BigDecimal amount = new BigDecimal(posting.group(2));
            assertTrue(amount.signum() != 0, line);
            assertTrue(declared.contains(posting.group(1)), line);
            balances.merge(posting.group(1) + " " + posting.group(3), amount, BigDecimal::add);
            sums.merge(posting.group(3), amount, BigDecimal::add);
            postings++;
        } else if (head.matches()) {
            conclude();
            transactions++;
            titles.add(head.group(1));
        } else if (declaration.matches()) {
            assertTrue(declared.add(declaration.group(1)), line);
        } else {
            assertTrue(OTHER.matcher(line).matches(), line);
        }
    }

    private void conclude() {
        sums.forEach((commodity, sum) -> assertEquals(0, sum.signum(), commodity + " of transaction " + transactions));
        assertFalse(transactions > 0 && sums.isEmpty(), "a transaction without postings");
        sums.clear();
    }

    int transactions() {
        return transactions;
    }

    int postings() {
        return postings;
    }

    /** @return sequence, kind and symbol of each transaction */
    Set<String> titles() {
        return titles;
    }

    /** @return balances that are not 0, with eight decimals, by account and commodity */
    Map<String, String> balances() {
        Map<String, String> text = new TreeMap<>();
        balances.forEach((account, balance) -> {
            if (balance.signum() != 0) {
                text.put(account, balance.toPlainString());
            }
        });
        return text;
    }
}
