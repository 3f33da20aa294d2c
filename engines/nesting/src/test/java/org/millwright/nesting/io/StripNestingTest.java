package org.millwright.nesting.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.json.JsonFields;
import org.millwright.json.JsonReader;
import org.millwright.json.UnreadableFile;
import org.millwright.nesting.Budget;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.Polygon;

/** Reading strip instances, nesting them, and checking layouts that came back as JSON. */
class StripNestingTest {
    private static final String SQUARES = """
            {"name": "squares", "strip_height": 20.0, "items": [
              {"id": 0, "demand": 4, "allowed_orientations": [0.0, 90.0],
               "shape": {"type": "simple_polygon", "data": [[0,0],[10,0],[10,10],[0,10],[0,0]]}},
              {"id": 1, "demand": 2,
               "shape": {"type": "simple_polygon", "data": [[0,0],[10,0],[0,10]]}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void fillsTheStripWithoutAGap() throws IOException {
        Path instance = write("squares.json", SQUARES);
        StripLayout layout = StripNesting.run(instance, Budget.ofSteps(200), 1, better -> {});
        assertThat(layout.stripLength()).isCloseTo(30, within(1e-9));
        assertThat(layout.density()).isCloseTo(500.0 / 600, within(1e-9));
        assertThat(StripNesting.check(instance, write("layout.json", layout.toJson())))
                .isEmpty();
        assertThat(layout.toSvg()).startsWith("<svg").contains("<path");
    }

    @Test
    void theCheckFindsOverlapsForbiddenTurnsAndAStripThatIsTooShort() throws IOException {
        Path instance = write("squares.json", SQUARES);
        Path layout = write("layout.json", """
                {"stripLength": 25, "density": 0.99, "placements": [
                  {"item": 0, "rotation": 0, "x": 0, "y": 0},
                  {"item": 0, "rotation": 0, "x": 9.99, "y": 0},
                  {"item": 0, "rotation": 45, "x": 10, "y": 0},
                  {"item": 0, "rotation": 0, "x": 20, "y": 10},
                  {"item": 1, "rotation": 0, "x": 0, "y": 10}]}
                """);
        assertThat(StripNesting.check(instance, layout))
                .anySatisfy(violation -> assertThat(violation).contains("overlap"))
                .anySatisfy(violation -> assertThat(violation).contains("turned by 45"))
                .anySatisfy(violation -> assertThat(violation).contains("not inside"))
                .anySatisfy(violation -> assertThat(violation).contains("neither placed"))
                .anySatisfy(violation -> assertThat(violation).contains("density"));
    }

    @Test
    void anItemHigherThanTheStripIsNamed() throws IOException {
        Path instance = write("high.json", """
                {"name": "high", "strip_height": 5, "items": [{"id": 7, "demand": 1, "allowed_orientations": [0],
                  "shape": {"type": "simple_polygon", "data": [[0,0],[10,0],[10,10],[0,10]]}}]}
                """);
        assertThatThrownBy(() -> StripNesting.run(
                        instance,
                        Budget.ofSteps(1),
                        1,
                        nesting -> {
                            throw new AssertionError("The search began.");
                        },
                        better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Item 7");
    }

    @Test
    void brokenFilesAreRefusedWithThePlace() throws IOException {
        Path broken = write("broken.json", "{\"strip_height\": 5,\n \"items\": [}");
        assertThatThrownBy(() -> StripNesting.run(broken, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Line 2");
        Path crossed = write("crossed.json", """
                {"strip_height": 5, "items": [{"id": 7, "demand": 1,
                  "shape": {"type": "simple_polygon", "data": [[0,0],[4,3],[4,0],[0,2]]}}]}
                """);
        assertThat(StripNesting.run(crossed, Budget.ofSteps(1), 1, better -> {}).notes())
                .singleElement()
                .asString()
                .contains("items[0]", "crosses itself");
        Path flat = write("flat.json", """
                {"strip_height": 5, "items": [{"id": 7, "demand": 1,
                  "shape": {"type": "simple_polygon", "data": [[0,0],[4,3],[8,6]]}}]}
                """);
        assertThatThrownBy(() -> StripNesting.run(flat, Budget.ofSteps(1), 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no area");
    }

    @Test
    void nestsAndChecksBins() throws IOException {
        Path bins = write("bins.json", """
                {"name": "bins", "bins": [
                  {"id": 3, "cost": 5, "stock": 2, "zones": [], "shape": {"type": "simple_polygon",
                   "data": [[0,0],[20,0],[20,10],[0,10]]}}],
                 "items": [{"id": 0, "demand": 4, "allowed_orientations": [0],
                   "shape": {"type": "simple_polygon", "data": [[0,0],[9,0],[9,9],[0,9]]}}]}
                """);
        StripLayout layout = StripNesting.run(bins, Budget.ofSteps(20), 1, better -> {});
        assertThat(layout.toJson()).contains("\"sheets\":2", "\"sheet\":1");
        Path written = write("bins-layout.json", layout.toJson());
        assertThat(StripNesting.check(bins, written)).isEmpty();
        Path moved = write("moved.json", layout.toJson().replace("\"sheet\":1", "\"sheet\":0"));
        assertThat(StripNesting.check(bins, moved)).isNotEmpty();
    }

    /** The hole reaches over the edge of the bin; material must not grow back there. */
    @Test
    void partsKeepOffHolesThatAreNotInsideTheirBin() throws IOException {
        Path bins = write("bitten.json", """
                {"name": "bitten", "bins": [
                  {"id": 0, "zones": [], "shape": {"type": "polygon", "data": {
                   "outer": [[0,0],[20,0],[20,10],[0,10]], "inner": [[[8,-2],[12,-2],[12,12],[8,12]]]}}}],
                 "items": [{"id": 0, "demand": 3, "allowed_orientations": [0],
                   "shape": {"type": "simple_polygon", "data": [[0,0],[6,0],[6,9],[0,9]]}}]}
                """);
        StripLayout layout = StripNesting.run(bins, Budget.ofSteps(20), 1, better -> {});
        assertThat(layout.layout().placements()).hasSize(2);
        assertThat(layout.notes()).singleElement().asString().contains("bins[0]", "keep off");
    }

    @Test
    void nestsACutListWithDrawings() throws IOException {
        Path list = write("list.csv", """
                kind,id,quantity,width,height,file,turns,cost
                part,shelf,3,60,30,,grain,
                part,disc,2,,,disc.dxf,any,
                sheet,plywood,2,130,100,,,12.50
                """);
        Rules rules = new Rules(2, 3, file -> {
            assertThat(file.getFileName()).hasToString("disc.dxf");
            return List.of(Polygon.ofMm(0, 0, 20, 0, 20, 20, 0, 20));
        });
        StripLayout layout = StripNesting.run(list, rules, Budget.ofSteps(20), 1, nesting -> nesting, better -> {});
        assertThat(layout.layout().unplaced()).isEmpty();
        Path written = write("list-layout.json", layout.toJson());
        assertThat(StripNesting.check(list, rules, written)).isEmpty();
        assertThat(StripNesting.check(list, new Rules(90, 3, rules.outlines()), written))
                .isNotEmpty();
    }

    @Test
    void readsACutListAsASpreadsheetOfAnotherCountryWritesIt() throws IOException {
        Path list = write("liste.csv", "\ufeff" + """
                Kind;Id;Quantity;Width;Height;Turns
                part;"shelf; ""long\""";3;60,5;30;"0 180"
                sheet;plywood;1;130;100
                """);
        StripLayout layout = StripNesting.run(list, Budget.ofSteps(20), 1, better -> {});
        assertThat(layout.layout().placements())
                .hasSize(3)
                .allMatch(placement -> placement.itemId().equals("shelf; \"long\""));
        assertThat(layout.density()).isCloseTo(3 * 60.5 * 30 / (130 * 100), within(1e-6));
    }

    @Test
    void aDrawingOfSeveralOutlinesInACutListIsASetOfParts() throws IOException {
        Path list = write("sets.csv", """
                kind,id,quantity,width,height,file
                part,box,2,,,box.dxf
                sheet,plywood,1,200,100,
                """);
        Rules rules = new Rules(1, 1, file -> List.of(Polygon.rectangleMm(40, 30), Polygon.rectangleMm(20, 10)));
        StripLayout layout = StripNesting.run(list, rules, Budget.ofSteps(20), 1, nesting -> nesting, better -> {});
        assertThat(layout.layout().placements())
                .extracting(placement -> placement.itemId())
                .containsExactlyInAnyOrder("box 1", "box 1", "box 2", "box 2");
        assertThat(StripNesting.check(list, rules, write("sets.json", layout.toJson())))
                .isEmpty();
    }

    @Test
    void nestsEachOutlineOfADrawingSeveralTimes() throws IOException {
        Path drawing = write("parts.dxf", "");
        Polygon square = Polygon.rectangleMm(20, 20);
        Polygon same = Polygon.ofMm(50, 50, 70, 50, 70, 70, 50, 70);
        OutlineReader reader = file -> List.of(square, same, Polygon.rectangleMm(30, 5));
        Rules rules = new Rules(1, 1, reader, new Rules.Order(3, Turns.of(""), 100, 80, 2));
        StripLayout layout = StripNesting.run(drawing, rules, Budget.ofSteps(20), 1, nesting -> nesting, better -> {});
        assertThat(layout.layout().placements()).hasSize(9).anyMatch(placement -> placement.copyIndex() == 5);
        assertThat(StripNesting.check(drawing, rules, write("parts.json", layout.toJson())))
                .isEmpty();
        assertThatThrownBy(() -> StripNesting.check(drawing, new Rules(1, 1, reader), drawing))
                .hasMessageContaining("say how large the sheets are");
    }

    @Test
    void nestsADrawingOnARollAlongTheGrain() throws IOException {
        Path drawing = write("slats.dxf", "");
        OutlineReader reader = file -> List.of(Polygon.rectangleMm(50, 10));
        Rules rules = new Rules(0, 0, reader, new Rules.Order(6, Turns.of("grain"), 0, 30, 1));
        StripLayout layout = StripNesting.run(drawing, rules, Budget.ofSteps(50), 1, nesting -> nesting, better -> {});
        assertThat(layout.stripLength()).isCloseTo(100, within(1e-9));
        assertThat(layout.layout().placements()).hasSize(6).allMatch(placement -> placement.rotationDeg() % 180 == 0);
        assertThat(StripNesting.check(drawing, rules, write("slats.json", layout.toJson())))
                .isEmpty();
    }

    @Test
    void aCutListMayNameARollAndPartsThatBelongTogether() throws IOException {
        Path list = write("roll.csv", """
                kind,id,quantity,width,height,turns,with,within
                part,left,3,30,20,0 180,right,5
                part,right,3,30,20,0 180,,
                strip,cloth,1,,40,,,
                """);
        StripLayout layout = StripNesting.run(list, Budget.ofSteps(200), 1, better -> {});
        assertThat(layout.stripLength()).isCloseTo(90, within(1e-9));
        Path written = write("roll.json", layout.toJson());
        assertThat(StripNesting.check(list, written)).isEmpty();

        Path apart = write("apart.json", """
                {"stripLength": 120, "density": 0.75, "placements": [
                  {"item": "left", "rotation": 0, "x": 0, "y": 0}, {"item": "right", "rotation": 0, "x": 90, "y": 0},
                  {"item": "left", "rotation": 0, "x": 30, "y": 0}, {"item": "right", "rotation": 0, "x": 30, "y": 20},
                  {"item": "left", "rotation": 0, "x": 60, "y": 0}, {"item": "right", "rotation": 0, "x": 60, "y": 20}]}
                """);
        assertThat(StripNesting.check(list, apart)).singleElement().asString().contains("left", "right");

        String text = Files.readString(list);
        assertThatThrownBy(() -> StripNesting.check(write("a.csv", text.replace("180,right,", "180,wrong,")), written))
                .hasMessageContaining("The pair of left and wrong needs two items that are there");
        assertThatThrownBy(() -> StripNesting.check(write("b.csv", text + "sheet,board,1,90,40,,,\n"), written))
                .hasMessageContaining("a strip and sheets");
        assertThatThrownBy(() -> StripNesting.check(write("c.csv", text.replace(",40,", ",,")), written))
                .hasMessageContaining("Line 4")
                .hasMessageContaining("the width of the roll");
    }

    @Test
    void aWrongCellOfACutListIsNamed() throws IOException {
        Path list = write("wrong.csv", "kind,id,quantity,width,height\npart,a,many,1,2\n");
        assertThatThrownBy(() -> StripNesting.check(list, list))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining("many");
        Path named = write("named.csv", "kind,name,quantity,width,height\npart,a,1,1,2\n");
        assertThatThrownBy(() -> StripNesting.run(named, 1, 1, better -> {}))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(
                        "names the columns kind, name, quantity, width, height; it should name kind, id,");
        Path half = write("half.csv", "kind,id,quantity,width,height\npart,a,2.5,1,2\n");
        assertThatThrownBy(() -> StripNesting.check(half, half))
                .hasMessageContaining("quantity should be a whole number from 1 on, got \"2.5\"");
    }

    @Test
    void whatALineOfACutListCannotSayIsRefusedAndOtherColumnsAreNamed() throws IOException {
        String header = "kind,id,quantity,width,height,file,turns,cost,colour\n";
        String part = "part,a,2,30,20,,,,red\n";
        String sheet = "sheet,board,1,90,40,,,,\n";
        String strip = "strip,cloth,,,40,,,,\n";
        Path list = write("colour.csv", header + part + sheet);
        assertThat(StripNesting.run(list, Budget.ofSteps(5), 1, better -> {}).notes())
                .singleElement()
                .asString()
                .contains("The column colour says nothing of cutting");
        assertThat(refusal(header + part + sheet.replace(",,,,", ",,grain,,")))
                .contains("Line 3", "turns should be empty, because it says nothing of a sheet, got \"grain\"");
        assertThat(refusal(header + part.replace(",,,,red", ",,,5,red") + sheet))
                .contains("Line 2", "cost should be empty, because it says nothing of a part");
        assertThat(refusal(header + part.replace(",,,,red", ",disc.dxf,,,red") + sheet))
                .contains("Line 2", "width should be empty, because disc.dxf says it");
        assertThat(refusal("kind,id,width,height,with,within\npart,a,30,20,,5\nsheet,board,90,40,,\n"))
                .contains("Line 2", "within should be empty", "the part named by with");
        assertThat(refusal(header + part + strip.replace(",,,40", ",,500,40")))
                .contains("Line 3", "width should be empty, because all to say of a strip is its height");
        assertThat(refusal(header + part + strip.replace("cloth,,", "cloth,3,")))
                .contains("Line 3", "quantity should be 1, because a strip is as long as the parts need");
        assertThat(refusal(header + part + strip.replace("strip,", "roll,")))
                .contains("Line 3", "kind should be part, sheet or strip");
    }

    private String refusal(String cutList) throws IOException {
        Path list = write("refused.csv", cutList);
        return String.valueOf(assertThatThrownBy(() -> StripNesting.check(list, list))
                .isInstanceOf(UnreadableFile.class)
                .actual()
                .getMessage());
    }

    @Test
    void anInstanceTellsOfRangesMirrorImagesPairsAndPatterns() throws IOException {
        Path instance = write("cloth.json", """
                {"name": "cloth", "bins": [{"id": "bolt", "stock": 2, "pattern": {"repeat_x": 15},
                   "shape": {"type": "simple_polygon", "data": [[0,0],[120,0],[120,60],[0,60]]}}],
                 "pairs": [{"first": "left", "second": "right", "within": 12}],
                 "items": [
                  {"id": "left", "demand": 3, "allowed_orientations": [[-3, 3]], "mirror": true, "priority": 2,
                   "match": {"x": 5, "phase_x": 5, "tolerance": 0.5},
                   "shape": {"type": "simple_polygon", "data": [[0,0],[20,0],[20,8],[0,14]]}},
                  {"id": "right", "demand": 3, "allowed_orientations": [0, [170, 190]],
                   "shape": {"type": "simple_polygon", "data": [[0,0],[20,0],[20,14],[0,8]]}}]}
                """);
        StripLayout layout = StripNesting.run(instance, Budget.ofSteps(400), 1, better -> {});
        assertThat(layout.layout().unplaced()).isEmpty();
        assertThat(layout.layout().placements())
                .filteredOn(placement -> placement.itemId().equals("left") && !placement.mirrored())
                .allSatisfy(placement -> {
                    double radians = Math.toRadians(placement.rotationDeg());
                    double pointX = 5 * Math.cos(radians) + placement.xMm();
                    assertThat(Math.abs(Math.IEEEremainder(pointX - 5, 15))).isLessThanOrEqualTo(0.501);
                });
        Path written = write("cloth-layout.json", layout.toJson());
        assertThat(StripNesting.check(instance, written)).isEmpty();
        Path strict = write(
                "strict.json",
                Files.readString(instance).replace("[[-3, 3]]", "[45]").replace("\"within\": 12", "\"within\": 1"));
        assertThat(StripNesting.check(strict, written))
                .anySatisfy(violation -> assertThat(violation).contains("turned by"));
        Path wrong = write("wrong.json", Files.readString(instance).replace("[170, 190]", "[190, 170]"));
        assertThatThrownBy(() -> StripNesting.check(wrong, written))
                .hasMessageContaining("items[1]")
                .hasMessageContaining("[190.0, 170.0]");
    }

    @Test
    void aCutListTellsOfGrainRangesMirrorImagesAndPriorities() throws IOException {
        Path list = write("wood.csv", """
                kind,id,quantity,width,height,turns,mirror,priority
                part,plank,4,90,20,grain 2,,1
                part,slat,3,60,10,80..100 0,yes,
                sheet,board,1,100,100,,,
                sheet,remnant,1,95,45,,,0
                """);
        StripLayout layout = StripNesting.run(list, Budget.ofSteps(300), 1, better -> {});
        assertThat(layout.layout().unplaced()).isEmpty();
        assertThat(layout.layout().used()).extracting(Layout.UsedStock::stockId).contains("remnant");
        assertThat(StripNesting.check(list, write("wood.json", layout.toJson())))
                .isEmpty();
        Path steep = write("steep.csv", Files.readString(list).replace("grain 2", "grain 200"));
        assertThatThrownBy(() -> StripNesting.check(steep, list))
                .hasMessageContaining("Line 2")
                .hasMessageContaining("tilt");
    }

    @Test
    void tellsOfLinesCutOnceWaysInAndOffcuts() throws IOException {
        Path list = write("plates.csv", """
                kind,id,quantity,width,height
                part,plate,6,30,20
                sheet,steel,1,200,100
                """);
        Rules rules = new Rules(0.2, 1, OutlineReader.none(), Rules.Order.none(), new Rules.Cutting(0, true, 20));
        StripLayout layout = StripNesting.run(list, rules, Budget.ofSteps(300), 1, nesting -> nesting, better -> {});
        JsonFields json = JsonFields.of("layout", JsonReader.read(layout.toJson()));
        assertThat(json.number("commonLinesMm")).isGreaterThan(100);
        assertThat(json.number("cutLengthMm") + json.number("commonLinesMm")).isCloseTo(600, within(1e-6));
        assertThat(json.objects("offcuts")).singleElement().satisfies(offcut -> {
            assertThat(offcut.number("areaMm2")).isGreaterThan(12_000);
            assertThat(offcut.list("outline")).hasSizeGreaterThanOrEqualTo(4);
        });
        assertThat(layout.toSvg()).contains("cut once for two parts", "offcut");
        assertThat(StripNesting.check(list, rules, write("plates.json", layout.toJson())))
                .isEmpty();

        Rules withWays = new Rules(1, 1, OutlineReader.none(), Rules.Order.none(), new Rules.Cutting(3, false, 0));
        StripLayout ways = StripNesting.run(list, withWays, Budget.ofSteps(300), 1, nesting -> nesting, better -> {});
        assertThat(JsonFields.of("layout", JsonReader.read(ways.toJson())).objects("leadIns"))
                .hasSize(6)
                .allSatisfy(way -> assertThat(way.list("from")).hasSize(2));
        assertThat(ways.toSvg()).contains("way in");
        assertThat(StripNesting.check(list, withWays, write("ways.json", ways.toJson())))
                .isEmpty();
        assertThat(StripNesting.check(list, withWays, write("tight.json", layout.toJson())))
                .as("without room for ways in")
                .isNotEmpty();
    }

    @Test
    void namesWhatNoSheetOfACutListCanHold() throws IOException {
        Path list = write("large.csv", """
                kind,id,quantity,width,height
                part,beam,1,300,20
                part,plate,2,50,20
                sheet,steel,1,200,100
                """);
        assertThat(StripNesting.listTooLarge(list, Rules.none()))
                .singleElement()
                .asString()
                .contains("beam", "300.0 x 20.0 mm");
        StripLayout layout = StripNesting.run(list, Budget.ofSteps(10), 1, better -> {});
        assertThat(layout.layout().unplaced())
                .singleElement()
                .extracting(Layout.Unplaced::reason)
                .isEqualTo(Layout.Reason.LARGER_THAN_ALL_STOCK);
    }

    @Test
    void theExamplesOfTheDocumentationNest() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "nesting-files.md"));
        Matcher examples =
                Pattern.compile("```(csv|json)\n(.*?)```", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (examples.find()) {
            Path example = write("example-%d.%s".formatted(++count, examples.group(1)), examples.group(2));
            StripLayout layout = StripNesting.run(example, Budget.ofSteps(200), 1, better -> {});
            assertThat(layout.layout().unplaced()).as(examples.group(2)).isEmpty();
            assertThat(StripNesting.check(example, write("nested.json", layout.toJson())))
                    .as(examples.group(2))
                    .isEmpty();
        }
        assertThat(count).isEqualTo(3);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
