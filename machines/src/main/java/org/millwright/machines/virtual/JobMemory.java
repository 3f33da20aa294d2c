package org.millwright.machines.virtual;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;

/**
 * What a machine remembers of jobs: the reports of the last ones in full, and of every token ever started that it was, in
 * eight bytes, for the machine's life.
 */
final class JobMemory {
    static final int REPORTS = 10_000;

    private final Map<JobToken, JobReport> reports = new LinkedHashMap<>();
    private final Set<Long> started = new HashSet<>();

    void markStarted(JobToken token) {
        started.add(fingerprint(token));
    }

    void markStarted(long fingerprint) {
        started.add(fingerprint);
    }

    boolean wasStarted(JobToken token) {
        return started.contains(fingerprint(token));
    }

    void put(JobReport report) {
        reports.remove(report.token());
        reports.put(report.token(), report);
        if (reports.size() > REPORTS) {
            reports.remove(reports.keySet().iterator().next());
        }
    }

    Optional<JobReport> find(JobToken token) {
        return Optional.ofNullable(reports.get(token));
    }

    Iterable<JobReport> listReports() {
        return reports.values();
    }

    Set<Long> listStarted() {
        return started;
    }

    /** FNV-1a, 64 bits: among a million tokens a clash is a matter of one in 10^7. */
    static long fingerprint(JobToken token) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : token.value().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
