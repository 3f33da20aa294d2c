package org.millwright.factory.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/** A database and who we are there; absent user and password are expected inside the URL. */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {
    /** Opens a pool of at most this many connections. */
    public HikariDataSource pool(int connections) {
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
