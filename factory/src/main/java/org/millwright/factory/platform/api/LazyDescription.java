package org.millwright.factory.platform.api;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the machinery that describes the API when somebody asks for the description, not at each start. */
@Configuration(proxyBeanMethods = false)
class LazyDescription {
    @Bean
    static BeanFactoryPostProcessor describeWhenAsked() {
        return factory -> {
            for (String name : factory.getBeanDefinitionNames()) {
                var definition = factory.getBeanDefinition(name);
                String made = String.valueOf(definition.getBeanClassName()) + " " + definition.getFactoryBeanName();
                if (made.contains("org.springdoc.") || made.contains("io.swagger.")) {
                    definition.setLazyInit(true);
                }
            }
        };
    }
}
