package mnvh.report;

/**
 * One account of the books as they are exported.
 *
 * @param number place among all accounts
 * @param root assets, income, expenses or equity
 * @param part what it holds, in snake case
 * @param instrument index of its instrument, -1 for none
 * @param owner symbol of its instrument, else code of its currency
 * @param currency index of the only currency that it holds
 * @param opposite true when its debit balance is minus what the auditor reads
 */
record BookAccount(
        int number, String root, String part, int instrument, String owner, int currency, boolean opposite) {}
