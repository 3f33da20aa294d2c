package org.millwright.factory.testing;

import javax.sql.DataSource;
import org.millwright.factory.platform.clock.RealTime;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Puts the test's clock and the current test class's database under the application. */
@TestConfiguration(proxyBeanMethods = false)
class FactoryTestConfiguration {
    @Bean
    static TestClock testClock() {
        return TestClock.INSTANCE;
    }

    @Bean
    static RealTime testTime(TestClock clock) {
        return new RealTime(clock::instant);
    }

    @Bean
    static BeanPostProcessor currentDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new CurrentDatabase(source) : bean;
            }
        };
    }

    /** Leads every connection to the database of the running test class, also from a context that an earlier class made. */
    private static final class CurrentDatabase extends DelegatingDataSource {
        CurrentDatabase(DataSource original) {
            super(original);
        }

        @Override
        protected DataSource obtainTargetDataSource() {
            return TestDatabases.current().pool();
        }
    }
}
