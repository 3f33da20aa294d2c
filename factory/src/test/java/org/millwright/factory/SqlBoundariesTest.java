package org.millwright.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.database.Migrations;

/** A module's tables are its own: others ask its front door, never its tables. */
class SqlBoundariesTest {
    /** A table of a schema where SQL names one. */
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update|table|references|using|on|truncate)\\s+(?:only\\s+)?(%s)\\.[a-z_]+"
                    .formatted(String.join("|", Migrations.MODULES)));

    @Test
    void aModulesSqlNamesOnlyTablesOfItsOwnSchema() throws IOException {
        assertThat(foreignTables(Path.of("src/main/java/org/millwright/factory"), ".java"))
                .isEmpty();
    }

    @Test
    void aModulesMigrationsNameOnlyTablesOfItsOwnSchema() throws IOException {
        assertThat(foreignTables(Path.of("src/main/resources/db/migration"), ".sql"))
                .isEmpty();
    }

    @Test
    void aTableOfAnotherModuleWouldBeFound() {
        assertThat(tablesOutside("quoting", "select * from inventory.lot join quoting.quote using (id)"))
                .containsExactly("from inventory.lot");
    }

    private static List<String> foreignTables(Path root, String ending) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file :
                    tree.filter(path -> path.toString().endsWith(ending)).toList()) {
                String module = root.relativize(file).getName(0).toString();
                for (String table : tablesOutside(module, Files.readString(file))) {
                    found.add("%s: %s".formatted(root.relativize(file), table));
                }
            }
        }
        return found;
    }

    private static List<String> tablesOutside(String module, String text) {
        return TABLE.matcher(text)
                .results()
                .filter(table -> !table.group(1).equals(module))
                .map(MatchResult::group)
                .toList();
    }
}
