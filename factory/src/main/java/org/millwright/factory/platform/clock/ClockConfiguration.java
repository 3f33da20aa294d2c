package org.millwright.factory.platform.clock;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    /** The computer's time, unless somebody (a test) brings another. */
    @Bean
    @Fallback
    RealTime realTime() {
        return new RealTime(InstantSource.system());
    }
}
