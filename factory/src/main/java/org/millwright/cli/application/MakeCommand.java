package org.millwright.cli.application;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.millwright.cli.ExitCode;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.demo.WholePath;
import org.millwright.factory.demo.WholePath.Wish;
import org.millwright.factory.design.Design;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.passport.Passport;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.quoting.Quote;
import org.millwright.geometry.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code make FILE}: the main job in one go. */
@Command(
        name = "make",
        description = "Checks, quotes, orders, plans, makes on virtual machines, inspects, and writes passports.")
final class MakeCommand implements Callable<Integer> {
    @Mixin
    private final WishOptions wanted = new WishOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "where passports are written (default: this folder)")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Mixin
    private final DataOption data = new DataOption();

    private final PrintStream say = System.out;

    @Override
    public Integer call() throws Exception {
        Wish wish = wanted.wish();
        try (var context = Application.on(data.folder).withTimeLapse(1).start()) {
            Factory factory = context.getBean(DemoFactory.class).getOrSetUp();
            var path = context.getBean(WholePath.class);
            Design design = path.upload(factory, wish);
            sayDesign(design, wish);
            Quote quote = path.quote(factory, design, wish);
            sayQuote(quote, factory);
            if (!quote.makeable()) {
                return ExitCode.NO;
            }
            Order order = path.order(quote);
            say.printf("order    %s, promised by %s%n", order.number(), time(order.promisedAt(), factory.zone()));
            order = make(path, order, context.getBean(WorkOrders.class), factory);
            writePassports(path.unitsOf(order), context.getBean(Passports.class));
            return ExitCode.DONE;
        } catch (Problem problem) {
            throw Reading.answered(problem);
        }
    }

    private void sayDesign(Design design, Wish wish) {
        var measures = design.measures();
        say.printf(
                Locale.ROOT,
                "check    %s %s, %.1f x %.1f x %.1f mm, unit %s%s%n",
                design.number(),
                design.fileName(),
                measures.sizeXMm(),
                measures.sizeYMm(),
                measures.sizeZMm(),
                String.valueOf(design.unit()).toLowerCase(Locale.ROOT),
                wish.unit() == null && design.declaredUnit() == null
                        ? " (not stated in the file; taken from its size, see --units)"
                        : "");
    }

    private void sayQuote(Quote quote, Factory factory) {
        Reading.sayFindings(say, quote.findings(), Severity.REVIEW);
        var promisedAt = quote.promisedAt();
        if (quote.makeable() && promisedAt != null) {
            say.printf(
                    Locale.ROOT,
                    "quote    %s: %s for %d, by %s, %.3f kg CO2e%n",
                    quote.number(),
                    quote.price(),
                    quote.quantity(),
                    time(promisedAt, factory.zone()),
                    quote.carbonKg());
        } else {
            say.printf("quote    %s: cannot be made this way. %s%n", quote.number(), quote.promiseReason());
        }
    }

    private Order make(WholePath path, Order order, WorkOrders workOrders, Factory factory) {
        var planned = new AtomicLong();
        var made = new AtomicLong();
        var released = new AtomicLong();
        return path.make(order.id(), progress -> {
            long placed = progress.units().stream()
                    .filter(unit -> unit.build() != null)
                    .count();
            if (planned.getAndSet(placed) < placed) {
                sayPlan(progress.units(), workOrders, factory);
            }
            long done = progress.units().size() - progress.count(UnitState.PLANNED);
            if (made.getAndSet(done) < done) {
                say.printf(
                        "make     %d of %d units made by %s%n",
                        done, progress.units().size(), time(progress.at(), factory.zone()));
            }
            long good = progress.count(UnitState.RELEASED) + progress.count(UnitState.PACKED);
            if (released.getAndSet(good) < good) {
                say.printf(
                        "inspect  %d of %d units released (simulated inspector)%n",
                        good, progress.units().size());
            }
        });
    }

    private void sayPlan(List<Unit> units, WorkOrders workOrders, Factory factory) {
        units.stream()
                .flatMap(unit -> java.util.stream.Stream.ofNullable(unit.build()))
                .distinct()
                .forEach(id -> {
                    var build = workOrders.getBuild(id);
                    Instant end = workOrders.listOperationsOf(id).stream()
                            .map(operation -> operation.end())
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH);
                    say.printf(
                            Locale.ROOT,
                            "plan     build %s: %d units, run %s, %.1f g, done by %s%n",
                            build.number(),
                            build.units().size(),
                            words(build.expectedTime()),
                            build.massG(),
                            time(end, factory.zone()));
                });
    }

    private void writePassports(List<Unit> units, Passports passports) throws Exception {
        Files.createDirectories(out);
        for (Unit unit : units) {
            if (unit.state() == UnitState.PACKED) {
                Passport passport = passports.getPassport(unit.serial());
                Path json = out.resolve(unit.serial() + ".json");
                Files.writeString(json, passport.json(), StandardCharsets.UTF_8);
                Files.writeString(
                        out.resolve(unit.serial() + ".html"),
                        passports.html(unit.serial(), Locale.ENGLISH),
                        StandardCharsets.UTF_8);
                say.printf("passport %s%n", json);
            }
        }
    }

    private static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH)
                .format(instant.atZone(zone));
    }

    private static String words(Duration duration) {
        return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
