package org.millwright.factory.platform.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TextConfiguration {
    @Bean
    Texts texts() {
        return Texts.bundled();
    }
}
