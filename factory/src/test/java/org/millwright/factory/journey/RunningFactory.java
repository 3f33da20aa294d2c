package org.millwright.factory.journey;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.ProductOnly;
import org.millwright.factory.testing.SignedIn;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a data folder of its own, with its own embedded database and the demo factory in it. */
final class RunningFactory implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Factory factory;

    private RunningFactory(ConfigurableApplicationContext context) {
        this.context = context;
        this.factory = context.getBean(DemoFactory.class).getOrSetUp();
    }

    /** Time runs at the given speed; nobody ticks the floor but the caller. */
    static RunningFactory on(Path data, double speed, Class<?>... more) {
        return start(data, speed, WebApplicationType.NONE, more);
    }

    /** The same with its pages on a free port. */
    static RunningFactory served(Path data, double speed) {
        return start(data, speed, WebApplicationType.SERVLET);
    }

    private static RunningFactory start(Path data, double speed, WebApplicationType web, Class<?>... more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("millwright.data", data.toString());
        settings.put("millwright.time-lapse", speed);
        settings.put("millwright.floor", false);
        settings.put("server.port", 0);
        return new RunningFactory(new SpringApplicationBuilder(FactoryApplication.class)
                .sources(more)
                .initializers(ProductOnly::in)
                .web(web)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Somebody with these roles, signed in. */
    SignedIn signIn(Role... roles) {
        return SignedIn.as(context, roles);
    }

    int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    Factory factory() {
        return factory;
    }

    @Override
    public void close() {
        context.close();
    }
}
