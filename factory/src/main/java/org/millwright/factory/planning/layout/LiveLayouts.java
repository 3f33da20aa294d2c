package org.millwright.factory.planning.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.layout.LiveLayout.Point;
import org.millwright.factory.planning.parts.PlateDrawings;
import org.millwright.factory.planning.pass.LayoutAdoption;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.live.Changes;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.nesting.Budget;
import org.millwright.nesting.Improvement;
import org.millwright.nesting.LayoutComparison;
import org.millwright.nesting.LayoutFigures;
import org.millwright.nesting.Nesting;
import org.millwright.nesting.NestingSession;
import org.millwright.nesting.model.InvalidNesting;
import org.millwright.nesting.model.Layout;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.springframework.stereotype.Service;

/**
 * Searches for denser layouts of plates and sheets while a planner watches. The plan changes only when a layout is
 * adopted.
 */
@Service
public class LiveLayouts {
    private static final long SEED = 20_260_105;
    private static final double LONGEST_S = 120;
    private static final int MOST_WATCHED = 16;
    /** A layout must be denser by this to be called better. */
    private static final double LEAST_GAIN = 1e-6;

    private final Layings layings;
    private final PlateDrawings plates;
    private final LayoutAdoption adoption;
    private final Changes changes;
    private final Map<BuildId, Watched> watched = new ConcurrentHashMap<>();

    LiveLayouts(Layings layings, PlateDrawings plates, LayoutAdoption adoption, Changes changes) {
        this.layings = layings;
        this.plates = plates;
        this.adoption = adoption;
        this.changes = changes;
    }

    /** One search; {@code points} is only added to. */
    private record Watched(
            Laying laying, NestingProblem problem, Set<UnitId> pinned, NestingSession session, List<Point> points) {}

    /** The layout in force, and the search for a better one when there is or was one. */
    public LiveLayout look(BuildId id) {
        Watched found = watched.get(id);
        Laying laying = layings.get(id);
        if (found == null || !found.laying().liesLike(laying)) {
            Layout current = laying.current();
            return view(laying, laying.problem(Set.of()), current, null, false, List.of(), Set.of());
        }
        return view(
                found.laying(),
                found.problem(),
                found.laying().current(),
                found.session().findBest().orElse(null),
                found.session().isRunning(),
                points(found),
                found.pinned());
    }

    private static List<Point> points(Watched found) {
        synchronized (found.points()) {
            return List.copyOf(found.points());
        }
    }

    private LiveLayout view(
            Laying laying,
            NestingProblem problem,
            Layout current,
            @Nullable Improvement improvement,
            boolean running,
            List<Point> points,
            Set<UnitId> pinned) {
        LayoutFigures before = LayoutFigures.of(problem, current);
        Layout best = improvement == null ? current : improvement.layout();
        LayoutComparison comparison = LayoutComparison.of(problem, current, best);
        boolean better = improvement != null
                && comparison.second().unplaced() == 0
                && comparison.second().density() > before.density() + LEAST_GAIN;
        Set<UnitId> moved = new HashSet<>();
        if (better) {
            comparison.changed().forEach((Placement placement) -> moved.add(laying.unit(placement)));
        }
        return new LiveLayout(
                laying.build(),
                running,
                plates.picture(laying.build()),
                better ? plates.picture(laying.drawn(best)) : null,
                before,
                better ? comparison.second() : null,
                points,
                pinned,
                moved,
                laying.leftMm2(current),
                better ? laying.leftMm2(best) : 0,
                improvement == null ? 0 : improvement.number());
    }

    /**
     * Begins to look for a denser layout; a search that runs for this build ends.
     *
     * @param pinned units that stay where they are
     */
    public void start(BuildId id, Set<UnitId> pinned) {
        stop(id);
        if (watched.size() >= MOST_WATCHED) {
            watched.entrySet().removeIf(entry -> !entry.getValue().session().isRunning());
        }
        Laying laying = layings.get(id);
        Layout current = laying.current();
        NestingProblem problem = pinned(laying, pinned);
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, LayoutFigures.of(problem, current).density()));
        NestingSession session = Nesting.of(problem)
                .startingFrom(current)
                .start(Budget.ofSeconds(LONGEST_S), SEED, improvement -> {
                    double density =
                            LayoutFigures.of(problem, improvement.layout()).density();
                    synchronized (points) {
                        if (density > points.getLast().density()) {
                            points.add(new Point(improvement.atS(), density));
                        }
                    }
                    changes.announce(List.of(Changes.LAYOUT));
                });
        watched.put(id, new Watched(laying, problem, Set.copyOf(pinned), session, points));
        Thread.ofVirtual().start(() -> announceEnd(session));
        changes.announce(List.of(Changes.LAYOUT));
    }

    private static NestingProblem pinned(Laying laying, Set<UnitId> pinned) {
        try {
            return laying.problem(pinned);
        } catch (InvalidNesting invalid) {
            throw Problem.of(
                    Problem.Kind.REFUSED,
                    "layout-pins",
                    Map.of("detail", String.join(" ", invalid.violations())),
                    invalid);
        }
    }

    private void announceEnd(NestingSession session) {
        try {
            session.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            changes.announce(List.of(Changes.LAYOUT));
        }
    }

    /** Ends the search within moments; what it found stays to be looked at. Nothing happens when none runs. */
    public void stop(BuildId id) {
        Watched found = watched.get(id);
        if (found != null) {
            found.session().stop();
        }
    }

    /**
     * Makes the best layout found the one in force. The build gets another number, because its program is another one.
     *
     * @param seen the number of the improvement that whoever adopts it was shown
     * @throws Problem {@code layout-stale} when the build or the best layout changed meanwhile
     */
    public BuildId adopt(BuildId id, long seen, Actor actor) {
        Watched found = Optional.ofNullable(watched.get(id)).orElseThrow(() -> stale(id));
        stop(id);
        Improvement best = found.session().findBest().orElseThrow(() -> stale(id));
        Laying laying = layings.get(id);
        if (best.number() != seen
                || !found.laying().liesLike(laying)
                || !best.layout().unplaced().isEmpty()) {
            throw stale(id);
        }
        BuildId adopted = adoption.adopt(
                laying.build(),
                laying.process(),
                laying.setup(),
                laying.group(),
                laying.nest(best.layout()),
                laying.shapes(),
                actor);
        watched.remove(id);
        return adopted;
    }

    private static Problem stale(BuildId id) {
        return Problem.of(Problem.Kind.CONFLICT, "layout-stale", Map.of("build", id.toString()));
    }
}
