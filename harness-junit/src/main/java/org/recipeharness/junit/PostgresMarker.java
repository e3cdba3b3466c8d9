package org.recipeharness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A PostgreSQL database that markers are put into, where it is not the one that its container tells by {@code POSTGRES_DB},
 * {@code POSTGRES_USER} and {@code POSTGRES_PASSWORD}, or by the files of {@code POSTGRES_*_FILE}. That one needs no declaration.
 *
 * <p>What is declared of a service takes the place of what would be found there; what is left out is found. A declared database that
 * refuses its marker fails the tier, while one that was found is told as not covered. The container needs {@code psql}. A service that
 * the head does not have fails the class before anything is deployed.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface PostgresMarker {

    /**
     * Names the service that runs the server.
     *
     * @return a service's name within the stack, such as {@code postgres}
     */
    String service();

    /**
     * Names the database.
     *
     * @return its name; empty for the one that the container tells
     */
    String database() default "";

    /**
     * Names the user who may make tables in it.
     *
     * @return its name; empty for the one that the container tells
     */
    String user() default "";

    /**
     * Names the secret that holds the user's password.
     *
     * @return the name of a file in {@code /run/secrets} of that service; empty for the password that the container tells
     */
    String passwordSecret() default "";
}
