package org.millwright.factory.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.millwright.factory.platform.identity.Role;

/**
 * Opens a route, or all routes of a controller, to those with one of the roles; owners may always. On a method it
 * replaces what the class says. A route without {@code AllowedFor} and {@link OpenToAll} is the owner's alone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AllowedFor {
    Role[] value();
}
