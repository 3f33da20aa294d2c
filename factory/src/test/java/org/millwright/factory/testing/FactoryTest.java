package org.millwright.factory.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.millwright.factory.FactoryApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application with a real, empty, migrated database for each test class and a clock that the test
 * moves ({@link TestClock}). One server and one application context serve all test classes, so nothing may be kept in
 * beans between them. Tests of one class share its database, and each sees what the others left there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FreshDatabase.class)
@SpringBootTest(classes = FactoryApplication.class)
@ContextConfiguration(initializers = FreshDatabase.Connector.class)
@Import(FactoryTestConfiguration.class)
public @interface FactoryTest {
    /** Settings of this class alone; they cost an application context of its own (some seconds). */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** {@code RANDOM_PORT} when the test speaks HTTP to the running application. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;
}
