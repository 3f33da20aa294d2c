package org.millwright.factory.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 8;

    /** Migrated before anybody gets it, so that no bean can meet an older schema. */
    @Bean
    HikariDataSource dataSource(DatabaseServer server) {
        HikariDataSource pool = server.address().pool(CONNECTIONS);
        try {
            Migrations.migrate(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return pool;
    }
}
