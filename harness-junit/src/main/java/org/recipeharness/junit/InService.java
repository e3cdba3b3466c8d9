package org.recipeharness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the service of a {@link org.recipeharness.app.ServiceExec} parameter; without it the main service is meant.
 *
 * <p>A service that the head does not have fails the class before anything is deployed, unless the test does not apply to the head
 * ({@link AppliesWhen}), may be skipped by a condition of JUnit, or is of a tier that {@code -Dtier} leaves out.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface InService {

    /**
     * Names the service.
     *
     * @return its name within the stack, such as {@code postgres}
     */
    String value();
}
