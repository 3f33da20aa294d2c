package org.millwright.factory.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.facility.Factory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

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
        Map<String, Object> settings = new HashMap<>();
        settings.put("millwright.data", data.toString());
        settings.put("millwright.time-lapse", speed);
        settings.put("millwright.floor", false);
        return new RunningFactory(new SpringApplicationBuilder(FactoryApplication.class)
                .sources(more)
                .initializers(context -> context.getBeanFactory().registerSingleton("productOnly", new ProductOnly()))
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Factory factory() {
        return factory;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Leaves out components that other tests have made for themselves in the application's packages. */
    private static final class ProductOnly extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURI().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProductOnly;
        }

        @Override
        public int hashCode() {
            return ProductOnly.class.hashCode();
        }
    }
}
