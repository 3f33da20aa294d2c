package org.millwright.factory.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/** A database and who we are there; absent user and password are expected inside the URL. */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {
    /** Nothing waits longer for what another transaction holds. */
    private static final String BOUNDS = "-c lock_timeout=60s";

    /** Opens a pool of at most this many connections. */
    public HikariDataSource pool(int connections) {
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("options", BOUNDS);
        return new HikariDataSource(config);
    }
}
