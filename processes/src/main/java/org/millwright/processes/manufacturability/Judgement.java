package org.millwright.processes.manufacturability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;

/** Brings the quick checks of a process and the judgement of the part together, so that nothing is said twice. */
public final class Judgement {
    /** Of each kind this many are told one by one; a perforated sheet has thousands. */
    private static final int MOST_OF_A_KIND = 4;
    /** Quick checks that look at samples or at the worst place only, where judgement looks everywhere. */
    private static final Set<String> COARSE =
            Set.of("slim-wall", "overhang", "small-hole", "slot-near-kerf", "thin-web", "small-part");

    private Judgement() {}

    /**
     * Everything that is worth knowing, worst first. Of each kind the worst few are kept; the last of them carries as {@code
     * more} how many further ones there are.
     *
     * @param checked by the process
     * @param judged by {@link Manufacturability}
     */
    public static List<Finding> merged(List<Finding> checked, List<Finding> judged) {
        Set<String> said = checked.stream().map(Finding::check).collect(Collectors.toSet());
        boolean judgedBlocks = judged.stream().anyMatch(Finding::blocks);
        boolean thin = judged.stream().anyMatch(finding -> finding.check().equals("thin"));
        List<Finding> merged = new ArrayList<>();
        for (Finding finding : checked) {
            boolean coarse = COARSE.contains(finding.check()) && (!finding.blocks() || judgedBlocks);
            if (!coarse && !(thin && finding.check().equals("thin-wall"))) {
                merged.add(finding);
            }
        }
        Map<String, List<Finding>> kinds = new LinkedHashMap<>();
        for (Finding finding : judged) {
            if (finding.severity() != Severity.GOOD && !said.contains(finding.check())) {
                kinds.computeIfAbsent(finding.check(), kind -> new ArrayList<>())
                        .add(finding);
            }
        }
        kinds.values().forEach(kind -> merged.addAll(worst(kind)));
        merged.sort(Comparator.comparing(Finding::severity).reversed());
        return List.copyOf(merged);
    }

    private static List<Finding> worst(List<Finding> kind) {
        List<Finding> sorted = kind.stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparingDouble(Judgement::excess)
                        .reversed())
                .toList();
        if (sorted.size() <= MOST_OF_A_KIND) {
            return sorted;
        }
        List<Finding> kept = new ArrayList<>(sorted.subList(0, MOST_OF_A_KIND));
        Map<String, Object> arguments = new HashMap<>(kept.getLast().arguments());
        arguments.put("more", sorted.size() - MOST_OF_A_KIND);
        kept.set(MOST_OF_A_KIND - 1, kept.getLast().with(arguments));
        return kept;
    }

    /** By how much a limit is missed, upwards or downwards; 0 when nothing was measured. */
    private static double excess(Finding finding) {
        return finding.arguments().get("value") instanceof Number value
                        && finding.arguments().get("limit") instanceof Number limit
                        && value.doubleValue() > 0
                        && limit.doubleValue() > 0
                ? Math.abs(Math.log(value.doubleValue() / limit.doubleValue()))
                : 0;
    }
}
