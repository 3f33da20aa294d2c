package org.millwright.factory.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {
    /** The templates of {@code src/main/jte}, turned into classes by the build. */
    @Bean
    TemplateEngine templates() {
        // With a class loader of ours the folder is never looked at.
        return TemplateEngine.createPrecompiled(
                Path.of(""), ContentType.Html, getClass().getClassLoader(), "org.millwright.templates");
    }
}
