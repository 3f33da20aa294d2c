package org.millwright.factory.passport.page;

/**
 * One material on the page.
 *
 * @param percent of the mass, 0 to 100
 */
public record MaterialRow(
        String name, String lotNumber, String supplier, String mass, double percent, String recycling) {
    static MaterialRow of(Fields material, PassportPage page) {
        Fields origin = material.map("record");
        return new MaterialRow(
                material.text("name"),
                origin.text("lotNumber"),
                origin.text("supplier"),
                page.figure(material.map("mass").number("value"), 2) + " g",
                100 * material.number("massFraction"),
                origin.text("recycling"));
    }
}
