package org.millwright.processes.manufacturability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Point;
import org.millwright.geometry.Severity;
import org.millwright.processes.manufacturability.Limits.Limit;

/** Collects findings and holds measured values against limits. */
final class Notes {
    private final Limits limits;
    private final List<Finding> findings = new ArrayList<>();

    Notes(Limits limits) {
        this.limits = limits;
    }

    List<Finding> findings() {
        return findings;
    }

    Limits limits() {
        return limits;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Notes a value below a limit: a warning below what is possible, else a review. Nothing when the process has no such limit. */
    void least(String check, String limitName, double value, @Nullable Point at, Map<String, Object> arguments) {
        limits.find(limitName).ifPresent(limit -> {
            if (value < limit.recommended() * (1 - 1e-6)) {
                note(check, value < limit.possible() * (1 - 1e-6), limit, value, at, arguments);
            }
        });
    }

    /** Notes a value above a limit. */
    void most(String check, String limitName, double value, @Nullable Point at, Map<String, Object> arguments) {
        limits.find(limitName).ifPresent(limit -> {
            if (value > limit.recommended() * (1 + 1e-6)) {
                note(check, value > limit.possible() * (1 + 1e-6), limit, value, at, arguments);
            }
        });
    }

    private void note(
            String check, boolean impossible, Limit limit, double value, @Nullable Point at, Map<String, Object> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("value", value);
        arguments.put("limit", impossible ? limit.possible() : limit.recommended());
        arguments.put("unit", limit.unit());
        arguments.put("source", limit.source());
        Finding finding = Finding.of(check, impossible ? Severity.WARNING : Severity.REVIEW)
                .with(arguments);
        if (limit.unit().equals("mm")) {
            finding = finding.measured(value, impossible ? limit.possible() : limit.recommended());
        }
        findings.add(at == null ? finding : finding.at(at));
    }
}
