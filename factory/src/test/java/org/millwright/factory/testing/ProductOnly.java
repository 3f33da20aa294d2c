package org.millwright.factory.testing;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves out components that other tests have made for themselves in the application's packages. */
public final class ProductOnly extends TypeExcludeFilter {
    private ProductOnly() {}

    /** Makes the application start as it does for its users. */
    public static void in(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("productOnly", new ProductOnly());
    }

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
