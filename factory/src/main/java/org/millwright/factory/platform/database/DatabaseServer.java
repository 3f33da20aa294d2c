package org.millwright.factory.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.PlatformSettings;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where the database is: our own embedded server, running as long as this bean, or the external one of the settings. */
@Component
class DatabaseServer implements AutoCloseable {
    private static final String DATABASE = "millwright";

    private final @Nullable String externalUrl;
    private final @Nullable EmbeddedPostgres embedded;

    DatabaseServer(PlatformSettings settings) throws IOException, InterruptedException, SQLException {
        if (StringUtils.hasText(settings.database())) {
            externalUrl = settings.database();
            embedded = null;
        } else {
            externalUrl = null;
            embedded = EmbeddedPostgres.start(settings.data(), List.of());
            embedded.ensureDatabase(DATABASE);
        }
    }

    /** How to connect; user and password of an external server stand in its URL or come from PGUSER and PGPASSWORD. */
    DatabaseAddress address() {
        return embedded == null
                ? new DatabaseAddress(String.valueOf(externalUrl), System.getenv("PGUSER"), System.getenv("PGPASSWORD"))
                : new DatabaseAddress(embedded.jdbcUrl(DATABASE), embedded.user(), embedded.password());
    }

    /** Called by Spring after the connection pool, which depends on this bean, was closed. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
