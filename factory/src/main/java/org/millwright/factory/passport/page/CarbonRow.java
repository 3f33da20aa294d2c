package org.millwright.factory.passport.page;

/**
 * One term of the footprint on the page.
 *
 * @param percent of the whole, 0 to 100
 * @param formula amount × factor, with units
 * @param proxy why the factor describes something near and not the thing itself; empty when it does
 */
public record CarbonRow(String name, String kg, double percent, String formula, String source, String proxy) {
    static CarbonRow of(Fields term, double total, PassportPage page) {
        Fields factor = term.map("factor");
        int year = (int) factor.number("year");
        double kg = term.number("kgCo2e");
        return new CarbonRow(
                page.text("passport.carbon." + term.text("term")),
                page.figure(kg, 4),
                total > 0 ? 100 * kg / total : 0,
                page.figure(term.number("amount"), 4) + " " + term.text("unit") + " × "
                        + page.figure(factor.number("kgCo2ePerUnit"), 4) + " kg/" + term.text("unit"),
                factor.text("source") + (year > 0 ? ", " + year : ""),
                factor.truth("proxy") ? factor.text("note") : "");
    }
}
