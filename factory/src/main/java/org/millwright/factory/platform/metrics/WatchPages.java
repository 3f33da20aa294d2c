package org.millwright.factory.platform.metrics;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Metrics and health, under the addresses where tools look for them. */
@RestController
@Hidden
class WatchPages {
    private static final Logger LOG = LoggerFactory.getLogger(WatchPages.class);
    private static final MediaType PROMETHEUS = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");
    private static final long LEAST_FREE_BYTES = 200L << 20;

    private final ObjectProvider<PrometheusMeterRegistry> meters;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final CurrentViewer viewer;
    private final PlatformSettings settings;
    private boolean poolWatched;

    WatchPages(
            ObjectProvider<PrometheusMeterRegistry> meters,
            JdbcClient jdbc,
            DataSource database,
            CurrentViewer viewer,
            PlatformSettings settings) {
        this.meters = meters;
        this.jdbc = jdbc;
        this.database = database;
        this.viewer = viewer;
        this.settings = settings;
    }

    /** What Prometheus scrapes, with an API token of an owner. */
    @GetMapping("/actuator/prometheus")
    @AllowedFor(Role.OWNER)
    ResponseEntity<String> metrics() {
        PrometheusMeterRegistry registry = meters.getObject();
        watchPool(registry);
        return ResponseEntity.ok()
                .contentType(PROMETHEUS)
                .cacheControl(CacheControl.noStore())
                .body(registry.scrape());
    }

    private synchronized void watchPool(PrometheusMeterRegistry registry) {
        if (!poolWatched && database instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            HikariPoolMXBean state = pool.getHikariPoolMXBean();
            Gauge.builder("database.connections.active", state, HikariPoolMXBean::getActiveConnections)
                    .register(registry);
            Gauge.builder("database.connections.waiting", state, HikariPoolMXBean::getThreadsAwaitingConnection)
                    .register(registry);
            poolWatched = true;
        }
    }

    /** Whether the installation can work: 200 or 503. Owners are told about its parts. */
    @GetMapping("/actuator/health")
    @OpenToAll
    ResponseEntity<Map<String, Object>> health() {
        Map<String, String> parts = new LinkedHashMap<>();
        boolean database = databaseAnswers();
        parts.put("database", database ? "UP" : "DOWN");
        parts.put("disk", dataFolder().getUsableSpace() >= LEAST_FREE_BYTES ? "UP" : "DOWN");
        boolean up = !parts.containsValue("DOWN");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", up ? "UP" : "DOWN");
        if (database && viewer.get().is(Role.OWNER)) {
            answer.put("parts", parts);
        }
        return ResponseEntity.status(up ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }

    /** With an external database the folder may not be there yet; its nearest parent is on the same disk. */
    private File dataFolder() {
        Path folder = settings.data();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder.toFile();
    }

    private boolean databaseAnswers() {
        try {
            return jdbc.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException away) {
            LOG.warn("The database does not answer: {}", away.getMessage());
            return false;
        }
    }
}
