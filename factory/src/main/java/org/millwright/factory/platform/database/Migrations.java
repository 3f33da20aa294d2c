package org.millwright.factory.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings a database to this program's version: for each module, the scripts {@code db/migration/<module>/V*.sql} into
 * the schema of that name, which also keeps their history.
 */
public final class Migrations {
    /** In the order of what stands on what; a module without scripts is left out. */
    public static final List<String> MODULES = List.of(
            "platform",
            "facility",
            "people",
            "inventory",
            "design",
            "planning",
            "quoting",
            "production",
            "quality",
            "passport",
            "ordering",
            "insight",
            "webhooks");

    private Migrations() {}

    public static void migrate(DataSource database) {
        for (String module : MODULES) {
            if (hasScripts(module)) {
                migrate(database, module);
            }
        }
    }

    private static void migrate(DataSource database, String module) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration/" + module)
                .defaultSchema(module)
                .createSchemas(true)
                .table("migration_history")
                .load()
                .migrate();
    }

    private static boolean hasScripts(String module) {
        try {
            var resolver = new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader());
            return resolver.getResources("classpath*:db/migration/" + module + "/*.sql").length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
