package org.millwright.factory.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each test class a database of its own and sets the test clock back to its start. */
final class FreshDatabase implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getTestClass().map(Class::isMemberClass).orElse(false)) {
            return;
        }
        // Not the root's store: where several JVMs share the tests, each class is a root of its own.
        TestDatabases databases = context.getStore(
                        ExtensionContext.StoreScope.LAUNCHER_SESSION,
                        ExtensionContext.Namespace.create(FreshDatabase.class))
                .computeIfAbsent(TestDatabases.class, key -> TestDatabases.start(), TestDatabases.class);
        databases.next();
        TestClock.INSTANCE.reset();
    }

    /** Tells the application where the database of the current test class is. */
    static final class Connector implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "millwright.database=" + TestDatabases.current().url(),
                            "millwright.data=" + TestDatabases.current().data())
                    .applyTo(context);
        }
    }
}
