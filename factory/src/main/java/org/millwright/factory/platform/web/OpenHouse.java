package org.millwright.factory.platform.web;

import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without accounts everybody on this computer may do everything. */
@Configuration(proxyBeanMethods = false)
class OpenHouse {
    private static final Viewer EVERYBODY = new Viewer("owner", EnumSet.of(Role.OWNER), new UUID(0, 0));

    @Bean
    @ConditionalOnMissingBean
    CurrentViewer everybody() {
        return new CurrentViewer() {
            @Override
            public Viewer get() {
                return EVERYBODY;
            }

            @Override
            public @Nullable String formToken() {
                return null;
            }
        };
    }
}
